import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  countArticles,
  openStore,
  type Store,
  type StoreOptions,
  StoreUnavailable,
} from '../../server/store/index.js';
import { saveOne } from './sample-analysis.js';

jest.setTimeout(120_000);

const made: string[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'standpoint-embedded-'));
  made.push(dataDir);
});
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

async function open(options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ dataDir, ...options });
  opened.push(store);
  return store;
}

const pidFile = () => join(dataDir, 'postgres', 'data', 'postmaster.pid');
const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
const count = (store: Store) => countArticles(store, { target: 'coalition' });

/** Starts another process with the library open. */
async function openElsewhere(mode: 'exclusive' | 'shared'): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./library-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, mode], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('exit', reject);
  });
  child.removeAllListeners('exit');
  return child;
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

/** Until `check` gives true: for what another process does in its own time. */
async function eventually(check: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await check())) await sleep(50);
}

describe('the embedded database', () => {
  it('keeps what was stored over a restart, and is gone when the store is closed', async () => {
    const first = await open({ exclusive: true });
    await saveOne(first, 1);
    await first.close();
    expect(existsSync(pidFile())).toBe(false);
    const second = await open({ exclusive: true });
    expect(await count(second)).toBe(1);
    await second.close();
  });

  it('comes back by itself after its postmaster was killed, with everything that was stored', async () => {
    const store = await open({ exclusive: true });
    await saveOne(store, 1);
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    const failures: unknown[] = [];
    // Connections of the killed server still answer for a moment.
    const isBack = () => existsSync(pidFile()) && postmaster() !== killed;
    await eventually(() =>
      count(store).then(
        (rows) => rows === 1 && isBack(),
        (error: unknown) => {
          failures.push(error);
          return false;
        },
      ),
    );
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.every((failure) => failure instanceof StoreUnavailable)).toBe(true);
    await saveOne(store, 2);
    expect(await count(store)).toBe(2);
    await store.close();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('is found again and stopped in the end when the process that started it was killed', async () => {
    const killed = await openElsewhere('exclusive');
    const pid = postmaster();
    const end = ended(killed);
    killed.kill('SIGKILL');
    await end;
    const store = await open({ exclusive: true });
    expect(postmaster()).toBe(pid);
    await store.close();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('stops with a process that ends without closing the store', async () => {
    const child = await openElsewhere('exclusive');
    const end = ended(child);
    child.stdin?.write('exit\n');
    await end;
    await eventually(() => !existsSync(pidFile()));
  });

  it('is shared by a second process, whose end leaves it running', async () => {
    const store = await open({ exclusive: true });
    const pid = postmaster();
    const other = await openElsewhere('shared');
    const end = ended(other);
    other.kill('SIGTERM');
    await end;
    expect(postmaster()).toBe(pid);
    expect(await count(store)).toBe(0);
    await store.close();
  });

  it('is made once when two processes open an empty directory at the same moment', async () => {
    const [store, other] = await Promise.all([open(), openElsewhere('shared')]);
    await saveOne(store, 1);
    const end = ended(other);
    other.kill('SIGTERM');
    await end;
    await eventually(() =>
      count(store).then(
        (rows) => rows === 1,
        () => false,
      ),
    );
    await store.close();
  });

  it('starts beside a postmaster.pid whose number another program has now', async () => {
    await (await open()).close();
    writeFileSync(pidFile(), `${process.pid}\n${join(dataDir, 'postgres', 'data')}\n`);
    const store = await open();
    expect(await count(store)).toBe(0);
    await store.close();
  });

  it('works in a directory whose path is too long for a socket', async () => {
    dataDir = join(dataDir, 'a'.repeat(90), "it's {here}");
    const store = await open();
    expect(await count(store)).toBe(0);
    await store.close();
  });
});

describe('a data directory that cannot be used', () => {
  it('is refused while another server uses it', async () => {
    const store = await open({ exclusive: true });
    await expect(openStore({ dataDir, exclusive: true })).rejects.toMatchObject({
      name: 'InputError',
      code: 'data-in-use',
      message: expect.stringContaining(dataDir),
    });
    expect(await count(store)).toBe(0);
    await store.close();
  });

  it('is refused where it is a file, or lies below one', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      await expect(openStore({ dataDir: path })).rejects.toMatchObject({
        name: 'InputError',
        code: 'data-not-writable',
        message: expect.stringContaining(path),
        hint: expect.stringContaining('STANDPOINT_DATA'),
      });
    }
  });

  it('is refused, unchanged, where another major version wrote it', async () => {
    const cluster = join(dataDir, 'postgres', 'data');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '12\n');
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: 'database-version',
      message: expect.stringContaining('PostgreSQL 12'),
    });
    expect(readFileSync(join(cluster, 'PG_VERSION'), 'utf8')).toBe('12\n');
  });
});

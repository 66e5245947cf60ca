import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { databaseIdentity } from '../../server/store/embedded/identity.js';
import { countArticles, loadResult, openStore } from '../../server/store/index.js';
import { saveOne } from './sample-analysis.js';

jest.setTimeout(120_000);

/** Where Debian and Ubuntu put the oldest version that is supported. */
const OLDEST = '/usr/lib/postgresql/15/bin';
const describeWhereInstalled = existsSync(OLDEST) ? describe : describe.skip;

/** A server of that version on a socket of its own, as long as `work` takes. */
async function withServer(work: (url: string, directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'sp-external-'));
  const identity = databaseIdentity([]);
  if (identity) execFileSync('chown', [`${identity.uid}:${identity.gid}`, directory]);
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(OLDEST, program), args, { ...identity, cwd: directory, stdio: 'ignore' });
  const data = join(directory, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C');
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-o',
    `-k ${directory} -c listen_addresses=''`,
    '-l',
    `${data}.log`,
    'start',
  );
  try {
    await work(`postgres://postgres@/postgres?host=${encodeURIComponent(directory)}`, directory);
  } finally {
    spawnSync(join(OLDEST, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], {
      ...identity,
      cwd: directory,
    });
    rmSync(directory, { recursive: true, force: true });
  }
}

describeWhereInstalled('a server of PostgreSQL 15', () => {
  it('holds the library like the embedded one, which is not started', async () => {
    await withServer(async (databaseUrl, directory) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'sp-data-'));
      const store = await openStore({ dataDir, databaseUrl, exclusive: true });
      const result = await saveOne(store, 1);
      const stored = await loadResult(store, { articleId: result.articleId, target: 'coalition' });
      expect(stored?.result).toEqual(result);
      await store.close();
      expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
      const again = await openStore({ dataDir, databaseUrl });
      expect(await countArticles(again, { target: 'coalition' })).toBe(1);
      await again.close();
      rmSync(dataDir, { recursive: true });
      expect(existsSync(directory)).toBe(true);
    });
  });
});

describe('a server that does not answer', () => {
  it('is told from a fault of the program', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sp-data-'));
    const databaseUrl = `postgres://nobody@/nothing?host=${encodeURIComponent(dataDir)}`;
    await expect(openStore({ dataDir, databaseUrl })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      code: 'store-unavailable',
    });
    rmSync(dataDir, { recursive: true });
  });
});

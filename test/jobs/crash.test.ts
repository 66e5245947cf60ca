import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Jobs, startJobs } from '../../server/jobs/index.js';
import { countArticles, loadImport, openStore, type Store } from '../../server/store/index.js';
import { line } from './articles.js';
import { finished } from './open-test-jobs.js';

jest.setTimeout(180_000);

const ARTICLES = 130;

let dataDir: string;
let file: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'standpoint-crash-'));
  file = join(dataDir, 'many.jsonl');
  const lines = Array.from({ length: ARTICLES }, (_, index) =>
    line(`a${index}`, 'Outlet', [
      `The US-led coalition flew ${index} missions.`,
      'Critics called them useless.',
    ]),
  );
  writeFileSync(file, lines.join('\n'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function expectWhole(store: Store, jobs: Jobs, id: string): Promise<void> {
  const done = await finished(jobs, id);
  expect(done.files).toEqual([expect.objectContaining({ status: 'done', refusals: [] })]);
  const articles = done.files[0]?.articles ?? [];
  expect(articles).toHaveLength(ARTICLES);
  expect(articles.every(({ duplicateOf }) => duplicateOf === null)).toBe(true);
  expect(await countArticles(store, { target: 'coalition' })).toBe(ARTICLES);
}

/** Starts importing in another process; resolves when some of the articles are in the library. */
async function importElsewhere(): Promise<{ child: ChildProcess; id: string }> {
  const script = fileURLToPath(new URL('./importing-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let id = '';
  for await (const said of createInterface({ input: child.stdout })) {
    const [what, value = ''] = said.split(' ');
    if (what === 'import') id = value;
    else break;
  }
  return { child, id };
}

describe('an import', () => {
  it('goes on where it was after its process was killed', async () => {
    const { child, id } = await importElsewhere();
    const end = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await end;
    const store = await openStore({ dataDir, exclusive: true });
    expect((await loadImport(store, id))?.status).toBe('running');
    const jobs = await startJobs(store);
    await expectWhole(store, jobs, id);
    await jobs.stop();
    await store.close();
  });

  it('goes on after the database was killed', async () => {
    const store = await openStore({ dataDir, exclusive: true });
    const jobs = await startJobs(store);
    const id = await jobs.importFiles([{ name: 'many.jsonl', path: file }]);
    while ((await countArticles(store, { target: 'coalition' })) === 0);
    const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    const waiting = async (): Promise<void> => {
      try {
        await expectWhole(store, jobs, id);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'StoreUnavailable') throw error;
        await waiting();
      }
    };
    await waiting();
    await jobs.stop();
    await store.close();
  });

  it('goes on at the next start after an orderly stop', async () => {
    const first = await openStore({ dataDir, exclusive: true });
    const jobs = await startJobs(first);
    const id = await jobs.importFiles([{ name: 'many.jsonl', path: file }]);
    while ((await countArticles(first, { target: 'coalition' })) === 0);
    await jobs.stop();
    await first.close();
    const second = await openStore({ dataDir, exclusive: true });
    const jobsAgain = await startJobs(second);
    await expectWhole(second, jobsAgain, id);
    await jobsAgain.stop();
    await second.close();
  });
});

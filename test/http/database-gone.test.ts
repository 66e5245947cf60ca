import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TWO_SIDES } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

let server: LibraryServer;

beforeAll(async () => {
  server = await startLibrary();
});

afterAll(() => server.close());

describe('a database that is killed', () => {
  it('gives 503 with the next step until it is back, and nothing stored is lost', async () => {
    const { files } = await server.importFiles({ 'two-sides.txt': TWO_SIDES });
    const url = files[0]?.articles[0]?.url;
    killPostgres(server.data);
    const answers: { status: number; text: string }[] = [];
    do {
      answers.push(await server.get(`${url}.json`));
      await sleep(100);
    } while (answers.at(-1)?.status !== 200);
    const failed = answers.slice(0, -1);
    expect(failed.every(({ status }) => status === 503)).toBe(true);
    for (const { text } of failed) expect(JSON.parse(text).error.hint).toContain('nothing stored is lost');
    expect(JSON.parse(answers.at(-1)?.text ?? '').articleId).toBe(url?.split('/').at(-1));
    expect((await server.get('/healthz')).status).toBe(200);
  });
});

/** As `kill -9` does: without any chance to end in order. */
function killPostgres(data: string): void {
  const [line = ''] = readFileSync(join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(line), 'SIGKILL');
}

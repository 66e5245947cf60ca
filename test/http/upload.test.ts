import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { HARBOR, TWO_SIDES } from './articles.js';
import { formOf, IMPORT_TIMEOUT, type LibraryServer, startLibrary, untilDone } from './library-server.js';

const JSON_ACCEPT = { accept: 'application/json' };
const MEGABYTE = 1024 * 1024;

jest.setTimeout(IMPORT_TIMEOUT);

let server: LibraryServer;

beforeAll(async () => {
  server = await startLibrary({
    STANDPOINT_MAX_FILE_MB: '1',
    STANDPOINT_MAX_UPLOAD_MB: '5',
    STANDPOINT_MAX_FILES: '3',
  });
});

afterAll(() => server.close());

describe('POST /imports', () => {
  it('leads a browser to the page of the import', async () => {
    const { status, headers } = await server.post('/imports', formOf({ 'two-sides.txt': TWO_SIDES }));
    expect(status).toBe(303);
    const page = await server.get(headers.get('location') ?? '');
    expect(page.status).toBe(200);
    expect(page.text).toContain('two-sides.txt');
  });

  it('answers a program with 202 and the id', async () => {
    const { status, text, headers } = await server.post('/imports', formOf({ 'a.md': HARBOR }), JSON_ACCEPT);
    const { id, url, status: state } = JSON.parse(text);
    expect(status).toBe(202);
    expect(url).toBe(`/imports/${id}`);
    expect(headers.get('location')).toBe(url);
    expect(state).toBe('running');
    const outcome = await untilDone(server.get, id);
    expect(outcome.files[0]?.articles[0]?.title).toBe('Harbor festival draws a record crowd');
  });

  it('takes one pasted text with what is stated of it', async () => {
    const form = new FormData();
    form.set('text', 'The US-led coalition has won the battle for the dam, officials said.');
    form.set('title', 'Dam retaken');
    form.set('outlet', 'The Quay Gazette');
    form.set('published', '2014-12-06');
    const { text } = await server.post('/imports', form, JSON_ACCEPT);
    const [file] = (await untilDone(server.get, JSON.parse(text).id)).files;
    const article = JSON.parse((await server.get(`${file?.articles[0]?.url}.json`)).text);
    expect(article).toMatchObject({
      title: 'Dam retaken',
      outlet: 'The Quay Gazette',
      published: '2014-12-06',
      publishedBasis: 'stated',
    });
  });

  it('says that an article is known already', async () => {
    const [file] = (await server.importFiles({ 'again.txt': TWO_SIDES })).files;
    const [article] = file?.articles ?? [];
    expect(article?.duplicateOf).toBe(article?.id);
  });

  it('refuses a file that is too large and lets the others through', async () => {
    const outcome = await server.importFiles({
      'large.txt': new Uint8Array(MEGABYTE + 1).fill(97),
      'small.txt': 'The coalition said its airstrikes had destroyed two bridges.',
    });
    const [large, small] = outcome.files;
    expect(large).toMatchObject({ file: 'large.txt', status: 'refused', articles: [] });
    expect(large?.reason).toContain('1 MB');
    expect(large?.hint).toContain('STANDPOINT_MAX_FILE_MB');
    expect(small).toMatchObject({ file: 'small.txt', status: 'done' });
    expect(readdirSync(join(server.data, 'staging'))).toEqual([]);
  });

  it('refuses the files that are one too many, one by one', async () => {
    const texts = ['one', 'two', 'three', 'four'].map((word) => [
      `${word}.txt`,
      `The coalition met ${word} times.`,
    ]);
    const outcome = await server.importFiles(Object.fromEntries(texts));
    expect(outcome.files.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'refused']);
    expect(outcome.files[3]?.reason).toContain('3 files');
  });

  it('refuses an empty and a binary file, each with a reason and the next step', async () => {
    const outcome = await server.importFiles({
      'empty.txt': '',
      'picture.txt': Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256),
      'fine.txt': 'Ministers praised the coalition for its restraint.',
    });
    const [empty, picture, fine] = outcome.files;
    for (const file of [empty, picture]) {
      expect(file?.status).toBe('refused');
      expect(file?.reason).toBeTruthy();
      expect(file?.hint).toBeTruthy();
    }
    expect(fine?.status).toBe('done');
  });

  it('refuses a whole upload that is too large', async () => {
    const form = formOf({ 'large.txt': new Uint8Array(6 * MEGABYTE).fill(97) });
    const { status, text } = await server.post('/imports', form, JSON_ACCEPT);
    expect(status).toBe(413);
    expect(JSON.parse(text).error).toMatchObject({ code: 'too-large' });
  });

  it('asks for files where none came', async () => {
    const { status, text } = await server.post('/imports', new FormData(), JSON_ACCEPT);
    expect(status).toBe(400);
    expect(JSON.parse(text).error.hint).toBeTruthy();
  });

  it('refuses a body that is no form, and one that breaks off', async () => {
    for (const [type, body] of [
      ['application/json', '{}'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nabc',
      ],
    ] as const) {
      const headers = { 'content-type': type, accept: 'application/json' };
      const response = await fetch(`${server.url}/imports`, { method: 'POST', headers, body });
      expect(response.status).toBe(400);
      expect(JSON.parse(await response.text()).error.requestId).toBeTruthy();
    }
    expect(readdirSync(join(server.data, 'staging'))).toEqual([]);
  });

  it('forgets an upload whose sender went away', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      'POST /imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n' +
        'Content-Type: multipart/form-data; boundary=x\r\n\r\n' +
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhalf of it',
    );
    const staging = join(server.data, 'staging');
    while (readdirSync(staging).length === 0) await sleep(10);
    socket.destroy();
    while (readdirSync(staging).length > 0) await sleep(10);
    expect((await server.get('/readyz')).status).toBe(200);
  });

  it('refuses a date that is none, with the name of the field', async () => {
    const form = new FormData();
    form.set('text', 'The coalition met.');
    form.set('published', 'yesterday');
    const { status, text } = await server.post('/imports', form, JSON_ACCEPT);
    expect(status).toBe(400);
    expect(JSON.parse(text).error.message).toContain('published');
  });
});

describe('/imports', () => {
  it('lists the imports as page, JSON and CSV', async () => {
    const page = await server.get('/imports');
    const { imports } = JSON.parse((await server.get('/imports.json')).text);
    const rows: Record<string, string>[] = parse((await server.get('/imports.csv')).text, { columns: true });
    expect(page.text).toContain(imports[0].url);
    expect(rows.map((row) => row.import_id)).toEqual(imports.map(({ id }: { id: string }) => id));
  });

  it('gives the outcome of one import as CSV', async () => {
    const { id, files } = await server.importFiles({
      'csv.txt': 'The coalition has failed, he said.',
      'no.txt': '',
    });
    const rows: Record<string, string>[] = parse((await server.get(`/imports/${id}.csv`)).text, {
      columns: true,
    });
    expect(rows.map(({ file, status }) => [file, status])).toEqual([
      ['csv.txt', 'done'],
      ['no.txt', 'refused'],
    ]);
    expect(rows[0]?.article_id).toBe(files[0]?.articles[0]?.id);
  });

  it('answers 404 for an import that is not there', async () => {
    const { status, text } = await server.get('/imports/none.json');
    expect(status).toBe(404);
    expect(JSON.parse(text).error.code).toBe('unknown-import');
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { codebook } from '../../analysis/report/index.js';
import { ALL_TABLES } from '../../server/routes/documents.js';
import { ACTIONS, PAGES, PLAIN_ROUTES, WATCH_ROUTES } from '../../server/routes/index.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

let server: LibraryServer;

beforeAll(async () => {
  server = await startLibrary();
});

afterAll(() => server.close());

describe('pages', () => {
  // A page that needs to be told what it is of says so.
  const answering = PAGES.filter(({ path }) => !path.includes(':')).flatMap((page) =>
    page.formats.map((format): [string, string, number] => {
      const isTold = page.query.safeParse({}).success && (page.path !== '/compare' || format === 'html');
      return [format === 'html' ? page.path : `${page.path}.${format}`, format, isTold ? 200 : 400];
    }),
  );

  it.each(answering)('without parameters answer: %s', async (path, format, expected) => {
    const { status, headers } = await server.get(path);
    expect(status).toBe(expected);
    if (status === 200) expect(headers.get('content-type')).toContain(format);
  });

  it('teach where the library is empty', async () => {
    const { text } = await server.get('/');
    expect(text).toContain('The library is empty.');
    expect(text).toContain('What happens with a file');
    expect(text).toContain('name="files"');
  });

  it('list the targets with what they mean and what not', async () => {
    const { text } = await server.get('/targets');
    const { targets } = JSON.parse((await server.get('/targets.json')).text);
    const rows: Record<string, string>[] = parse((await server.get('/targets.csv')).text, { columns: true });
    const [coalition] = targets.filter(({ slug }: { slug: string }) => slug === 'coalition');
    expect(text).toContain(coalition.name);
    expect(rows.filter(({ target, list }) => target === 'coalition' && list === 'lookalikes').length).toBe(
      coalition.lookalikes.length,
    );
  });

  it('explain every column', async () => {
    const { text } = await server.get('/codebook');
    const rows: Record<string, string>[] = parse((await server.get('/codebook.csv')).text, { columns: true });
    expect(rows.map(({ column }) => column)).toEqual(codebook(ALL_TABLES).map(({ column }) => column));
    for (const { column } of codebook(ALL_TABLES)) expect(text).toContain(`<code>${column}</code>`);
  });

  it('show the pictures of the guide, and no other file', async () => {
    const { text } = await server.get('/guide');
    const shown = [...text.matchAll(/<img src="([^"]*)"/g)].map(([, address = '']) => address);
    expect(shown.length).toBeGreaterThan(3);
    for (const address of shown) {
      const { status, headers } = await server.get(address);
      expect([address, status, headers.get('content-type')]).toEqual([address, 200, 'image/png']);
    }
    for (const name of ['none.png', 'report.PNG', '..%2fguide.md', '%00.png']) {
      expect((await server.get(`/guide/images/${name}`)).status).toBe(404);
    }
  });

  it('have an icon where browsers look for one', async () => {
    const { status, headers } = await server.get('/favicon.ico');
    expect([status, headers.get('content-type')]).toEqual([200, 'image/x-icon']);
  });

  it('answer an unknown address as page or as JSON, with the next step', async () => {
    const page = await server.get('/nowhere');
    const json = await server.get('/nowhere', { accept: '*/*' });
    expect([page.status, json.status]).toEqual([404, 404]);
    expect(page.text).toContain('Go to the library');
    const { error } = JSON.parse(json.text);
    expect(Object.keys(error)).toEqual(['code', 'message', 'hint', 'requestId']);
    expect(json.headers.get('x-request-id')).toBe(error.requestId);
  });
});

describe('/api/v1/openapi.json', () => {
  it('describes every route that is mounted', async () => {
    const { openapi, paths } = JSON.parse((await server.get('/api/v1/openapi.json')).text);
    const written = (path: string) => path.replace(/:(\w+)/g, '{$1}');
    expect(openapi).toBe('3.1.0');
    for (const { path, formats } of PAGES) {
      for (const format of formats) {
        expect(paths[written(path) + (format === 'html' ? '' : `.${format}`)].get).toBeDefined();
      }
    }
    for (const { path } of ACTIONS) expect(paths[written(path)].post).toBeDefined();
    for (const { path } of [...PLAIN_ROUTES, ...WATCH_ROUTES]) expect(paths[written(path)].get).toBeDefined();
    expect(paths['/imports'].post.requestBody.content['multipart/form-data']).toBeDefined();
  });
});

describe('the server', () => {
  it('is alive and ready', async () => {
    expect(JSON.parse((await server.get('/healthz')).text).status).toBe('ok');
    expect(JSON.parse((await server.get('/readyz')).text).status).toBe('ready');
  });
});

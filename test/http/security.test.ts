import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { pino } from 'pino';
import { startServer } from '../../server/main.js';
import { ACTIONS } from '../../server/routes/index.js';
import { readSettings } from '../../server/settings.js';
import { HOSTILE, HOSTILE_NAME, HOSTILE_TITLE, TWO_SIDES } from './articles.js';
import { formOf, IMPORT_TIMEOUT, type LibraryServer, rawRequest, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

const OWN_SCRIPT = '<script type="module" src="/public/js/main.js"></script>';

let server: LibraryServer;
let imported: string;
let article: string;

beforeAll(async () => {
  server = await startLibrary();
  const { id, files } = await server.importFiles({ [HOSTILE_NAME]: '', 'hostile.jsonl': HOSTILE });
  imported = `/imports/${id}`;
  article = files[1]?.articles[0]?.url ?? '';
});

afterAll(() => server.close());

describe('hostile text', () => {
  it('reaches no page as markup', async () => {
    for (const path of [article, '/articles', imported, '/imports']) {
      const { status, text } = await server.get(path);
      expect(status).toBe(200);
      for (const attempt of [
        HOSTILE_TITLE,
        '<img src=x',
        '<svg onload',
        '<b onmouseover',
        'href="javascript:',
      ]) {
        expect(text).not.toContain(attempt);
      }
    }
    expect((await server.get(article)).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect((await server.get(article)).text).toContain('&lt;%= 7 * 7 %&gt;');
    expect((await server.get(imported)).text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('reaches no error page as markup', async () => {
    for (const path of [
      '/articles/<script>alert(1)</script>',
      '/articles?label=<script>',
      `${article}?target=<script>`,
    ]) {
      const { text } = await server.get(encodeURI(path));
      expect(text).not.toContain('<script>');
    }
  });

  it('becomes no element, attribute or address that could run', async () => {
    for (const path of [article, '/articles', imported, '/targets', '/codebook']) {
      const { document } = parseHTML((await server.get(path)).text);
      const elements = [...document.querySelectorAll('*')];
      const attributes = elements.flatMap((element) => [...element.attributes]);
      const scripts = [...document.querySelectorAll('script, style, img, iframe, object, base')];
      expect(scripts.map(({ outerHTML }) => outerHTML)).toEqual([OWN_SCRIPT]);
      expect(attributes.filter(({ name }) => name === 'style' || name.startsWith('on'))).toEqual([]);
      const addresses = attributes.filter(({ name }) => ['href', 'src', 'action'].includes(name));
      expect(addresses.map(({ value }) => value).filter((value) => !/^(\/|#|https?:)/.test(value))).toEqual(
        [],
      );
    }
  });
});

describe('headers', () => {
  it('allow no inline script or style, no sniffing and no framing', async () => {
    const { headers } = await server.get('/articles');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('make the original a download that can do nothing', async () => {
    const { status, headers, text } = await server.get(`${article}/original`);
    expect(status).toBe(200);
    expect(text).toBe(HOSTILE);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('guards', () => {
  it('refuse a foreign host name, with the setting to change', async () => {
    const { status, text } = await rawRequest(server.url, {
      path: '/articles',
      headers: { host: 'evil.example' },
    });
    expect(status).toBe(421);
    expect(text).toContain('STANDPOINT_PUBLIC_HOST');
    const local = await rawRequest(server.url, { path: '/articles.json', headers: { host: 'localhost:99' } });
    expect(local.status).toBe(200);
  });

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('refuse a change that %p asks for', async (headers) => {
    const form = formOf({ 'a.txt': TWO_SIDES });
    const upload = await server.post('/imports', form, headers as Record<string, string>);
    expect(upload.status).toBe(403);
    for (const { path } of ACTIONS) {
      const { status } = await server.post(
        path.replace(':id', 'x'),
        undefined,
        headers as Record<string, string>,
      );
      expect([path, status]).toEqual([path, 403]);
    }
    expect(JSON.parse(upload.text).error.code).toBe('foreign-origin');
  });

  it('let a change of the own page through', async () => {
    const headers = { origin: server.url, 'sec-fetch-site': 'same-origin' };
    expect((await server.post('/imports', formOf({ 'a.txt': TWO_SIDES }), headers)).status).toBe(303);
  });

  it('let the stated public name through, whatever a proxy makes of Host', async () => {
    const proxied = await startLibrary({ STANDPOINT_PUBLIC_HOST: 'standpoint.example' });
    try {
      const form = formOf({ 'a.txt': TWO_SIDES });
      const { status } = await proxied.post('/imports', form, { origin: 'https://standpoint.example' });
      const page = await rawRequest(proxied.url, {
        path: '/articles',
        headers: { host: 'standpoint.example' },
      });
      expect([status, page.status]).toEqual([303, 200]);
    } finally {
      await proxied.close();
    }
  });

  it('let nobody out of the public folder or into another', async () => {
    const escapes = ['/public/../package.json', '/public/%2e%2e/package.json', '/public/..%2fpackage.json'];
    const others = ['/articles/..%2f..%2fetc%2fpasswd/original', '/imports/%2e%2e%2f', '/public/%00'];
    for (const path of [...escapes, ...others]) {
      const { status, text } = await rawRequest(server.url, { path });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(text).not.toContain('"dependencies"');
    }
  });

  it('answer a damaged address with 400', async () => {
    const { status } = await rawRequest(server.url, { path: '/articles/%E0%A4%A' });
    expect(status).toBe(400);
  });
});

describe('the log', () => {
  it('says method, route, status and time, and nothing of texts or searches', async () => {
    await server.get('/articles?q=confidential-word');
    const lines = server.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
    const last = lines.at(-1);
    expect(last).toMatchObject({ method: 'GET', status: 200 });
    expect(last.requestId).toBeTruthy();
    expect(last.ms).toBeGreaterThanOrEqual(0);
    const all = server.log.join('');
    for (const word of ['confidential-word', 'Ann Marsh', 'failure']) expect(all).not.toContain(word);
  });
});

describe('an open address', () => {
  it('is refused without a password and a host name', () => {
    expect(() => readSettings({ HOST: '0.0.0.0' })).toThrow(/STANDPOINT_PASSWORD/);
    expect(() => readSettings({ HOST: '0.0.0.0', STANDPOINT_PASSWORD: 'long enough' })).toThrow(
      /STANDPOINT_PUBLIC_HOST/,
    );
  });

  it('is refused where the port is taken, without touching the data', async () => {
    const { port } = new URL(server.url);
    const data = `${server.data}-never`;
    const settings = readSettings({ PORT: port, STANDPOINT_DATA: data });
    await expect(startServer(settings, pino({ level: 'silent' }))).rejects.toMatchObject({
      code: 'port-taken',
      hint: expect.stringContaining('PORT'),
    });
    expect(existsSync(data)).toBe(false);
  });
});

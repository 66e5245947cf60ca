import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

const PASSWORD = 'a long password';

let server: LibraryServer;

beforeAll(async () => {
  server = await startLibrary({ STANDPOINT_PASSWORD: PASSWORD });
});

afterAll(() => server.close());

function basic(password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`anyone:${password}`).toString('base64')}` };
}

describe('a password', () => {
  it('is asked for on every page, file and change, but not by who watches over the server', async () => {
    for (const path of ['/', '/articles.json', '/public/js/main.js', '/api/v1/openapi.json']) {
      const { status, headers } = await server.get(path);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toContain('Basic');
    }
    expect((await server.post('/imports')).status).toBe(401);
    expect((await server.get('/healthz')).status).toBe(200);
    expect((await server.get('/readyz')).status).toBe(200);
  });

  it('opens everything when it is right', async () => {
    expect((await server.get('/articles', basic(PASSWORD))).status).toBe(200);
    expect((await server.get('/articles', { authorization: 'Bearer x' })).status).toBe(401);
  });

  it('cannot be tried for ever', async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      expect((await server.get('/articles', basic(`wrong ${attempt}`))).status).toBe(401);
    }
    const { status, headers } = await server.get('/articles', basic(PASSWORD));
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

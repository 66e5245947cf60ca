import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

let server: LibraryServer;

beforeAll(async () => {
  server = await startLibrary();
});

afterAll(() => server.close());

const keep = (coder: string, back: string) =>
  server.post('/coder', new URLSearchParams({ coder, back }), { accept: 'text/html' });

describe('who corrects', () => {
  it('is remembered by the browser and shown on every page', async () => {
    const { status, headers } = await keep('Zoë <b>', '/targets?x=1');
    expect([status, headers.get('location')]).toEqual([303, '/targets?x=1']);
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/u);
    expect(cookie).toMatch(/SameSite=Lax/u);
    const page = await server.get('/targets', { accept: 'text/html', cookie: cookie.split(';')[0] ?? '' });
    expect(page.text).toContain('value="Zoë &lt;b&gt;"');
  });

  it('is forgotten when the name is emptied', async () => {
    const { headers } = await keep('', '/');
    expect(headers.get('set-cookie')).toMatch(/coder=;.*1970/u);
  });

  it.each(['//evil.example/', '/\\evil.example', '/\t/evil.example', '/a\n//evil.example', 'evil'])(
    'is led to no other site: %s',
    async (back) => {
      expect((await keep('A', back)).headers.get('location')).toBe('/articles');
    },
  );

  it('is nobody where the cookie is damaged', async () => {
    const page = await server.get('/targets', { accept: 'text/html', cookie: 'coder=%E0%A4%A' });
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/id="coder" name="coder" value=""/u);
  });
});

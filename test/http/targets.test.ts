import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { folderWith } from '../resources/corpus-folder.js';
import { TWO_SIDES } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

const JSON_ACCEPT = { accept: 'application/json' };

let server: LibraryServer;
let article: string;

beforeAll(async () => {
  server = await startLibrary();
  const { files } = await server.importFiles({ 'two-sides.txt': TWO_SIDES });
  article = files[0]?.articles[0]?.id ?? '';
});
afterAll(() => server.close());

type Fields = Readonly<Record<string, string | number | readonly string[]>>;

async function post(path: string, fields: Fields, headers: Record<string, string> = JSON_ACCEPT) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, String(one));
  }
  const answer = await server.post(path, body, headers);
  const isJson = answer.headers.get('content-type')?.startsWith('application/json');
  return { ...answer, json: isJson ? JSON.parse(answer.text) : null };
}

async function getJson(path: string) {
  return JSON.parse((await server.get(path)).text);
}

describe('a target', () => {
  it('is made, changed, compared, restored and removed, each version kept', async () => {
    const made = await post('/targets', {
      name: 'Límite: the Dam',
      aliases: 'Nile dam\nGERD',
      note: 'first',
    });
    expect(made.json).toEqual({
      slug: 'limite-the-dam',
      url: '/targets/limite-the-dam?saved=1',
      version: 1,
      isChanged: true,
    });
    const self = '/targets/limite-the-dam';
    const changed = await post(self, { name: 'The Dam', aliases: 'Nile dam', seen: 1 });
    expect(changed.json.version).toBe(2);
    expect((await post(self, { name: 'The Dam', aliases: 'Nile dam', seen: 2 })).json.isChanged).toBe(false);
    const page = await server.get(`${self}?version=2`);
    expect(page.text).toContain('<span class="visually-hidden">Removed: </span>  - GERD');
    expect((await server.get(`${self}/yaml?version=1`)).text).toContain('- GERD');
    expect((await post(`${self}/versions/1/restore`, { seen: 2 })).json.version).toBe(3);
    expect((await getJson(`${self}.json`)).target.aliases).toEqual(['Nile dam', 'GERD']);
    await post(`${self}/remove`, { seen: 3 });
    const gone = await getJson(`${self}.json`);
    expect([gone.target, gone.versions.length]).toEqual([null, 4]);
    expect((await getJson('/targets.json')).targets).toHaveLength(3);
  });

  it('of the corpus is laid over, and comes back when the library’s version is removed', async () => {
    const before = (await getJson('/targets/nato.json')).target;
    await post('/targets/nato', { name: 'NATO', aliases: 'Atlantic alliance', seen: 0 });
    expect((await getJson('/targets/nato.json')).target.aliases).toEqual(['Atlantic alliance']);
    expect((await server.get('/targets')).text).toContain('of this library, version 1');
    await post('/targets/nato/remove', { seen: 1 });
    expect((await getJson('/targets/nato.json')).target).toEqual(before);
  });

  it('that two people edit is overwritten by nobody unasked', async () => {
    await post('/targets', { name: 'Twice' }, { accept: 'application/json', cookie: 'coder=Ida' });
    await post(
      '/targets/twice',
      { name: 'Twice', aliases: 'hers', seen: 1, note: 'for the study' },
      { accept: 'application/json', cookie: 'coder=Ida' },
    );
    const late = await post(
      '/targets/twice',
      { name: 'Twice', aliases: 'his', seen: 1 },
      { accept: 'text/html' },
    );
    expect(late.status).toBe(409);
    const { document } = parseHTML(late.text);
    expect(document.querySelector('.notice')?.textContent).toMatch(
      /Ida saved version 2 of twice on .* for the study/,
    );
    expect(document.querySelector('.line-diff')?.textContent).toMatch(/Removed: {3}- hers.*Added: {3}- his/s);
    const fields = Object.fromEntries(
      [...document.querySelectorAll('main input[type="hidden"]')].map((input) => [
        input.getAttribute('name'),
        input.getAttribute('value') ?? '',
      ]),
    );
    expect((await post('/targets/twice', fields)).json.version).toBe(3);
    expect((await getJson('/targets/twice.json')).target.aliases).toEqual(['his']);
  });

  it('that is not sound is not saved, and each fault stands at its field', async () => {
    const { status, json, text } = await post('/targets', { name: '', aliases: 'x', lookalikes: 'x' });
    expect([status, json.problems.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ['name', 'lookalikes'],
    ]);
    expect(text).toContain('each phrase in one of these lists only');
    const page = await post(
      '/targets',
      { name: 'Kept words', aliases: 'x', lookalikes: 'x' },
      { accept: 'text/html' },
    );
    expect(page.text).toContain('value="Kept words"');
  });

  it.each([
    ['signs of patterns', '.*+?^$()|[]{}\\'],
    ['markup', '"><script>alert(1)</script>'],
    ['right-to-left text', 'التحالف الدولي'],
    ['a thousand characters', 'x'.repeat(1000)],
    ['YAML', 'a: [b, "c"] # d'],
    ['NUL and half a pair', 'a\0b\uD800c'],
  ])('takes %s as they are', async (_what, name) => {
    const made = await post('/targets', { name, aliases: name, note: name });
    expect(made.status).toBe(200);
    const { target } = await getJson(`/targets/${made.json.slug}.json`);
    expect(target.name).toBe(name.replace(/[\0\uD800]/g, ' '));
    expect(target.aliases).toEqual([target.name]);
    for (const path of [made.json.url, `/targets/${made.json.slug}/edit`, '/targets']) {
      const { status, text } = await server.get(path);
      expect([status, text.includes('<script>alert')]).toEqual([200, false]);
    }
    await post(`/targets/${made.json.slug}/remove`, { seen: 1 });
  });

  it('is imported from a file into the form, or each line at fault is named', async () => {
    const form = new FormData();
    form.append('files', new File(['slug: dam\nname: Dam\naliases:\n  - Dam one\n'], 'x.yaml'));
    const good = await server.post('/targets/import', form);
    expect([good.status, good.text.includes('Dam one')]).toEqual([200, true]);
    const damaged = new FormData();
    damaged.append('text', 'slug: dam\nname: Dam\naliases: GERD\nfoo: 1\n');
    const bad = await server.post('/targets/import', damaged, JSON_ACCEPT);
    expect(bad.status).toBe(422);
    expect(JSON.parse(bad.text).problems).toEqual([
      expect.stringContaining('targets/dam.yaml, line 4: unknown key "foo"'),
      expect.stringContaining('line 3: aliases is not a list'),
    ]);
  });
});

describe('a draft', () => {
  it('is tried on an article beside what is found now, and nothing is kept', async () => {
    const { json } = await post('/targets/preview', { slug: 'coalition', name: 'The weather', article });
    expect(json.preview.rows.some(({ isChanged }: { isChanged: boolean }) => isChanged)).toBe(true);
    const kinds = json.preview.rows.flatMap(({ stretches }: { stretches: { kind: string }[] }) =>
      stretches.map(({ kind }) => kind),
    );
    expect(kinds).toEqual(expect.arrayContaining(['gone', 'new']));
    expect((await getJson('/targets/coalition.json')).versions).toEqual([]);
  });

  it('tells of doubtful names with counts', async () => {
    const names = 'time\ncoal.*tion\nNATO\nfriday-night\nFriday night\nmilitants';
    const { json } = await post('/targets/preview', {
      name: 'New one',
      aliases: names,
      lookalikes: 'the new one',
    });
    const found = json.review.warnings.map(
      ({ kind, phrase }: { kind: string; phrase: string }) => `${kind} ${phrase}`,
    );
    expect(found).toEqual([
      'pattern coal.*tion',
      'double Friday night',
      'other-target NATO',
      'hidden the new one',
      'ordinary-word time',
    ]);
    const counts = json.review.counts.map(
      ({ name, text }: { name: string; text: string }) => `${name}: ${text}`,
    );
    expect(counts).toContain(
      'militants: occurs 1 time in 1 of 1 article; 0 of them name the target otherwise',
    );
    expect(counts).toContain('coal.*tion: occurs in none of 1 articles');
  });
});

describe('five hundred targets', () => {
  it('are listed and searched in a light page', async () => {
    const files = Array.from({ length: 500 }, (_, count) => [
      `targets/made-${count}.yaml`,
      `slug: made-${count}\nname: Made target ${count}\naliases: [alias ${count}]\n`,
    ]);
    const many = await startLibrary({ STANDPOINT_CORPUS: folderWith(Object.fromEntries(files)) });
    try {
      const all = await many.get('/targets');
      expect(all.text.match(/<tr data-row/g)).toHaveLength(503);
      expect(all.text).toContain('from STANDPOINT_CORPUS');
      expect(all.text.length).toBeLessThan(400_000);
      expect((await many.get('/targets?q=alias%20499')).text.match(/<tr data-row/g)).toHaveLength(1);
      for (const path of ['/articles', '/runs', '/targets/new', '/targets/made-7']) {
        expect((await many.get(path)).status).toBe(200);
      }
    } finally {
      await many.close();
    }
  });
});

describe('changes', () => {
  it.each([
    '/targets',
    '/targets/nato',
    '/targets/preview',
    '/targets/nato/remove',
    '/runs',
    '/lexicons/verbs',
    '/lexicons/verbs/off',
  ])('of %s are refused to other sites', async (path) => {
    const { status } = await post(
      path,
      { name: 'x' },
      { origin: 'https://evil.example', accept: 'application/json' },
    );
    expect(status).toBe(403);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { ACTIONS } from '../../server/routes/index.js';
import { HARBOR, TWO_SIDES } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

const JSON_ACCEPT = { accept: 'application/json' };
const BEN = { accept: 'text/html', cookie: 'coder=Ben' };

const LINES = [
  {
    id: 'praise',
    title: 'Praise',
    outlet: 'Reuters',
    published: '2014-12-04',
    paragraphs: ['The US-led coalition has saved the town, Mayor Ida Strand said.'],
  },
  {
    id: 'blame',
    title: 'Blame',
    outlet: 'The Quay Gazette',
    published: '1867-05-01',
    paragraphs: ['The coalition has failed the town, Ann Marsh said. "The strikes were illegal," she said.'],
  },
  { id: 'later', title: 'Later', published: '2199-01-01', paragraphs: ['The coalition met in Brussels.'] },
];

let server: LibraryServer;
/** Ids by title, and by file for those without one. */
const id: Record<string, string> = {};

beforeAll(async () => {
  server = await startLibrary();
  const { files } = await server.importFiles({
    'two-sides.txt': TWO_SIDES,
    'harbor.md': HARBOR,
    'lines.jsonl': LINES.map((line) => JSON.stringify(line)).join('\n'),
  });
  for (const { file, articles } of files) {
    for (const article of articles) id[article.title ?? file] = article.id;
  }
});

afterAll(() => server.close());

async function found(query: string): Promise<string[]> {
  const { articles } = JSON.parse((await server.get(`/articles.json?${query}`)).text);
  return articles.map(({ title }: { title: string | null }) => title ?? 'untitled');
}

async function post(path: string, fields: [string, string][], headers: Record<string, string> = JSON_ACCEPT) {
  return await server.post(path, new URLSearchParams(fields), headers);
}

describe('filters of the library', () => {
  it.each([
    ['outlet=Reuters', ['Praise']],
    ['country=United+Kingdom', ['Praise']],
    ['speaker=ida-strand', ['Praise']],
    ['speaker=MARSH', ['Blame']],
    ['dimension=legality', ['untitled']],
    ['label=skeptical', ['Blame']],
    ['from=1800-01-01&to=1900-01-01', ['Blame']],
    ['from=2100-01-01', ['Later']],
    ['q=Brussels&sort=title-asc', ['Later', 'untitled']],
    ['speaker=%25', []],
    ['speaker=.*', []],
    ['country=Atlantis', []],
    ['dimension=none', []],
    ['run=none&label=neutral', []],
  ])('%s', async (query, titles) => {
    expect(await found(query)).toEqual(titles);
  });

  it('take empty fields for none, as forms send them', async () => {
    const all = await found('');
    expect(await found('q=&study=&outlet=&country=&from=&to=&label=&dimension=&speaker=&run=&sort=')).toEqual(
      all,
    );
  });

  it('survive whatever is typed', async () => {
    for (const value of [
      '\0',
      '\uD800',
      '%',
      "'; drop table articles; --",
      '<script>',
      '\\',
      'x'.repeat(500),
    ]) {
      for (const name of ['q', 'outlet', 'country', 'speaker', 'dimension', 'run']) {
        const { status } = await server.get(
          `/articles?${new URLSearchParams({ [name]: value.slice(0, name === 'dimension' || name === 'run' ? 100 : 500) })}`,
        );
        expect([name, value.slice(0, 20), status]).toEqual([name, value.slice(0, 20), 200]);
      }
    }
  });

  it('name the study that is not there', async () => {
    const { status, text } = await server.get('/articles.json?study=none');
    expect([status, JSON.parse(text).error.code]).toEqual([404, 'unknown-study']);
  });

  it('stand as chips, each with the address of the list without it', async () => {
    const { document } = await page('/articles?q=town&label=skeptical&sort=title-asc');
    const chips = [...document.querySelectorAll('.filter-chips a')].map((link) => link.getAttribute('href'));
    expect(chips).toEqual([
      '/articles?label=skeptical&target=coalition&sort=title-asc',
      '/articles?q=town&target=coalition&sort=title-asc',
      '/articles?target=coalition&sort=title-asc',
    ]);
  });
});

describe('the list', () => {
  it('is sorted by every column, and its heads turn the order around', async () => {
    expect(await found('sort=title-asc')).toEqual([
      'Blame',
      'Harbor festival draws a record crowd',
      'Later',
      'Praise',
      'untitled',
    ]);
    expect((await found('sort=date-asc'))[0]).toBe('Blame');
    expect((await found('sort=score-asc'))[0]).toBe('Blame');
    expect((await found('sort=added-asc'))[0]).toBe('untitled');
    const { document } = await page('/articles?sort=title-asc');
    const head = document.querySelector('th[aria-sort]');
    expect(head?.getAttribute('aria-sort')).toBe('ascending');
    expect(head?.querySelector('a')?.getAttribute('href')).toBe('/articles?target=coalition&sort=title-desc');
  });

  it('shows label and bar of author and quoted voices, and says in words where a label is unsure', async () => {
    const { document } = await page('/articles?outlet=Reuters');
    const cells = [...document.querySelectorAll('.library tbody td')];
    const cell = (name: string) => cells.find((one) => one.getAttribute('data-label') === name);
    expect(cell('Quoted voices')?.querySelector('.label.supportive')).not.toBeNull();
    expect(cell('Quoted voices')?.querySelector('svg')?.getAttribute('aria-label')).toBe('Supportive 1 of 1');
    expect(cell('Outlet')?.textContent).toContain('United Kingdom');
    const { articles } = JSON.parse((await server.get('/articles.json')).text);
    const unsure = articles.filter(
      ({ stance }: { stance: { confidence: number; label: string } | null }) =>
        stance && stance.confidence < 0.5 && stance.label !== 'unrelated',
    );
    const all = await page('/articles');
    expect(all.document.querySelectorAll('.unsure').length).toBe(unsure.length);
  });

  it('is taken home as filtered and sorted, at every level', async () => {
    const rows: Record<string, string>[] = parse(
      (await server.get('/articles.csv?q=town&sort=title-asc')).text,
      { columns: true },
    );
    expect(rows.map(({ title }) => title)).toEqual(['Blame', 'Praise']);
  });
});

describe('bulk actions', () => {
  it('delete what is checked, lead back to the same view, and can be undone once', async () => {
    const view = '/articles?label=skeptical&target=coalition&sort=title-asc';
    const fields: [string, string][] = [
      ['article', id.Blame ?? ''],
      ['back', view],
    ];
    const { status, headers } = await post('/articles/delete', fields, BEN);
    const location = headers.get('location') ?? '';
    expect(status).toBe(303);
    expect(location.startsWith(`${view}&change=`)).toBe(true);
    const notice = await server.get(location);
    expect(notice.text).toContain('1 article deleted.');
    const report = await server.get(`/articles/${id.Blame}`);
    expect(report.status).toBe(404);
    expect(report.text).toContain('deleted by Ben');
    expect(report.text).toContain('Undo the deletion');
    expect(await found('')).not.toContain('Blame');
    const undo = /action="(\/changes\/[^"]+\/undo)"/.exec(notice.text)?.[1] ?? '';
    const undone = await post(undo, [['back', view]], BEN);
    expect([undone.status, undone.headers.get('location')]).toEqual([303, location]);
    expect((await server.get(location)).text).toContain('Undone: 1 article deleted.');
    expect(await found('')).toContain('Blame');
    const stale = await post(undo, [], { ...JSON_ACCEPT, cookie: 'coder=Cleo' });
    expect(stale.status).toBe(409);
    expect(JSON.parse(stale.text).error).toMatchObject({
      code: 'stale-undo',
      message: expect.stringContaining('undone by Ben'),
    });
  });

  it('say in an import that a deleted article is back', async () => {
    const deleted = JSON.parse((await post('/articles/delete', [['article', id.Praise ?? '']])).text);
    expect(deleted.articles).toBe(1);
    const { id: imported, files } = await server.importFiles({ 'again.jsonl': JSON.stringify(LINES[0]) });
    expect(files[0]?.articles[0]).toMatchObject({ id: id.Praise, restored: true });
    expect((await server.get(`/imports/${imported}`)).text).toContain('1 brought back that had been deleted');
    expect(await found('outlet=Reuters')).toEqual(['Praise']);
  });

  it('work on all that fit, and are refused where others fit than were shown', async () => {
    const all: [string, string][] = [
      ['scope', 'all'],
      ['q', 'town'],
      ['newStudy', 'Town'],
    ];
    const refused = await post('/articles/add-to-study', [...all, ['expected', '7']]);
    expect([refused.status, JSON.parse(refused.text).error.code]).toEqual([409, 'selection-changed']);
    const done = JSON.parse((await post('/articles/add-to-study', [...all, ['expected', '2']])).text);
    expect(done).toMatchObject({ articles: 2, study: 'town' });
    expect((await found('study=town')).sort()).toEqual(['Blame', 'Praise']);
    await post('/articles/remove-from-study', [
      ['study', 'town'],
      ['article', id.Praise ?? ''],
    ]);
    expect(await found('study=town')).toEqual(['Blame']);
  });

  it('touch nothing but what is checked, whatever the filter', async () => {
    const none = await post('/articles/delete', [
      ['q', 'town'],
      ['target', 'coalition'],
    ]);
    expect([none.status, JSON.parse(none.text).error.code]).toEqual([400, 'nothing-selected']);
    const nowhere = await post('/articles/add-to-study', [['article', id.Praise ?? '']]);
    expect(JSON.parse(nowhere.text).error.code).toBe('no-study');
    const again = await post('/runs', [
      ['scope', 'checked'],
      ['target', 'coalition'],
    ]);
    expect([again.status, JSON.parse(again.text).error.code]).toEqual([400, 'no-articles']);
  });

  it('lead two to six articles to the comparison, and no others', async () => {
    const some = ['Praise', 'Blame'].map((title): [string, string] => ['article', id[title] ?? '']);
    const { headers } = await post('/articles/compare', some, BEN);
    expect(headers.get('location')).toBe(
      `/compare?${new URLSearchParams([...some, ['target', 'coalition']])}`,
    );
    expect((await post('/articles/compare', some.slice(1))).status).toBe(400);
  });

  it('lead to no other site', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { headers } = await post(
        '/articles/add-to-study',
        [
          ['article', id.Praise ?? ''],
          ['newStudy', 'x'],
          ['back', back],
        ],
        BEN,
      );
      expect(headers.get('location')).toMatch(/^\/articles\?change=/);
    }
  });
});

describe('/changes', () => {
  it('lists what was done, by whom, and what became of it', async () => {
    const { changes } = JSON.parse((await server.get('/changes.json')).text);
    const kinds = changes.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['delete-articles', 'add-to-study', 'remove-from-study']));
    const rows: Record<string, string>[] = parse((await server.get('/changes.csv')).text, { columns: true });
    expect(rows.map(({ change_id }) => change_id)).toEqual(changes.map((one: { id: string }) => one.id));
    expect((await server.get('/changes')).text).toContain('undone by Ben');
  });

  it('knows no change that nobody made', async () => {
    expect((await post('/changes/none/undo', [])).status).toBe(404);
    expect((await server.get('/articles?change=none')).status).toBe(200);
    expect((await server.get('/articles?change=%00')).status).toBe(200);
  });
});

describe('/outlets', () => {
  it('has the country of the lexicon, and takes another by hand, once for all', async () => {
    const { outlets } = JSON.parse((await server.get('/outlets.json')).text);
    const reuters = outlets.find(({ name }: { name: string }) => name === 'Reuters');
    expect(reuters).toMatchObject({ country: 'United Kingdom', basis: 'lexicon', articles: 1 });
    const set = (country: string, seen: number, headers = BEN as Record<string, string>) =>
      post(
        '/outlets/country',
        [
          ['outlet', 'Reuters'],
          ['country', country],
          ['seen', String(seen)],
          ['back', '/outlets'],
        ],
        headers,
      );
    const { headers } = await set('Canada', reuters.revision);
    expect(await found('country=Canada')).toEqual(['Praise']);
    const conflict = await set('Norway', reuters.revision);
    expect(conflict.status).toBe(409);
    for (const words of ['Ben', 'Canada', 'Norway', 'Save mine anyway'])
      expect(conflict.text).toContain(words);
    const { text } = await server.get(headers.get('location') ?? '');
    expect(text).toContain('Country of Reuters set to Canada.');
    await post(/action="(\/changes\/[^"]+\/undo)"/.exec(text)?.[1] ?? '', []);
    expect(await found('country=Canada')).toEqual([]);
  });
});

describe('every change', () => {
  const paths = ACTIONS.map(({ path }) => path.replace(/:(\w+)/g, 'x'));
  it.each(paths)('%s is refused to another site', async (path) => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const { status } = await server.post(
        path,
        new URLSearchParams({ scope: 'all' }),
        headers as Record<string, string>,
      );
      expect(status).toBe(403);
    }
  });

  it.each(paths)('%s is no GET', async (path) => {
    const before = await found('');
    await server.get(`${path}?scope=all&article=${id.Praise}`);
    expect(await found('')).toEqual(before);
  });
});

async function page(path: string) {
  return parseHTML((await server.get(path)).text);
}

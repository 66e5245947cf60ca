import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { HARBOR, HOSTILE, HOSTILE_TITLE, TWO_SIDES } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, rawRequest, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

const OTHER = JSON.stringify({
  id: 'other',
  title: 'Coalition praised',
  outlet: 'The Quay Gazette',
  published: '2014-12-06',
  paragraphs: [
    'The US-led coalition has saved many lives, Philip Hammond said.',
    'The coalition has failed to protect the town, Ann Marsh said.',
  ],
});

let server: LibraryServer;
let ids: Record<'twoSides' | 'harbor' | 'hostile' | 'other' | 'wire', string>;

beforeAll(async () => {
  server = await startLibrary();
  const { files } = await server.importFiles({
    'two-sides.txt': TWO_SIDES,
    'harbor.md': HARBOR,
    'hostile.jsonl': HOSTILE,
    'other.jsonl': OTHER,
    'wire.jsonl': JSON.stringify({ ...JSON.parse(OTHER), id: 'wire', outlet: 'Northport Post' }),
  });
  const [twoSides = '', harbor = '', hostile = '', other = '', wire = ''] = files.map(
    ({ articles }) => articles[0]?.id ?? '',
  );
  ids = { twoSides, harbor, hostile, other, wire };
});

afterAll(() => server.close());

function pathOf(articles: readonly string[], ending = '', more = ''): string {
  return `/compare${ending}?${articles.map((id) => `article=${encodeURIComponent(id)}`).join('&')}${more}`;
}

async function rowsOf(level: string, articles: readonly string[]): Promise<Record<string, string>[]> {
  const { text } = await server.get(pathOf(articles, '.csv', `&level=${level}`));
  return parse(text, { columns: true });
}

describe('/compare', () => {
  it('puts the articles under each other’s headings, in the order of the address', async () => {
    const { status, text } = await server.get(pathOf([ids.other, ids.twoSides]));
    const { document } = parseHTML(text);
    expect(status).toBe(200);
    const heads = [...document.querySelectorAll('.compare-heads li')].map((head) => head.textContent);
    expect(heads[0]).toContain('The Quay Gazette');
    expect(heads[1]).toContain('Untitled article');
    for (const row of document.querySelectorAll('.compare tbody tr')) {
      expect(row.querySelectorAll('td')).toHaveLength(2);
    }
    expect(document.querySelectorAll('.compare-group.supportive .card').length).toBeGreaterThan(1);
    expect(document.querySelectorAll('.compare-group.skeptical .card').length).toBeGreaterThan(1);
  });

  it('aligns a voice that both quote, and says who speaks in one only', async () => {
    const { document } = parseHTML((await server.get(pathOf([ids.other, ids.twoSides]))).text);
    const rows = [...document.querySelectorAll('#voices tbody tr')];
    const row = (name: string) => rows.find((one) => one.querySelector('th')?.textContent.includes(name));
    expect(row('Philip Hammond')?.querySelectorAll('td.nothing')).toHaveLength(0);
    expect(row('Ann Marsh')?.textContent).toContain('only in A');
    expect(row('Sergei Lavrov')?.textContent).toContain('only in B');
  });

  it('leads with every number to the place in the report, toward the same target', async () => {
    const { document } = parseHTML((await server.get(pathOf([ids.other, ids.twoSides]))).text);
    const [link] = document.querySelectorAll('#viewpoints .card footer a');
    const href = link?.getAttribute('href') ?? '';
    expect(href).toMatch(/^\/articles\/.+\?target=coalition#unit-\d+$/);
    const report = parseHTML((await server.get(href)).text).document;
    expect(report.querySelector(`[id="${href.split('#')[1]}"]`)).not.toBeNull();
  });

  it('moves, removes and adds articles by address alone', async () => {
    const { document } = parseHTML((await server.get(pathOf([ids.other, ids.twoSides, ids.harbor]))).text);
    const links = [...document.querySelectorAll('.compare-heads li')].map((head) =>
      [...head.querySelectorAll('.compare-moves a')].map((a) =>
        new URL(a.getAttribute('href') ?? '', server.url).searchParams.getAll('article'),
      ),
    );
    const { other, twoSides, harbor } = ids;
    expect(links[0]).toEqual([
      [twoSides, other, harbor],
      [twoSides, harbor],
    ]);
    expect(links[2]).toEqual([
      [other, harbor, twoSides],
      [other, twoSides],
    ]);
    const add = document.querySelector('form.compare-add');
    const hidden = [...(add?.querySelectorAll('input[name="article"]') ?? [])].map((input) =>
      input.getAttribute('value'),
    );
    expect(hidden).toEqual([other, twoSides, harbor]);
    const offered = [...(add?.querySelectorAll('option') ?? [])].map((option) =>
      option.getAttribute('value'),
    );
    expect(offered.sort()).toEqual([ids.hostile, ids.wire].sort());
  });

  it('scores first what was not scored toward the target', async () => {
    const json = await server.get(pathOf([ids.other, ids.twoSides], '.json', '&target=nato'));
    const { target, articles } = JSON.parse(json.text);
    expect(target.slug).toBe('nato');
    expect(articles.map(({ runId }: { runId: string }) => runId).every(Boolean)).toBe(true);
  });

  it('marks the same text in two outlets', async () => {
    const { text } = await server.get(pathOf([ids.other, ids.wire]));
    expect(text).toContain('Same text as A');
    const { articles } = JSON.parse((await server.get(pathOf([ids.other, ids.wire], '.json'))).text);
    expect(articles[1].overlaps).toEqual([
      { articleId: ids.other, sameText: true, sharedParagraphs: 2, ofParagraphs: 2 },
    ]);
  });

  it('shows hostile text as text', async () => {
    const { text } = await server.get(pathOf([ids.hostile, ids.other]));
    expect(text).not.toContain(HOSTILE_TITLE);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<b onmouseover');
  });

  it('teaches what it is for where there is nothing to compare yet', async () => {
    for (const articles of [[], [ids.other]]) {
      const { status, text } = await server.get(pathOf(articles));
      expect(status).toBe(200);
      expect(text).toContain('Two to six articles stand next to each other');
      expect(text).toContain(articles.length === 0 ? 'Choose two articles' : 'Choose one article more');
    }
  });
});

describe('twins of /compare', () => {
  it('name the articles in JSON, with voices and issues in their order', async () => {
    const { articles, voices, dimensions } = JSON.parse(
      (await server.get(pathOf([ids.other, ids.twoSides], '.json'))).text,
    );
    expect(articles.map(({ id }: { id: string }) => id)).toEqual([ids.other, ids.twoSides]);
    for (const { cells } of [...voices, ...dimensions]) expect(cells).toHaveLength(2);
    const marsh = voices.find(({ name }: { name: string }) => name === 'Ann Marsh');
    expect(marsh).toMatchObject({ onlyIn: ids.other, cells: [{ articleId: ids.other }, null] });
    expect(articles[0].viewpoints.length).toBeGreaterThan(1);
  });

  it('hold the rows of all the articles in CSV', async () => {
    const both = [ids.other, ids.twoSides];
    expect((await rowsOf('articles', both)).map((row) => row.article_id)).toEqual(both);
    const paragraphs = await rowsOf('paragraphs', both);
    expect([...new Set(paragraphs.map((row) => row.article_id))]).toEqual(both);
  });

  it('align voices and issues in CSV: one row for each in each article', async () => {
    const both = [ids.other, ids.twoSides];
    for (const [level, key] of [
      ['voices', 'voice_key'],
      ['dimensions', 'dimension'],
    ] as const) {
      const rows = await rowsOf(level, both);
      const keys = [...new Set(rows.map((row) => row[key]))];
      expect(rows.map((row) => [row[key], row.article_id])).toEqual(
        keys.flatMap((value) => both.map((id) => [value, id])),
      );
    }
    const [here, there] = (await rowsOf('voices', both)).filter((row) => row.voice_name === 'Ann Marsh');
    expect([here?.present, here?.only_here, there?.present, there?.words]).toEqual([
      'TRUE',
      'TRUE',
      'FALSE',
      '',
    ]);
  });

  it('are safe for Excel where asked', async () => {
    const path = pathOf([ids.other, ids.wire], '.csv', '&level=voices&for=excel');
    const { text } = await rawRequest(server.url, { path });
    expect(text.startsWith('\uFEFFvoice_key,')).toBe(true);
  });
});

describe('what cannot be compared', () => {
  it.each([
    [
      'too many',
      () => ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      400,
      'too-many-articles',
      /7 articles .* 6 can stand/,
    ],
    ['the same twice', () => [ids.other, ids.other, ids.wire], 400, 'same-article-twice', /named twice/],
    ['an unknown one', () => [ids.other, 'nobody'], 404, 'unknown-article', /no article of this id/],
  ])('%s: says so, with the next step', async (_name, articles, status, code, message) => {
    const json = await server.get(pathOf(articles(), '.json'), { accept: 'application/json' });
    const page = await server.get(pathOf(articles()));
    expect([json.status, page.status]).toEqual([status, status]);
    const { error } = JSON.parse(json.text);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(page.text).toContain(error.hint.split('/compare')[0].slice(0, 20));
  });

  it('too few for a program: says how many came', async () => {
    const { status, text } = await server.get(pathOf([ids.other], '.json'));
    expect(status).toBe(400);
    expect(JSON.parse(text).error).toMatchObject({
      code: 'too-few-articles',
      message: expect.stringContaining('1 came'),
    });
  });

  it('hostile ids stay text', async () => {
    const { status, text } = await server.get(pathOf(['<script>x</script>', 'a\u0000b']));
    expect(status).toBe(404);
    expect(text).not.toContain('<script>x');
  });
});

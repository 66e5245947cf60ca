import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Label, Reading, Result } from '../../analysis/article/index.js';
import {
  type LibraryFilter,
  listArticles,
  SORT_NAMES,
  type Sort,
  saveAnalyses,
  streamResults,
} from '../../server/store/index.js';
import { target } from './arbitrary-analysis.js';
import { openTestStore, type TestStore } from './open-test-store.js';
import { sampleAnalysis } from './sample-analysis.js';

const ARTICLES = 40;
const LABELS: readonly Label[] = ['supportive', 'skeptical', 'mixed', 'neutral', 'unrelated'];

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
  for (let index = 0; index < ARTICLES; index++) await saveAnalyses(test.store, [analysisOf(index)]);
});
afterAll(() => test.close());

/** Few different values of everything that can be sorted by, and nothing at all in a fourth of the articles. */
function analysisOf(index: number) {
  const { reading, result } = sampleAnalysis(index + 1);
  const one = <T>(values: readonly T[]): T => values[index % values.length] as T;
  const article = {
    ...reading.article,
    id: `article-${index}`,
    title: one([null, 'Alpha', 'beta', `Łódź ${'x'.repeat(1000)}`, '“Quoted”', 'التحالف', 'Alpha']),
    outlet: one([null, 'Post', 'Herald', 'post']),
    published: one([null, '2014-12-03', '1867-05-01', '2014-12-03', '2199-01-01']),
  };
  const read: Reading = { ...reading, article };
  const stance = {
    ...result.stance,
    label: one(LABELS),
    score: one([null, 0.1, -0.3, 0.1, 1 / 3, -1]),
    confidence: one([0.5, 0.25, 1 / 3]),
    related: one([0, 3, 3, 12]),
  };
  const scored: Result = { ...result, articleId: article.id, stance };
  return { reading: read, scored: index % 4 === 3 ? [] : [{ target, result: scored }], origin: null };
}

const sorts = fc.record<Sort>({
  by: fc.constantFrom(...SORT_NAMES),
  direction: fc.constantFrom('asc', 'desc'),
});

const filters: fc.Arbitrary<Partial<LibraryFilter>> = fc.record(
  {
    outlet: fc.constantFrom('Post', 'Herald'),
    label: fc.constantFrom(...LABELS),
    from: fc.constantFrom('1800-01-01', '2014-12-03'),
  },
  { requiredKeys: [] },
);

async function pageThrough(filter: LibraryFilter, sort: Sort, limit: number) {
  const pages = [];
  let after: string | undefined;
  do {
    const page = await listArticles(test.store, filter, { after, limit, sort });
    pages.push(page);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return pages;
}

describe('paging through the library', () => {
  it('gives every article once, in the order of one large page, whatever the sort, filter and size', async () => {
    await fc.assert(
      fc.asyncProperty(sorts, filters, fc.integer({ min: 1, max: 13 }), async (sort, partial, limit) => {
        const filter = { target: 'coalition', ...partial };
        const whole = await listArticles(test.store, filter, { limit: 500, sort });
        const pages = await pageThrough(filter, sort, limit);
        const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
        expect(ids).toEqual(whole.rows.map(({ id }) => id));
        expect(new Set(ids).size).toBe(whole.total);
        for (const { total } of pages) expect(total).toBe(whole.total);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['asc', 'desc'] as const)('sorts %s, what has no value last', async (direction) => {
    const values = async (by: Sort['by'], of: (row: Row) => string | number | null) =>
      (
        await listArticles(test.store, { target: 'coalition' }, { limit: 500, sort: { by, direction } })
      ).rows.map(of);
    const read: [Sort['by'], (row: Row) => string | number | null][] = [
      ['date', ({ published }) => published],
      ['outlet', ({ outlet }) => outlet?.toLowerCase() ?? null],
      ['score', ({ stance }) => stance?.score ?? null],
      ['confidence', ({ stance }) => stance?.confidence ?? null],
      ['related', ({ stance }) => stance?.related ?? null],
    ];
    for (const [by, of] of read) {
      const found = await values(by, of);
      const present = found.filter((value) => value !== null);
      expect(found.slice(present.length).every((value) => value === null)).toBe(true);
      const inOrder = [...present].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(present).toEqual(direction === 'asc' ? inOrder : inOrder.reverse());
    }
  });

  it('streams in the same order', async () => {
    const sort: Sort = { by: 'score', direction: 'asc' };
    const { rows } = await listArticles(test.store, { target: 'coalition' }, { limit: 500, sort });
    const streamed: string[] = [];
    for await (const { result } of streamResults(test.store, { target: 'coalition' }, sort)) {
      streamed.push(result.articleId);
    }
    expect(streamed).toEqual(rows.filter(({ stance }) => stance !== null).map(({ id }) => id));
  });

  it('refuses a cursor of another sort, and one that was made by hand', async () => {
    const sort: Sort = { by: 'title', direction: 'asc' };
    const { next } = await listArticles(test.store, { target: 'coalition' }, { limit: 5, sort });
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const others = [next ?? '', 'x', made([1]), made(['2014-12-03', '1 or true']), made(['\0', 1])];
    for (const after of others) {
      await expect(
        listArticles(test.store, { target: 'coalition' }, { after, sort: { by: 'score', direction: 'asc' } }),
      ).rejects.toMatchObject({ name: 'InputError' });
    }
  });
});

type Row = Awaited<ReturnType<typeof listArticles>>['rows'][number];

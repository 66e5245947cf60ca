import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Label, Reading, Result } from '../../analysis/article/index.js';
import {
  countArticles,
  findCopies,
  type LibraryFilter,
  listArticles,
  listOutlets,
  listStoredTargets,
  saveAnalyses,
} from '../../server/store/index.js';
import { target } from './arbitrary-analysis.js';
import { openTestStore, type TestStore } from './open-test-store.js';
import { sampleAnalysis } from './sample-analysis.js';

interface Given {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly label: Label | null;
}

const base = {
  title: 'Kerry praises coalition',
  outlet: 'Post',
  text: 'Warships sailed.',
  label: 'neutral' as Label,
};
const ARTICLES: readonly Given[] = [
  { ...base, id: 'a', published: '2014-12-03', label: 'supportive' },
  { ...base, id: 'b', published: '2014-12-03', label: 'skeptical', outlet: 'Herald' },
  { ...base, id: 'c', published: '2014-12-05', title: null, text: 'A "sailing" élite; 100% of <b>it</b>.' },
  { ...base, id: 'd', published: null, outlet: null },
  { ...base, id: 'e', published: '2015-01-01', label: null },
  { ...base, id: 'f', published: '2014-12-03', label: 'skeptical' },
];

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
  for (const given of ARTICLES) await saveAnalyses(test.store, [analysisOf(given)]);
});
afterAll(() => test.close());

function analysisOf({ label, ...given }: Given) {
  const { reading, result } = sampleAnalysis(given.id.charCodeAt(0));
  const article = { ...reading.article, ...given, textHash: given.text, units: [] };
  const read: Reading = { ...reading, article };
  const stance = { ...result.stance, label: label ?? 'neutral' };
  const scored: Result = { ...result, articleId: given.id, stance };
  return { reading: read, scored: label ? [{ target, result: scored }] : [], origin: null };
}

async function ids(filter: Partial<LibraryFilter>): Promise<string[]> {
  const page = await listArticles(test.store, { target: 'coalition', ...filter });
  expect(page.total).toBe(page.rows.length);
  return page.rows.map(({ id }) => id);
}

describe('the list of the library', () => {
  it('begins with the newest; articles without a date come last', async () => {
    expect(await ids({})).toEqual(['e', 'c', 'f', 'b', 'a', 'd']);
  });

  it('filters by outlet, dates, label, ids and target', async () => {
    expect(await ids({ outlet: 'Herald' })).toEqual(['b']);
    expect(await ids({ from: '2014-12-03', to: '2014-12-05' })).toEqual(['c', 'f', 'b', 'a']);
    expect(await ids({ label: 'skeptical' })).toEqual(['f', 'b']);
    expect(await ids({ ids: ['d', 'a', 'no such'] })).toEqual(['a', 'd']);
    expect(await ids({ label: 'skeptical', outlet: 'Post' })).toEqual(['f']);
    expect(await ids({ target: 'no-such-target' })).toHaveLength(ARTICLES.length);
  });

  it('shows the stance of scored articles, none of the others', async () => {
    const { rows } = await listArticles(test.store, { target: 'coalition' });
    const labels = new Map(rows.map(({ id, stance }) => [id, stance?.label ?? null]));
    for (const { id, label } of ARTICLES) expect(labels.get(id)).toBe(label);
    const others = await listArticles(test.store, { target: 'no-such-target' });
    expect(others.rows.every(({ stance, runId }) => stance === null && runId === null)).toBe(true);
  });

  it('searches words in title and text, by their stems; whatever is typed is words, never a pattern', async () => {
    expect(await ids({ search: 'sail' })).toHaveLength(6);
    expect(await ids({ search: 'élite' })).toEqual(['c']);
    expect(await ids({ search: '"kerry praises" -élite', outlet: 'Herald' })).toEqual(['b']);
    expect(await ids({ search: 'warship OR élite', from: '2014-12-05' })).toEqual(['e', 'c']);
    for (const hostile of ["'); drop table articles; --", '%', '.*', 'a & | ! (', '\0', '"', ':*', '\\']) {
      await countArticles(test.store, { target: 'coalition', search: hostile });
    }
    expect(await ids({ search: '   ' })).toHaveLength(6);
  });

  it('goes on page by page, each article once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listArticles(test.store, { target: 'coalition' }, { after, limit: 2 });
      expect(page.total).toBe(ARTICLES.length);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(['e', 'c', 'f', 'b', 'a', 'd']);
  });

  it('refuses a damaged cursor and days that do not exist', async () => {
    for (const after of ['', 'x', '2014-12-03', "2014-12-03_1' or true", '2014-02-31_1']) {
      await expect(listArticles(test.store, { target: 'coalition' }, { after })).rejects.toMatchObject({
        name: 'InputError',
      });
    }
    await expect(ids({ from: '2014-13-01' })).rejects.toMatchObject({ code: 'bad-date' });
  });
});

describe('beside the list', () => {
  it('stand the outlets and targets with their numbers', async () => {
    expect(await listOutlets(test.store)).toEqual([
      { name: 'Post', articles: 4 },
      { name: 'Herald', articles: 1 },
    ]);
    expect(await listStoredTargets(test.store)).toEqual([
      { ref: 'coalition', slug: 'coalition', name: target.name, articles: 5 },
    ]);
  });

  it('stand the copies of a text', async () => {
    const copies = await findCopies(test.store, 'a');
    expect(copies.map(({ id }) => id)).toEqual(['b', 'd', 'e', 'f']);
    expect(await findCopies(test.store, 'c')).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Reading, Result } from '../../analysis/article/index.js';
import {
  listRuns,
  loadArticle,
  loadResult,
  saveAnalyses,
  saveResults,
  streamResults,
} from '../../server/store/index.js';
import { article, resultOn, target } from './arbitrary-analysis.js';
import { openTestStore, type TestStore } from './open-test-store.js';
import { sampleAnalysis } from './sample-analysis.js';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());

const address = (result: Result) => ({ articleId: result.articleId, target: 'coalition' });

describe('results', () => {
  it('come back as they went in, byte for byte', async () => {
    const scored = article.chain((one) => resultOn(one).map((result) => ({ one, result })));
    await fc.assert(
      fc.asyncProperty(scored, async (given) => {
        // An id of its own each time: a smaller counterexample must not meet an earlier article.
        const id = randomUUID();
        const one = { ...given.one, id };
        const result = { ...given.result, articleId: id };
        const read: Reading = { article: one, targets: [], mentions: null };
        await saveAnalyses(test.store, [{ reading: read, scored: [{ target, result }], origin: null }]);
        const stored = await loadResult(test.store, address(result));
        expect(stored?.result).toEqual(result);
        expect(JSON.stringify(stored?.result)).toBe(JSON.stringify(result));
        expect((await loadArticle(test.store, id))?.article).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it('keep what the source asked for beside the article', async () => {
    const { reading: read } = sampleAnalysis(7);
    await saveAnalyses(test.store, [{ reading: read, scored: [], origin: null }]);
    const stored = await loadArticle(test.store, read.article.id);
    expect(stored?.givenTargets).toEqual(read.targets);
    expect(stored?.givenMentions).toEqual(read.mentions);
    expect(stored?.asRead).toEqual(read.article);
  });

  it('of several runs stay side by side, the newest being the current one', async () => {
    const { reading: read, result } = sampleAnalysis(11);
    const second: Result = { ...result, provenance: { ...result.provenance, settings: 'f'.repeat(16) } };
    await saveAnalyses(test.store, [{ reading: read, scored: [{ target, result }], origin: null }]);
    const first = await loadResult(test.store, address(result));
    await saveResults(test.store, { articleId: read.article.id, revision: 0 }, [{ target, result: second }]);
    const current = await loadResult(test.store, address(result));
    expect(current?.result.provenance.settings).toBe('f'.repeat(16));
    const earlier = await loadResult(test.store, { ...address(result), run: first?.runId });
    expect(earlier?.result).toEqual(result);
    // Coding again in the first way makes its result current again, without a second copy.
    await saveResults(test.store, { articleId: read.article.id, revision: 0 }, [{ target, result }]);
    expect((await loadResult(test.store, address(result)))?.runId).toBe(first?.runId);
    const runs = await listRuns(test.store, 'coalition');
    expect(runs.filter(({ id }) => id === first?.runId)).toEqual([expect.objectContaining({ articles: 1 })]);
  });

  it('of an article that the library has are added to it, and the article is told to be a duplicate', async () => {
    const { reading: read, result } = sampleAnalysis(23);
    const one = { reading: read, scored: [{ target, result }], origin: null };
    expect(await saveAnalyses(test.store, [one])).toEqual([{ duplicate: false }]);
    expect(await saveAnalyses(test.store, [one])).toEqual([{ duplicate: true }]);
  });

  it('are kept whole when two jobs save the same one at the same moment', async () => {
    const { reading: read, result } = sampleAnalysis(31);
    const one = { reading: read, scored: [{ target, result }], origin: null };
    const saved = await Promise.all(Array.from({ length: 5 }, () => saveAnalyses(test.store, [one])));
    expect(saved.flat().filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect((await loadResult(test.store, address(result)))?.result).toEqual(result);
  });

  it('are not kept for an article that was deleted meanwhile', async () => {
    const { result } = sampleAnalysis(41);
    const nowhere = { articleId: 'nowhere', revision: 0 };
    expect(await saveResults(test.store, nowhere, [{ target, result }])).toBe('unknown');
    expect(await loadResult(test.store, { articleId: 'nowhere', target: 'coalition' })).toBeNull();
  });

  it('stream each article of the library once', async () => {
    const seen: string[] = [];
    for await (const { result } of streamResults(test.store, { target: 'coalition' }))
      seen.push(result.articleId);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(60);
  });
});

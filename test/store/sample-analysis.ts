import fc from 'fast-check';
import type { Reading, Result } from '../../analysis/article/index.js';
import { type Store, saveAnalyses } from '../../server/store/index.js';
import { reading, resultOn, target } from './arbitrary-analysis.js';

function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed });
  if (value === undefined) throw new Error('no sample');
  return value;
}

/** An article with a result, always the same for one seed. */
export function sampleAnalysis(seed: number): { reading: Reading; result: Result } {
  const read = sample(reading, seed);
  return { reading: read, result: sample(resultOn(read.article), seed + 1) };
}

/** Keeps the article of this seed with its result. */
export async function saveOne(store: Store, seed: number): Promise<Result> {
  const { reading: read, result } = sampleAnalysis(seed);
  await saveAnalyses(store, [{ reading: read, scored: [{ target, result }], origin: null }]);
  return result;
}

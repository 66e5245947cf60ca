import { describe, expect, it } from '@jest/globals';
import {
  FeatureTable,
  frequentHashes,
  logSoftmax,
  packSequences,
  sparseScores,
  trainSparse,
} from '../../analysis/learning/index.js';

const example = (index: number, label: number) => ({
  indices: Uint32Array.of(index, 3),
  values: Float32Array.of(1, 1),
  label,
  weight: 1,
});
const examples = [0, 1, 2].flatMap((c) => Array.from({ length: 10 }, () => example(c, c)));
const options = { features: 4, classes: 3, epochs: 10, rate: 0.1, l2: 1e-4, seed: 5 };

describe('sparse softmax regression', () => {
  it('learns what the features say', () => {
    const model = trainSparse(examples, options);
    for (const c of [0, 1, 2]) {
      const scores = [...sparseScores(model, [c, 3], [1, 1])];
      expect(scores.indexOf(Math.max(...scores))).toBe(c);
    }
  });

  it('gives the same weights for the same seed', () => {
    expect(trainSparse(examples, options)).toEqual(trainSparse(examples, options));
  });
});

describe('feature table', () => {
  it('finds each hash at its place, and no other', () => {
    const hashes = frequentHashes([[7, 7, 4_294_967_295], [7, 16], [16, 23], [4_294_967_295]], 2);
    const table = new FeatureTable(hashes);
    expect([...hashes]).toEqual([7, 16, 4_294_967_295]);
    expect([7, 16, 4_294_967_295, 23, 0].map((hash) => table.indexOf(hash))).toEqual([0, 1, 2, -1, -1]);
  });
});

describe('log softmax', () => {
  it('sums to 1 after exponentiation, also for huge scores', () => {
    const result = logSoftmax([1000, 999, -1000]);
    expect(result.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 12);
  });
});

describe('packed sequences', () => {
  it('gives every token one row of its own', () => {
    const { order, lengths, starts, rows } = packSequences([2, 4, 1, 4]);
    expect(order).toEqual([1, 3, 0, 2]);
    expect(rows).toBe(11);
    const seen = new Set<number>();
    lengths.forEach((length, b) => {
      for (let t = 0; t < length; t++) seen.add((starts[t] ?? 0) + b);
    });
    expect(seen.size).toBe(11);
    expect(Math.max(...seen)).toBe(10);
  });
});

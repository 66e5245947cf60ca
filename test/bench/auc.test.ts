import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auc, type Scored } from '../../bench/bias-spans/auc.js';

const scored = fc.record({ score: fc.integer({ min: -5, max: 5 }), isPositive: fc.boolean() });

describe('auc', () => {
  it('is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(fc.array(scored), (some) => {
        const more = [...some, { score: 1, isPositive: true }, { score: 0, isPositive: false }];
        expect(auc(more)).toBeCloseTo(pairwise(more), 9);
      }),
    );
  });

  it('is undefined with one kind alone', () => {
    expect(auc([{ score: 1, isPositive: true }])).toBeNaN();
  });
});

function pairwise(scores: readonly Scored[]): number {
  const positives = scores.filter(({ isPositive }) => isPositive);
  const negatives = scores.filter(({ isPositive }) => !isPositive);
  const wins = positives.flatMap((a) =>
    negatives.map((b) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)),
  );
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

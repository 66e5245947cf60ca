import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  accuracyAtCoverage,
  brierScore,
  calibrationBins,
  calibrationError,
  type Judgement,
} from '../../analysis/evaluate/index.js';

const judgement = fc.record({
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  isRight: fc.boolean(),
});
const judgements = fc.array(judgement, { minLength: 1 });

function judged(...pairs: readonly [number, boolean][]): Judgement[] {
  return pairs.map(([confidence, isRight]) => ({ confidence, isRight }));
}

describe('accuracyAtCoverage', () => {
  const four = judged([0.9, true], [0.3, false], [0.8, true], [0.6, false]);

  it('keeps the surest', () => {
    expect(accuracyAtCoverage(four, 0.5)).toBe(1);
    expect(accuracyAtCoverage(four, 0.75)).toBeCloseTo(2 / 3, 12);
    expect(accuracyAtCoverage(four, 1)).toBe(0.5);
  });

  it('takes the mean of equally sure ones at the border', () => {
    expect(accuracyAtCoverage(judged([0.9, true], [0.5, true], [0.5, false], [0.5, false]), 0.5)).toBeCloseTo(
      (1 + 1 / 3) / 2,
      12,
    );
  });

  it('does not depend on the order, and is the accuracy at full coverage', () => {
    fc.assert(
      fc.property(judgements, fc.double({ min: 0.05, max: 1, noNaN: true }), (some, coverage) => {
        expect(accuracyAtCoverage([...some].reverse(), coverage)).toBeCloseTo(
          accuracyAtCoverage(some, coverage),
          9,
        );
        const right = some.filter(({ isRight }) => isRight).length / some.length;
        expect(accuracyAtCoverage(some, 1)).toBeCloseTo(right, 9);
      }),
    );
  });
});

describe('calibration', () => {
  it('weighs the distance of each bin by what it holds', () => {
    const some = judged([0.75, true], [0.75, false], [1, true], [1, true], [0, false]);
    const bins = calibrationBins(some);
    expect(bins.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 2, 0, 2]);
    expect(calibrationError(some)).toBeCloseTo((2 * 0.25) / 5, 12);
    expect(brierScore(some)).toBeCloseTo((0.25 ** 2 + 0.75 ** 2) / 5, 12);
  });

  it('lies in [0, 1] and counts every judgement once', () => {
    fc.assert(
      fc.property(judgements, (some) => {
        for (const error of [calibrationError(some), brierScore(some)]) {
          expect(error).toBeGreaterThanOrEqual(0);
          expect(error).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(calibrationBins(some).reduce((sum, { count }) => sum + count, 0)).toBe(some.length);
      }),
    );
  });

  it('is undefined over nothing', () => {
    expect(calibrationError([])).toBeNaN();
    expect(brierScore([])).toBeNaN();
    expect(accuracyAtCoverage([], 0.5)).toBeNaN();
  });
});

import { describe, expect, it } from '@jest/globals';
import { accuracy, classScore, confusion, fold, macroF1, type Pair } from '../../analysis/evaluate/index.js';

const CLASSES = ['cat', 'fish', 'hen'] as const;
type Animal = (typeof CLASSES)[number];

/**
 * A published worked example of 25 predictions over three classes (Shmueli, "Multi-Class Metrics
 * Made Simple", 2019): rows expected, columns predicted.
 */
const COUNTS = [
  [4, 1, 1],
  [6, 2, 2],
  [3, 0, 6],
];

function pairs(): Pair<Animal>[] {
  return COUNTS.flatMap((row, expected) =>
    row.flatMap((count, predicted) =>
      Array.from({ length: count }, () => ({
        expected: CLASSES[expected] ?? 'cat',
        predicted: CLASSES[predicted] ?? 'cat',
      })),
    ),
  );
}

describe('measures', () => {
  it('agree with the published example', () => {
    const cat = classScore(pairs(), 'cat');
    expect(cat.precision).toBeCloseTo(0.308, 3);
    expect(cat.recall).toBeCloseTo(0.667, 3);
    expect(cat.f1).toBeCloseTo(0.421, 3);
    expect(macroF1(pairs(), CLASSES)).toBeCloseTo(0.465, 3);
    expect(accuracy(pairs())).toBeCloseTo(0.48, 3);
    expect(confusion(pairs(), CLASSES)).toEqual(COUNTS);
  });

  it('count an absent class as 0 instead of failing', () => {
    expect(classScore([{ expected: 'cat', predicted: 'cat' }], 'hen')).toEqual({
      value: 'hen',
      precision: 0,
      recall: 0,
      f1: 0,
      support: 0,
    });
    expect(macroF1([], CLASSES)).toBe(0);
  });
});

describe('fold', () => {
  it('counts mixed by the sign of its score and unrelated as neutral', () => {
    expect(fold({ label: 'mixed', score: 0.2 })).toBe('supportive');
    expect(fold({ label: 'mixed', score: -0.2 })).toBe('skeptical');
    expect(fold({ label: 'mixed', score: null })).toBe('neutral');
    expect(fold({ label: 'unrelated', score: null })).toBe('neutral');
    expect(fold({ label: 'skeptical', score: 0.9 })).toBe('skeptical');
  });
});

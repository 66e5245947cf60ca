import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from '../../analysis/validation/index.js';

const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });

/** Sizes of strata and a total that they can hold. */
const problems = sizes.chain((given) =>
  fc.record({ sizes: fc.constant(given), total: fc.integer({ min: given.length, max: sum(given) }) }),
);

describe('allocate', () => {
  it('follows the largest remainder where nothing stands against it', () => {
    expect(allocate([41, 35, 24], 10)).toEqual([4, 4, 2]);
    expect(allocate([50, 30, 20], 10)).toEqual([5, 3, 2]);
  });

  it('takes at least two of each stratum, or all of a smaller one', () => {
    expect(allocate([1000, 3, 1], 20)).toEqual([17, 2, 1]);
  });

  it('takes one of each where two are too many', () => {
    expect(allocate([1000, 30, 30], 4)).toEqual([2, 1, 1]);
  });

  it('adds up, and stays between one and all of each stratum', () => {
    fc.assert(
      fc.property(problems, ({ sizes, total }) => {
        const counts = allocate(sizes, total);
        expect(sum(counts)).toBe(total);
        counts.forEach((count, at) => {
          expect(count).toBeGreaterThanOrEqual(1);
          expect(count).toBeLessThanOrEqual(sizes[at] ?? 0);
        });
      }),
    );
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

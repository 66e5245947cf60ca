import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { curveAt, fitIsotonic } from '../../analysis/learning/index.js';

describe('fitIsotonic', () => {
  it('pools adjacent violators (example of Ayer et al.: 1, 3, 2, 4 becomes 1, 2.5, 4)', () => {
    const curve = fitIsotonic([1, 3, 2, 4].map((y, x) => ({ x, y })));
    expect(curve).toEqual({ x: [0, 1.5, 3], y: [1, 2.5, 4] });
  });

  it('is never falling', () => {
    const point = fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 10 }),
        (points, least) => {
          const { y } = fitIsotonic(points, least);
          for (let at = 1; at < y.length; at++) expect(y[at] ?? 0).toBeGreaterThan(y[at - 1] ?? 0);
        },
      ),
    );
  });
});

describe('curveAt', () => {
  const curve = { x: [0.2, 0.6], y: [0.3, 0.9] };

  it('interpolates between knots and is flat outside', () => {
    expect(curveAt(curve, 0.4)).toBeCloseTo(0.6);
    expect(curveAt(curve, 0)).toBe(0.3);
    expect(curveAt(curve, 1)).toBe(0.9);
  });
});

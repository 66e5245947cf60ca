import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codePointsOf } from '../../analysis/report/code-points.js';

describe('code points', () => {
  it('counts a pair as one and a half of it as one', () => {
    const toCodePoints = codePointsOf('a🚢b');
    expect([0, 1, 2, 3, 4].map(toCodePoints)).toEqual([0, 1, 2, 2, 3]);
  });

  it('agrees with counting, at the border of every character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const toCodePoints = codePointsOf(text);
        let offset = 0;
        for (const [index, character] of Array.from(text).entries()) {
          expect(toCodePoints(offset)).toBe(index);
          offset += character.length;
        }
        expect(toCodePoints(text.length)).toBe(Array.from(text).length);
      }),
    );
  });
});

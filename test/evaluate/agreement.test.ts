import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { krippendorffAlpha, ordinalAlpha } from '../../analysis/evaluate/index.js';

/** Units down, coders across, as in the published examples; null is a missing coding. */
function byUnit<Value>(coders: readonly (readonly (Value | null)[])[]): (Value | null)[][] {
  return (coders[0] ?? []).map((_, unit) => coders.map((codings) => codings[unit] ?? null));
}

/** The data of Krippendorff 2011, section C, and of Hayes and Krippendorff 2007. */
const FOUR_CODERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];

describe('krippendorffAlpha', () => {
  it('gives 0.095 on the worked example with two values (Krippendorff 2011, section A)', () => {
    const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    expect(krippendorffAlpha(byUnit([meg, owen]))).toBeCloseTo(0.095, 3);
  });

  it('gives 0.692 on the worked example with five values (Krippendorff 2011, section B)', () => {
    const ben = 'aabbdcccedda'.split('');
    const gerry = 'babbbccceddd'.split('');
    expect(krippendorffAlpha(byUnit([ben, gerry]))).toBeCloseTo(0.692, 3);
  });

  it('gives 0.743 on the worked example with missing codings (Krippendorff 2011, section C)', () => {
    expect(krippendorffAlpha(byUnit(FOUR_CODERS))).toBeCloseTo(0.743, 3);
  });

  it('is 1 for perfect agreement that varies, and undefined where nothing varies or pairs', () => {
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1);
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeNaN();
    expect(
      krippendorffAlpha([
        ['a', null],
        [null, 'b'],
      ]),
    ).toBeNaN();
  });
});

describe('ordinalAlpha', () => {
  it('gives 0.815 on the worked example with five ranks (Krippendorff 2011, section D)', () => {
    expect(ordinalAlpha(byUnit(FOUR_CODERS), [1, 2, 3, 4, 5])).toBeCloseTo(0.815, 3);
  });

  it('is the nominal one for two values, whose order says nothing', () => {
    const codings = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b')), {
      minLength: 1,
    });
    fc.assert(
      fc.property(codings, (more) => {
        const units = [['a', 'a'], ['b', 'b'], ...more];
        expect(ordinalAlpha(units, ['a', 'b'])).toBeCloseTo(krippendorffAlpha(units), 9);
      }),
    );
  });

  it('is the same when the order is turned around', () => {
    const value = fc.constantFrom(1, 2, 3, 4);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1 }), (more) => {
        const units = [[1, 1, 1], [4, 4, 4], ...more];
        expect(ordinalAlpha(units, [4, 3, 2, 1])).toBeCloseTo(ordinalAlpha(units, [1, 2, 3, 4]), 9);
      }),
    );
  });

  it('forgives a near miss more than a far one', () => {
    const near = ordinalAlpha([['low', 'middle'], ...agreed()], ['low', 'middle', 'high']);
    const far = ordinalAlpha([['low', 'high'], ...agreed()], ['low', 'middle', 'high']);
    expect(near).toBeGreaterThan(far);
  });
});

/** Agreement on each value, so that all of them occur. */
function agreed(): string[][] {
  return ['low', 'middle', 'high'].map((value) => [value, value]);
}

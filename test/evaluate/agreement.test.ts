import { describe, expect, it } from '@jest/globals';
import { krippendorffAlpha } from '../../analysis/evaluate/index.js';

/** Units down, coders across, as in the published examples; null is a missing coding. */
function byUnit<Value>(coders: readonly (readonly (Value | null)[])[]): (Value | null)[][] {
  return (coders[0] ?? []).map((_, unit) => coders.map((codings) => codings[unit] ?? null));
}

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
    const coders = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];
    expect(krippendorffAlpha(byUnit(coders))).toBeCloseTo(0.743, 3);
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

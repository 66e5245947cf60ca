import { expect, it } from '@jest/globals';
import { formatCoefficient } from '../../analysis/report/index.js';

it.each([
  [0.8, '0.80'],
  [-0.034, '−0.03'],
  [-0.001, '0.00'],
  [null, '–'],
  [Number.NaN, '–'],
])('the coefficient %p is written %s', (value, written) => {
  expect(formatCoefficient(value)).toBe(written);
});

import { describe, expect, it } from '@jest/globals';
import {
  BOOTSTRAP,
  bootstrapInterval,
  bootstrapIntervals,
  quantileInterval,
  randomIndex,
  seededRandom,
} from '../../analysis/learning/index.js';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('bootstrapInterval', () => {
  it('comes near the interval of theory for a mean', () => {
    const random = seededRandom(7);
    const values = Array.from({ length: 400 }, () => random());
    const { low, high } = bootstrapInterval(values, mean);
    const half = (1.96 * Math.sqrt(1 / 12)) / Math.sqrt(400);
    expect(high - low).toBeGreaterThan(1.7 * half);
    expect(high - low).toBeLessThan(2.3 * half);
  });

  it('is the same for the same seed and differs for another', () => {
    const values = Array.from({ length: 30 }, (_, at) => Math.sqrt(at));
    expect(bootstrapInterval(values, mean)).toEqual(bootstrapInterval(values, mean));
    expect(bootstrapInterval(values, mean, { ...BOOTSTRAP, seed: 1 })).not.toEqual(
      bootstrapInterval(values, mean),
    );
  });

  it('is undefined without items', () => {
    expect(bootstrapInterval([], mean)).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});

describe('bootstrapIntervals', () => {
  const values = Array.from({ length: 30 }, (_, at) => Math.sqrt(at));

  it('takes all statistics over the same resamples', () => {
    const both = bootstrapIntervals(values, (sample) => [mean(sample), 2 * mean(sample)]);
    const { low, high } = bootstrapInterval(values, mean);
    expect(both[0]).toEqual({ low, high });
    expect(both[1]?.low).toBeCloseTo(2 * low, 12);
  });

  it('leaves out resamples in which a statistic is undefined', () => {
    const [sometimes, never] = bootstrapIntervals(values, (sample) => [
      sample[0] === values[0] ? Number.NaN : 1,
      Number.NaN,
    ]);
    expect(sometimes).toEqual({ low: 1, high: 1 });
    expect(never).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});

describe('quantileInterval', () => {
  it('interpolates between order statistics', () => {
    expect(quantileInterval([4, 1, 3, 2, 5], 0.5)).toEqual({ low: 2, high: 4 });
  });
});

describe('seededRandom', () => {
  it('repeats itself and fills [0, 1) evenly', () => {
    expect(seededRandom(1)()).toBe(seededRandom(1)());
    const random = seededRandom(3);
    const counts = new Array(10).fill(0);
    for (let at = 0; at < 10_000; at++) counts[randomIndex(random, 10)]++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

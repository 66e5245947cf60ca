import { type Random, randomIndex, seededRandom } from './random.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Share of the resamples inside the interval, e.g. 0.95. */
  readonly level: number;
}

/** 1,000 rounds keep the ends of a 95% interval steady to about a tenth of its width. */
export const BOOTSTRAP: BootstrapOptions = { rounds: 1000, seed: 20141203, level: 0.95 };

/**
 * Percentile bootstrap (Efron 1979): the statistic over `rounds` resamples of the items drawn with
 * replacement. With no items both ends are NaN.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (sample: readonly T[]) => number,
  options: BootstrapOptions = BOOTSTRAP,
): Interval {
  const [interval] = bootstrapIntervals(items, (sample) => [statistic(sample)], options);
  return interval ?? NO_INTERVAL;
}

/**
 * The same for several statistics of the same resamples, an interval for each, in their order.
 * Resamples in which a statistic is undefined (NaN) do not count for it; where it always is, both
 * ends are NaN.
 */
export function bootstrapIntervals<T>(
  items: readonly T[],
  statistics: (sample: readonly T[]) => readonly number[],
  options: BootstrapOptions = BOOTSTRAP,
): Interval[] {
  if (items.length === 0) return statistics(items).map(() => NO_INTERVAL);
  const random = seededRandom(options.seed);
  const values: number[][] = [];
  for (let round = 0; round < options.rounds; round++) {
    statistics(resample(items, random)).forEach((value, at) => {
      values[at] ??= [];
      if (!Number.isNaN(value)) values[at].push(value);
    });
  }
  return values.map((known) => quantileInterval(known, options.level));
}

const NO_INTERVAL: Interval = { low: Number.NaN, high: Number.NaN };

function resample<T>(items: readonly T[], random: Random): T[] {
  const sample: T[] = [];
  for (let k = 0; k < items.length; k++) {
    const item = items[randomIndex(random, items.length)];
    if (item !== undefined) sample.push(item);
  }
  return sample;
}

/** The central interval that holds `level` of the values. */
export function quantileInterval(values: readonly number[], level: number): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}

/** Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const low = Math.floor(position);
  const below = sorted[low] ?? Number.NaN;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN;
  return below + (position - low) * (above - below);
}

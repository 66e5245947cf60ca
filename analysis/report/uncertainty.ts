import type { Stance } from '../article/index.js';

/** An interval for the mean score of an article. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Share of the distribution inside, e.g. 0.95. */
  readonly level: number;
}

/** The usual level in the field. */
export const INTERVAL_LEVEL = 0.95;

/** Above this many units the normal approximation equals the exact distribution to two decimals. */
const EXACT_LIMIT = 400;

/** Quantile 0.975 of the normal distribution. */
const NORMAL_QUANTILE = 1.959964;

/** Probabilities that a coder would code a unit as -1, 0 or +1. */
interface Coding {
  readonly minus: number;
  readonly zero: number;
  readonly plus: number;
}

/**
 * Coding uncertainty of a mean score: between which values the mean would fall if each related
 * unit were coded by hand as -1, 0 or +1 with the calibrated probabilities of its stance,
 * independently of the others. Exact (the distribution of the sum by convolution), not sampled.
 * Within one article there is no sampling error: all its units are there. Null without units.
 */
export function codingInterval(stances: readonly Stance[]): Interval | null {
  const codings = stances.flatMap((stance) =>
    stance.score === null ? [] : [codingOf(stance, stance.score)],
  );
  if (codings.length === 0) return null;
  const mean = codings.reduce((sum, { plus, minus }) => sum + plus - minus, 0) / codings.length;
  const { low, high } = codings.length > EXACT_LIMIT ? normalInterval(codings) : exactInterval(codings);
  // Few units make a coarse lattice whose nearest points may both lie on one side of the mean.
  return { low: Math.min(low, mean), high: Math.max(high, mean), level: INTERVAL_LEVEL };
}

/**
 * score = P(+) - P(-). What the confidence leaves open fixes their sum: a supportive label with
 * confidence c has P(+) = c, a neutral or mixed one has P(0) = c.
 */
function codingOf({ label, confidence }: Stance, score: number): Coding {
  const size = Math.abs(score);
  const oneSided = label === 'supportive' || label === 'skeptical';
  const directed = oneSided ? 2 * confidence - size : 1 - confidence;
  const sum = Math.min(1, Math.max(size, directed));
  return { plus: (sum + score) / 2, minus: (sum - score) / 2, zero: 1 - sum };
}

function exactInterval(codings: readonly Coding[]): { low: number; high: number } {
  let distribution = [1];
  for (const coding of codings) distribution = withOneMore(distribution, coding);
  const tail = (1 - INTERVAL_LEVEL) / 2;
  const toMean = (index: number) => index / codings.length - 1;
  return {
    low: toMean(firstAbove(distribution, tail)),
    high: toMean(firstAbove(distribution, 1 - tail)),
  };
}

/** The distribution of a sum (index 0 = all minus) after one more unit. */
function withOneMore(distribution: readonly number[], { minus, zero, plus }: Coding): number[] {
  return Array.from({ length: distribution.length + 2 }, (_, sum) => {
    const fromMinus = (distribution[sum] ?? 0) * minus;
    const fromZero = (distribution[sum - 1] ?? 0) * zero;
    const fromPlus = (distribution[sum - 2] ?? 0) * plus;
    return fromMinus + fromZero + fromPlus;
  });
}

function firstAbove(distribution: readonly number[], probability: number): number {
  let cumulated = 0;
  const index = distribution.findIndex((part) => {
    cumulated += part;
    return cumulated >= probability - Number.EPSILON;
  });
  return index === -1 ? distribution.length - 1 : index;
}

function normalInterval(codings: readonly Coding[]): { low: number; high: number } {
  const count = codings.length;
  let mean = 0;
  let variance = 0;
  for (const { plus, minus } of codings) {
    mean += (plus - minus) / count;
    variance += (plus + minus - (plus - minus) ** 2) / count ** 2;
  }
  const half = NORMAL_QUANTILE * Math.sqrt(variance);
  return { low: Math.max(-1, mean - half), high: Math.min(1, mean + half) };
}

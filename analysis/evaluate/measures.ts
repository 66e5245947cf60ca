import type { Label } from '../article/index.js';

/** The three classes that measures are taken over. */
export const FOLDED = ['skeptical', 'neutral', 'supportive'] as const;
export type Folded = (typeof FOLDED)[number];

/** A label with the score it came with; human labels mostly have none. */
export interface Labelled {
  readonly label: Label;
  readonly score: number | null;
}

/** Mixed counts by the sign of its score (neutral without one), unrelated as neutral. */
export function fold({ label, score }: Labelled): Folded {
  if (label === 'unrelated') return 'neutral';
  if (label !== 'mixed') return label;
  if (!score) return 'neutral';
  return score > 0 ? 'supportive' : 'skeptical';
}

/** What was expected and what came out. */
export interface Pair<Value extends string> {
  readonly expected: Value;
  readonly predicted: Value;
}

export interface ClassScore<Value extends string> {
  readonly value: Value;
  readonly precision: number;
  readonly recall: number;
  /** Harmonic mean of both; 0 where nothing was right. */
  readonly f1: number;
  /** How many were expected. */
  readonly support: number;
}

/** Precision, recall and F1 of one class, in [0, 1]; a ratio over nothing is 0. */
export function classScore<Value extends string>(
  pairs: readonly Pair<Value>[],
  value: Value,
): ClassScore<Value> {
  let hits = 0;
  let expected = 0;
  let predicted = 0;
  for (const pair of pairs) {
    if (pair.expected === value) expected++;
    if (pair.predicted === value) predicted++;
    if (pair.expected === value && pair.predicted === value) hits++;
  }
  return {
    value,
    precision: ratio(hits, predicted),
    recall: ratio(hits, expected),
    f1: ratio(2 * hits, expected + predicted),
    support: expected,
  };
}

/** Unweighted mean of the classes' F1: rare classes count as much as frequent ones. */
export function macroF1<Value extends string>(
  pairs: readonly Pair<Value>[],
  values: readonly Value[],
): number {
  return values.reduce((sum, value) => sum + classScore(pairs, value).f1, 0) / values.length;
}

/** Share of the pairs that agree. */
export function accuracy<Value extends string>(pairs: readonly Pair<Value>[]): number {
  return ratio(pairs.filter((pair) => pair.expected === pair.predicted).length, pairs.length);
}

/** Counts: a row per expected value, a column per predicted one, in the order of `values`. */
export function confusion<Value extends string>(
  pairs: readonly Pair<Value>[],
  values: readonly Value[],
): number[][] {
  return values.map((expected) =>
    values.map(
      (predicted) =>
        pairs.filter((pair) => pair.expected === expected && pair.predicted === predicted).length,
    ),
  );
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** What was expected and what came out, with how much it weighs. */
export interface WeightedPair<Value extends string> {
  readonly expected: Value;
  readonly predicted: Value;
  readonly weight: number;
}

/** Sums of weights: a row per expected value, a column per predicted one, in the order of `values`. */
export function weightedConfusion<Value extends string>(
  pairs: readonly WeightedPair<Value>[],
  values: readonly Value[],
): number[][] {
  const places = new Map(values.map((value, at) => [value, at]));
  const sums = values.map(() => values.map(() => 0));
  for (const { expected, predicted, weight } of pairs) {
    const row = sums[places.get(expected) ?? -1];
    const column = places.get(predicted) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + weight;
  }
  return sums;
}

/** Weighted shares, in [0, 1]; NaN over nothing. */
export interface WeightedScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 of the class at a place of a confusion; NaN where nothing is to be told. */
export function weightedScore(confusion: readonly (readonly number[])[], place: number): WeightedScore {
  const hits = confusion[place]?.[place] ?? 0;
  const expected = sum(confusion[place] ?? []);
  const predicted = sum(confusion.map((row) => row[place] ?? 0));
  return { precision: hits / predicted, recall: hits / expected, f1: (2 * hits) / (expected + predicted) };
}

/** Share of the weight in the diagonal; NaN over nothing. */
export function weightedAccuracy(confusion: readonly (readonly number[])[]): number {
  return sum(confusion.map((row, place) => row[place] ?? 0)) / sum(confusion.flat());
}

/** Mean F1 of the classes that were expected or predicted; NaN without any. */
export function weightedMacroF1(confusion: readonly (readonly number[])[]): number {
  const known = confusion
    .map((_, place) => weightedScore(confusion, place).f1)
    .filter((f1) => !Number.isNaN(f1));
  return sum(known) / known.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

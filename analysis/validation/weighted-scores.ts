/** What was expected and what came out, with how much it weighs. */
export interface WeightedPair<Value extends string> {
  readonly expected: Value;
  readonly predicted: Value;
  readonly weight: number;
}

/** Where a pair counts in a confusion, and how much. */
export interface WeightedCell {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

/** The cell of a pair: a row per expected value, a column per predicted one, in the order of `values`. */
export function cellOf<Value extends string>(
  { expected, predicted, weight }: WeightedPair<Value>,
  values: readonly Value[],
): WeightedCell {
  return { row: values.indexOf(expected), column: values.indexOf(predicted), weight };
}

/** Sums of weights over that many values. */
export function weightedConfusion(cells: readonly WeightedCell[], size: number): number[][] {
  const sums = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { row, column, weight } of cells) {
    const sum = sums[row];
    if (sum) sum[column] = (sum[column] ?? 0) + weight;
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

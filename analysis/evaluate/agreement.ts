/** One unit's codings: a value per coder, null where a coder gave none. */
export type Codings<Value> = readonly (Value | null)[];

/**
 * Krippendorff's alpha for nominal data: 1 - observed / expected disagreement, over units with at
 * least two codings. 1 is perfect agreement, 0 chance; NaN where no unit was coded twice, and where
 * all codings are equal (nothing varies, so nothing can be told).
 * Krippendorff (2018), Content Analysis, chapter 12; "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function krippendorffAlpha<Value>(units: readonly Codings<Value>[]): number {
  return alpha(coincidenceMatrix(units), () => (a, b) => (a === b ? 0 : 1));
}

/**
 * Krippendorff's alpha for ordinal data: as above, but values that are far from each other in
 * `order` disagree more, by the square of how many codings lie between them (both ends by half).
 * Values that are not in `order` must not occur.
 */
export function ordinalAlpha<Value>(units: readonly Codings<Value>[], order: readonly Value[]): number {
  return alpha(coincidenceMatrix(units), (totals) => ordinalDistance(totals, order));
}

type Distance<Value> = (a: Value, b: Value) => number;

function alpha<Value>(
  matrix: ReadonlyMap<Value, ReadonlyMap<Value, number>>,
  distanceOver: (totals: ReadonlyMap<Value, number>) => Distance<Value>,
): number {
  const totals = new Map([...matrix].map(([value, row]) => [value, sum(row.values())]));
  const distance = distanceOver(totals);
  let observed = 0;
  let expected = 0;
  for (const [value, row] of matrix) {
    for (const [other, count] of row) observed += count * distance(value, other);
    for (const [other, total] of totals)
      expected += (totals.get(value) ?? 0) * total * distance(value, other);
  }
  return 1 - ((sum(totals.values()) - 1) * observed) / expected;
}

function ordinalDistance<Value>(
  totals: ReadonlyMap<Value, number>,
  order: readonly Value[],
): Distance<Value> {
  const middles = new Map<Value, number>();
  let before = 0;
  for (const value of order) {
    const total = totals.get(value) ?? 0;
    middles.set(value, before + total / 2);
    before += total;
  }
  // Between two values lie all codings of the values between them, and half of either.
  return (a, b) => ((middles.get(a) ?? Number.NaN) - (middles.get(b) ?? Number.NaN)) ** 2;
}

/** How often two values were given to the same unit, each unit weighing as many codings as it has. */
export function coincidenceMatrix<Value>(units: readonly Codings<Value>[]): Map<Value, Map<Value, number>> {
  const matrix = new Map<Value, Map<Value, number>>();
  for (const codings of units) {
    const given = codings.filter((value) => value !== null);
    // Counted, since iterators take most of the time of a thousand resamples.
    for (let first = 0; first < given.length; first++) {
      for (let second = 0; second < given.length; second++) {
        if (first !== second)
          addTo(matrix, given[first] as Value, given[second] as Value, 1 / (given.length - 1));
      }
    }
  }
  return matrix;
}

function addTo<Value>(
  matrix: Map<Value, Map<Value, number>>,
  value: Value,
  other: Value,
  share: number,
): void {
  let row = matrix.get(value);
  if (row === undefined) {
    row = new Map<Value, number>();
    matrix.set(value, row);
  }
  row.set(other, (row.get(other) ?? 0) + share);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** One unit's codings: a value per coder, null where a coder gave none. */
export type Codings<Value> = readonly (Value | null)[];

/**
 * Krippendorff's alpha for nominal data: 1 - observed / expected disagreement, over units with at
 * least two codings. 1 is perfect agreement, 0 chance; NaN where no unit was coded twice, and where
 * all codings are equal (nothing varies, so nothing can be told).
 * Krippendorff (2018), Content Analysis, chapter 12; "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function krippendorffAlpha<Value>(units: readonly Codings<Value>[]): number {
  const coincidences = coincidenceMatrix(units);
  const totals = [...coincidences.values()].map((row) => sum(row.values()));
  const pairable = sum(totals);
  let disagreements = 0;
  for (const [value, row] of coincidences)
    for (const [other, count] of row) if (other !== value) disagreements += count;
  const expected = (pairable * pairable - sum(totals.map((total) => total * total))) / (pairable - 1);
  return 1 - disagreements / expected;
}

/** How often two values were given to the same unit, each unit weighing as many codings as it has. */
export function coincidenceMatrix<Value>(units: readonly Codings<Value>[]): Map<Value, Map<Value, number>> {
  const matrix = new Map<Value, Map<Value, number>>();
  for (const codings of units) {
    const given = codings.filter((value): value is Value => value !== null);
    if (given.length < 2) continue;
    const share = 1 / (given.length - 1);
    given.forEach((value, first) => {
      given.forEach((other, second) => {
        if (first !== second) addTo(matrix, value, other, share);
      });
    });
  }
  return matrix;
}

function addTo<Value>(
  matrix: Map<Value, Map<Value, number>>,
  value: Value,
  other: Value,
  share: number,
): void {
  const row = matrix.get(value) ?? new Map<Value, number>();
  row.set(other, (row.get(other) ?? 0) + share);
  matrix.set(value, row);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

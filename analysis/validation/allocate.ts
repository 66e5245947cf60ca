/** With one paragraph of a stratum nothing can be said about how its paragraphs differ. */
export const LEAST_PER_STRATUM = 2;

/**
 * How many to draw from strata of these sizes: in proportion, by largest remainder; at least two from
 * each (or all of a smaller one) where the total allows, else at least one; never more than there are.
 * Adds up to `total`, which must lie between the number of strata and the sum of the sizes.
 */
export function allocate(sizes: readonly number[], total: number): number[] {
  const population = sum(sizes);
  const least = leastOf(sizes, total);
  const quotas = sizes.map((size) => (total * size) / population);
  const counts = quotas.map((quota, at) => Math.max(Math.floor(quota), least[at] ?? 0));
  for (let given = sum(counts); given !== total; ) {
    const step = given < total ? 1 : -1;
    const isOpen = (at: number) =>
      step > 0 ? (counts[at] ?? 0) < (sizes[at] ?? 0) : (counts[at] ?? 0) > (least[at] ?? 0);
    const shortBy = (at: number) => step * ((quotas[at] ?? 0) - (counts[at] ?? 0));
    const at = mostBy(sizes, isOpen, shortBy);
    if (at === null) break;
    counts[at] = (counts[at] ?? 0) + step;
    given += step;
  }
  return counts;
}

function leastOf(sizes: readonly number[], total: number): number[] {
  const least = sizes.map((size) => Math.min(size, LEAST_PER_STRATUM));
  return sum(least) <= total ? least : sizes.map(() => 1);
}

/** The open position with the most; the first of equals, null where none is open. */
function mostBy(
  sizes: readonly number[],
  isOpen: (at: number) => boolean,
  amount: (at: number) => number,
): number | null {
  let best: number | null = null;
  for (const at of sizes.keys()) if (isOpen(at) && (best === null || amount(at) > amount(best))) best = at;
  return best;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

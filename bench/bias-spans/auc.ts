/** A score with what people said. */
export interface Scored {
  readonly score: number;
  readonly isPositive: boolean;
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, equal scores counting half
 * (Mann and Whitney 1947; Hanley and McNeil 1982). NaN where one of the two is missing.
 */
export function auc(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let wins = 0;
  let negativesBelow = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end++;
    const positives = sorted.slice(start, end).filter(({ isPositive }) => isPositive).length;
    const negatives = end - start - positives;
    wins += positives * (negativesBelow + negatives / 2);
    negativesBelow += negatives;
    start = end;
  }
  return wins / ((sorted.length - negativesBelow) * negativesBelow);
}

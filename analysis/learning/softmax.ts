/** Logarithms of the softmax of some scores. */
export function logSoftmax(scores: ArrayLike<number>): Float64Array {
  const result = Float64Array.from(scores);
  let top = Number.NEGATIVE_INFINITY;
  for (const score of result) top = Math.max(top, score);
  let sum = 0;
  for (const score of result) sum += Math.exp(score - top);
  const norm = top + Math.log(sum);
  return result.map((score) => score - norm);
}

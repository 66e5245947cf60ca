/** An offset in UTF-16 code units counted in code points instead, as R and Python count. */
export type ToCodePoints = (offset: number) => number;

const HIGH_SURROGATE = /[\uD800-\uDBFF](?=[\uDC00-\uDFFF])/g;

/**
 * The conversion of offsets into one text. An offset in the middle of a pair counts its first
 * half as one; a lone surrogate is one code point.
 */
export function codePointsOf(text: string): ToCodePoints {
  const pairStarts = Array.from(text.matchAll(HIGH_SURROGATE), (match) => match.index);
  if (pairStarts.length === 0) return (offset) => offset;
  return (offset) => offset - pairsBefore(pairStarts, offset);
}

/** How many pairs lie wholly before the offset (binary search). */
function pairsBefore(pairStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = pairStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairStarts[middle] ?? 0) + 2 <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

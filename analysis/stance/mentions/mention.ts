import type { Sentence, Span } from '../../article/index.js';

/** How a stretch of text refers to the target. */
export type MentionBasis = 'mentioned' | 'anaphoric' | 'implied';

/** A reference to the target. */
export interface Mention extends Span {
  readonly basis: MentionBasis;
}

/** The tokens of a sentence that a span covers, positions inclusive, or null. */
export function tokensIn(
  sentence: Pick<Sentence, 'tokens'>,
  span: Span,
): { first: number; last: number } | null {
  const { tokens } = sentence;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let last = low - 1;
  while ((tokens[last + 1]?.start ?? span.end) < span.end) last++;
  return last >= low ? { first: low, last } : null;
}

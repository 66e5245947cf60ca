import { type Discourse, OUTSIDE, placeAt, type Range } from './discourse.js';
import type { Draft } from './draft.js';

/**
 * A content that holds part of a quotation holds all of it, unless its cue stands inside the marks:
 * quotations are not cut at the ends of sentences.
 */
export function withWholeQuotes(discourse: Discourse, draft: Draft): Draft {
  if (placeAt(discourse, draft.at) !== OUTSIDE) return draft;
  return { ...draft, content: draft.content.map((range) => widened(discourse, range)) };
}

function widened(discourse: Discourse, range: Range): Range {
  const first = discourse.quotes[discourse.quoteOf[range.from] ?? -1];
  const last = discourse.quotes[discourse.quoteOf[range.to - 1] ?? -1];
  return {
    from: Math.min(range.from, first?.from ?? range.from),
    to: Math.max(range.to, last?.to ?? range.to),
  };
}

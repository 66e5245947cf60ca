import type { Article, Correction, Span } from '../../article/index.js';
import { rebuild } from './correct-article.js';

/**
 * Spans in the text of the article as read, such as given mentions, in the text as it stands after
 * these corrections. Those whose words are no longer there, or were cut in two, are left out.
 * @throws InputError as `correctArticle` does.
 */
export function moveSpans(
  asRead: Article,
  corrections: readonly Correction[],
  spans: readonly Span[],
): readonly Span[] {
  const { text, printed } = rebuild(asRead, corrections).composition;
  return spans.flatMap((span) => {
    const unit = asRead.units.find(({ start, end }) => start <= span.start && span.end <= end);
    if (!unit) return [];
    const [from, to] = [span.start - unit.start, span.end - unit.start];
    const place = printed.find(
      ({ piece: { passage, start, end } }) =>
        passage.passage === `u${unit.ordinal}` && start <= from && to <= end,
    );
    if (!place) return [];
    const start = place.at + from - place.piece.start;
    const end = start + span.end - span.start;
    // White space at a joint may be gone.
    return text.slice(start, end) === asRead.text.slice(span.start, span.end) ? [{ start, end }] : [];
  });
}

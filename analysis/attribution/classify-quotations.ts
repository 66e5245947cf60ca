import { type Attribution, contains, type Quotation } from '../article/index.js';
import { type Discourse, posAt, tokensIn } from './discourse.js';
import type { QuotedSpan } from './scan-quotations.js';

/** Fewest words that are speech by length alone; shorter ones need a verb or a speaker. */
const SPEECH_WORDS = 6;

/**
 * Quotations with their kind: speech where somebody is quoted with it or it is long, or has a verb and
 * ends like a sentence; scare quotes and titles else.
 */
export function classifyQuotations(
  discourse: Discourse,
  scanned: readonly QuotedSpan[],
  attributions: readonly Attribution[],
): Quotation[] {
  const contents = attributions.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  let at = 0;
  return scanned.map((quoted) => {
    while ((contents[at]?.end ?? Number.POSITIVE_INFINITY) < quoted.start) at++;
    const attributed = contents.slice(at, at + 3).some((content) => contains(content, quoted));
    const kind = isSpeech(discourse, quoted, attributed) ? 'speech' : 'scare';
    return { start: quoted.start, end: quoted.end, kind, closed: quoted.closed };
  });
}

function isSpeech(discourse: Discourse, quoted: QuotedSpan, attributed: boolean): boolean {
  const range = tokensIn(discourse.tokens, quoted);
  let words = 0;
  let verbs = 0;
  let capitals = 0;
  for (let i = range.from; i < range.to; i++) {
    const pos = posAt(discourse, i);
    if (pos === 'PUNCT' || pos === 'SYM') continue;
    words++;
    if (pos === 'VERB' || pos === 'AUX') verbs++;
    if (/^\p{Lu}/u.test(discourse.tokens[i]?.text ?? '')) capitals++;
  }
  const isTitle = words > 1 && capitals >= words - 1 && !attributed;
  if (isTitle) return false;
  return (
    attributed ||
    words >= SPEECH_WORDS ||
    (verbs > 0 && /[.,!?…]$/u.test(discourse.text.slice(quoted.start, quoted.end)))
  );
}

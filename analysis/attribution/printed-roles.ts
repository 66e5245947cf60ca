import { type Discourse, normAt, type Range, spanOf } from './discourse.js';
import type { NameStart, NameText } from './name-text.js';
import { phraseAt } from './noun-phrases.js';
import { titleEndingAt, titleLength } from './titles.js';
import { phraseEndingAt } from './whole-phrases.js';

/** Longest role in tokens. */
const LONGEST_ROLE = 14;
/** How many tokens into ", the former deputy chair of Y," its title may stand. */
const TITLE_WITHIN = 4;
const DETERMINER = /^(?:a|an|the|his|her|their|its|our|my|one)$/u;
/** Forms of address and "former" alone are no office. */
const NO_OFFICE = /^(?:(?:mr|mrs|ms|miss|dr|former|then|ex)\.?\s*)+$/iu;
/** Nouns for persons by their ending: "pollster Anna Berg", "economist Anna Berg". */
const PERSON_NOUN =
  /(?:ist|man|woman|person|ster|eer|lawyer|banker|teacher|leader|reporter|writer|author|doctor|actor|director|donor|voter|supporter|backer|rival|adviser|advisor|veteran|student|resident|critic|guard|aide|wife|husband|son|daughter|mother|father|brother|sister|friend|worker|fighter|officer|soldier|owner|founder|farmer|engineer|singer|player|coach|expert|scholar|historian|technician|physician|musician|politician)$/u;

/**
 * The office or description that the text prints beside a name, without article: before it ("US Secretary of
 * State"), before it and a comma ("The UN envoy, X,") or after a comma (", the chair of Y,"); null without one.
 */
export function printedRole(text: NameText, begin: NameStart, end: number, sentence: Range): string | null {
  const role =
    roleBefore(text, begin) ?? roleBeforeComma(text, begin.start, sentence) ?? roleAfter(text, end, sentence);
  return role === null || role.length < 3 || NO_OFFICE.test(role) ? null : role;
}

function roleBefore({ discourse, phrases, norms }: NameText, { start, title }: NameStart): string | null {
  const own = phraseAt(phrases, start)?.from ?? start;
  const office = title !== null && !NO_OFFICE.test(norms.slice(title, start).join(' '));
  const held = office ? (phraseAt(phrases, title)?.from ?? title) : start;
  const from = Math.min(own, held);
  const last = discourse.tokens[start - 1];
  const described = last?.pos === 'NOUN' && last.text === last.norm && PERSON_NOUN.test(last.norm);
  return office || described ? words(discourse, from, start) : null;
}

function roleBeforeComma(
  { discourse, phrases, titles, norms }: NameText,
  start: number,
  sentence: Range,
): string | null {
  const comma = start - 1;
  if (normAt(discourse, comma) !== ',') return null;
  const phrase = phraseEndingAt(discourse, phrases, comma - 1, sentence.from);
  const office = phrase && titleEndingAt(titles, norms, phrase.head + 1, phrase.from) >= 0;
  return phrase && office ? words(discourse, phrase.from, comma) : null;
}

function roleAfter({ discourse, titles, norms }: NameText, end: number, sentence: Range): string | null {
  if (normAt(discourse, end) !== ',') return null;
  const from = end + 1;
  let office = false;
  let to = from;
  while (
    to < Math.min(sentence.to, from + LONGEST_ROLE) &&
    !/^(?:[,.;:"]|who|which|and)$/u.test(normAt(discourse, to))
  ) {
    if (discourse.tokens[to]?.pos === 'VERB') break;
    if (to - from <= TITLE_WITHIN && titleLength(titles, norms, to) > 0) office = true;
    to++;
  }
  return office ? words(discourse, from, to) : null;
}

/** The words of a range without its article, or null for a range too long to be a role. */
function words(discourse: Discourse, from: number, to: number): string | null {
  let first = from;
  while (first < to && DETERMINER.test(normAt(discourse, first))) first++;
  if (first >= to || to - first > LONGEST_ROLE) return null;
  const span = spanOf(discourse, { from: first, to });
  return discourse.text.slice(span.start, span.end).replace(/\s+/gu, ' ');
}

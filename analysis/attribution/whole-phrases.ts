import { type Discourse, normAt, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';
import type { SourcePhrase } from './draft.js';
import { isOffice, isTimePhrase, type NounPhrases, phraseAt } from './noun-phrases.js';
import { openingOfParenthesis } from './parenthesis.js';

/** Prepositions that hang a phrase on the noun before it ("a spokesman for the ministry"). */
const ATTACHING =
  /^(?:of|for|in|at|from|with|on|to|near|against|behind|among|within|under|between|about|inside|outside|across|around|over|than|like)$/u;
/** Longest apposition after a name, in tokens. */
const LONGEST_APPOSITION = 30;

/** The whole noun phrase that ends at token `i`, with the phrases hung on it; its head is that of the first. */
export function phraseEndingAt(
  discourse: Discourse,
  phrases: NounPhrases,
  i: number,
  floor: number,
): SourcePhrase | null {
  const last = phraseAt(phrases, i);
  if (!last || last.from < floor || i >= last.to) return null;
  let first = last;
  for (;;) {
    const next = chainedBefore(discourse, phrases, first.from, floor);
    if (!next) break;
    first = next;
  }
  const hung = first !== last && opensWithPreposition(discourse, first.from - 1, floor);
  if (hung) first = last;
  return { from: first.from, to: i + 1, head: headOf(discourse, first.from, Math.min(first.to, i + 1)) };
}

/** "In an interview with CNN Kerry said": what hangs on a preposition that opens the clause is no subject. */
function opensWithPreposition(discourse: Discourse, i: number, floor: number): boolean {
  return (
    i >= floor &&
    posAt(discourse, i) === 'ADP' &&
    (i === floor || /^(?:,|;|and|but)$/u.test(normAt(discourse, i - 1)))
  );
}

/** Adjectives that stand between a noun and the phrase hung on it ("sources close to the talks"). */
const BETWEEN =
  /^(?:close|familiar|privy|loyal|opposed|critical|responsible|supportive|sympathetic|affiliated|allied)$/u;

/** The phrase that the phrase beginning at `from` hangs on or is joined to, or null. */
function chainedBefore(
  discourse: Discourse,
  phrases: NounPhrases,
  from: number,
  floor: number,
): Range | null {
  const link = normAt(discourse, from - 1);
  if (from - 2 < floor || placeAt(discourse, from - 1) !== placeAt(discourse, from)) return null;
  const object = /^(?:him|them|me|us)$/u.test(normAt(discourse, from));
  if (isLonePronoun(discourse, phrases, from) && link !== 'of' && !object) return null;
  const joins = link === 'and' || link === '&';
  if (!ATTACHING.test(link) && !joins) return null;
  let last = from - 2;
  if (BETWEEN.test(normAt(discourse, last))) last--;
  if (joins && normAt(discourse, last) === ')') last = openingOfParenthesis(discourse, last, floor) - 1;
  const before = phraseAt(phrases, last);
  if (!before || before.from < floor || isTimePhrase(discourse, before)) return null;
  return posAt(discourse, before.to - 1) === 'PRON' ? null : before;
}

function isLonePronoun(discourse: Discourse, phrases: NounPhrases, from: number): boolean {
  return posAt(discourse, from) === 'PRON' && (phrases.end[from] ?? from) === from + 1;
}

/** The last noun or name of a phrase: "spokesman" in "the ministry's spokesman". */
export function headOf(discourse: Discourse, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const pos = posAt(discourse, i);
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || isOffice(normAt(discourse, i))) return i;
  }
  return to - 1;
}

/** The noun phrase that begins at `i`, with what hangs on it and an apposition after a comma. */
export function phraseStartingAt(
  discourse: Discourse,
  phrases: NounPhrases,
  i: number,
  limit: number,
): SourcePhrase | null {
  const first = phraseAt(phrases, i);
  if (!first || first.from !== i || isTimePhrase(discourse, first)) return null;
  let to = first.to;
  for (;;) {
    const link = normAt(discourse, to);
    const next =
      to + 1 < limit && (ATTACHING.test(link) || link === 'by' || link === 'and' || link === '&')
        ? phraseAt(phrases, to + 1)
        : null;
    if (
      !next ||
      next.from !== to + 1 ||
      isTimePhrase(discourse, next) ||
      posAt(discourse, next.from) === 'PRON'
    )
      break;
    to = next.to;
  }
  const head = headOf(discourse, first.from, first.to);
  return { from: i, to: posAt(discourse, i) === 'PRON' ? to : appositionEnd(discourse, to, limit), head };
}

/** The end of ", a lawyer for the campaign" after `from`, or `from` where none follows. */
function appositionEnd(discourse: Discourse, from: number, limit: number): number {
  let at = from;
  if (normAt(discourse, at) === '(') {
    const close = indexWithin(discourse, at, limit, ')');
    if (close > 0) at = close + 1;
  }
  if (normAt(discourse, at) !== ',') return at;
  const next = normAt(discourse, at + 1);
  const describes =
    /^(?:a|an|the|who|whose|his|her|its|their|one)$/u.test(next) ||
    (/^(?:NOUN|ADJ)$/u.test(posAt(discourse, at + 1)) && placeAt(discourse, at + 1) === OUTSIDE) ||
    (posAt(discourse, at + 1) === 'NUM' && normAt(discourse, at + 2) === ',');
  if (!describes) return at;
  const relative = /^(?:who|whose)$/u.test(next);
  for (let k = at + 1; k < Math.min(limit, at + LONGEST_APPOSITION); k++) {
    if (/^[,.;:!?]$/u.test(normAt(discourse, k)) || placeAt(discourse, k) !== OUTSIDE) return k;
    if (!relative && posAt(discourse, k) === 'AUX') return at;
    if (!relative && posAt(discourse, k) === 'VERB' && !/(?:ing|ed)$/u.test(normAt(discourse, k))) return at;
  }
  return at + LONGEST_APPOSITION >= limit ? limit : at;
}

function indexWithin(discourse: Discourse, from: number, limit: number, mark: string): number {
  for (let k = from; k < Math.min(limit, from + LONGEST_APPOSITION); k++)
    if (normAt(discourse, k) === mark) return k;
  return -1;
}

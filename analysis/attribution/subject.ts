import { type Discourse, normAt, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';
import type { SourcePhrase } from './draft.js';
import { isOffice, isRelative, isTimePhrase, type NounPhrases, phraseAt } from './noun-phrases.js';
import { LIGHT_WORD } from './verb-group.js';

/** Prepositions that hang a phrase on the noun before it ("a spokesman for the ministry"). */
const ATTACHING =
  /^(?:of|for|in|at|from|with|on|to|near|against|behind|among|within|under|between|about|inside|outside|across|around|over|than|like)$/u;
/** Longest parenthesis between a name and its verb, in tokens ("Hammond, the foreign secretary, said"). */
const LONGEST_PARENTHESIS = 45;
/** How many parentheses may stand one after the other. */
const MOST_PARENTHESES = 3;
const BRACKETS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);
const COMMA_LIKE = /^(?:,|—|–|--)$/u;

/**
 * The subject of a verb group that begins at `verb`, to its left and not before `floor`: steps over adverbs,
 * times, appositions and brackets. Null where another verb stands between or nothing is found.
 */
export function subjectBefore(
  discourse: Discourse,
  phrases: NounPhrases,
  verb: number,
  floor: number,
): SourcePhrase | null {
  let i = skipLightWords(discourse, phrases, verb - 1, floor);
  let end = i + 1;
  for (let turn = 0; turn <= MOST_PARENTHESES; turn++) {
    if (i < floor || placeAt(discourse, i) !== placeAt(discourse, verb)) return null;
    const opened = openingOfParenthesis(discourse, i, floor);
    if (opened < 0) break;
    if (turn === 0) end = i;
    i = skipLightWords(discourse, phrases, opened - 1, floor);
  }
  const phrase = nonNumeric(discourse, phrases, phraseEndingAt(discourse, phrases, i, floor), floor);
  if (!phrase) return null;
  if (isRelative(discourse, phrase.head) && phrase.to - phrase.from === 1) {
    return antecedent(discourse, phrases, phrase.from, floor);
  }
  const owner = modifiedPhrase(discourse, phrases, phrase, floor) ?? phrase;
  const name = nameBeforeApposition(discourse, phrases, owner, floor);
  return { from: name.from, to: Math.max(end, phrase.to), head: name.head };
}

/** How far back the word is looked for that a relative clause or participle belongs to. */
const LONGEST_MODIFIER = 14;

/**
 * In "people who lost their insurance said" and "a poll taken last week shows" the phrase next to the verb is
 * the object of a clause that describes the subject: gives the subject, or null where it is no such object.
 */
function modifiedPhrase(
  discourse: Discourse,
  phrases: NounPhrases,
  phrase: SourcePhrase,
  floor: number,
): SourcePhrase | null {
  let verb = -1;
  for (let i = phrase.from - 1; i >= Math.max(floor, phrase.from - LONGEST_MODIFIER); i--) {
    const norm = normAt(discourse, i);
    if (placeAt(discourse, i) !== OUTSIDE || /^[,;:()—–]$/u.test(norm)) return null;
    if (/^(?:who|which|that)$/u.test(norm) && verb > i)
      return phraseEndingAt(discourse, phrases, i - 1, floor);
    if (posAt(discourse, i) !== 'VERB' && posAt(discourse, i) !== 'AUX') continue;
    verb = i;
    if (posAt(discourse, i) === 'AUX') continue;
    const reduced = /(?:ed|ing|en|wn|ken)$/u.test(norm) && phraseAt(phrases, i - 1) !== null;
    if (reduced && i === phrase.from - 1 - (posAt(discourse, phrase.from - 1) === 'ADP' ? 1 : 0)) {
      return phraseEndingAt(discourse, phrases, i - 1, floor);
    }
  }
  return null;
}

/** "Clinton, 35," names nobody by the number: steps back to what stands before it. */
function nonNumeric(
  discourse: Discourse,
  phrases: NounPhrases,
  phrase: SourcePhrase | null,
  floor: number,
): SourcePhrase | null {
  if (!phrase || posAt(discourse, phrase.head) !== 'NUM' || normAt(discourse, phrase.from - 1) !== ',')
    return phrase;
  const before = phraseEndingAt(discourse, phrases, phrase.from - 2, floor);
  return before ? { from: before.from, to: phrase.to, head: before.head } : phrase;
}

/** In "X, a minister, said" and "X, director of Y, which did Z, said" the name stands before the first comma. */
function nameBeforeApposition(
  discourse: Discourse,
  phrases: NounPhrases,
  phrase: SourcePhrase,
  floor: number,
): SourcePhrase {
  let comma = phrase.from - 1;
  if (/^(?:acting|then|formerly|deputy)$/u.test(normAt(discourse, comma))) comma--;
  if (comma - 1 < floor || normAt(discourse, comma) !== ',' || posAt(discourse, phrase.head) !== 'NOUN')
    return phrase;
  const before = nonNumeric(discourse, phrases, phraseEndingAt(discourse, phrases, comma - 1, floor), floor);
  if (
    !before ||
    posAt(discourse, before.head) !== 'PROPN' ||
    normAt(discourse, before.head).endsWith('.') ||
    isTimePhrase(discourse, before)
  )
    return phrase;
  if (!startsClause(discourse, before.from, floor)) return phrase;
  return { from: before.from, to: phrase.to, head: before.head };
}

function startsClause(discourse: Discourse, i: number, floor: number): boolean {
  return i === floor || /^(?:,|;|and|but|that|while|as|\(|:)$/u.test(normAt(discourse, i - 1));
}

function skipLightWords(discourse: Discourse, phrases: NounPhrases, from: number, floor: number): number {
  let i = from;
  while (i >= floor) {
    const pos = posAt(discourse, i);
    const phrase = phraseAt(phrases, i);
    if (phrase && isTimePhrase(discourse, phrase) && phrase.from > floor && posAt(discourse, i) !== 'PRON') {
      i = phrase.from - 1;
      if (/^(?:on|in|at|of|during|since|by|for|earlier|late|early)$/u.test(normAt(discourse, i))) i--;
    } else if (!phrase && (pos === 'ADV' || pos === 'AUX' || LIGHT_WORD.test(normAt(discourse, i)))) i--;
    else break;
  }
  return i;
}

/** The index of the mark that opens the parenthesis closed at `i`, or -1. */
function openingOfParenthesis(discourse: Discourse, i: number, floor: number): number {
  const mark = normAt(discourse, i);
  const bracket = BRACKETS.get(mark);
  const limit = Math.max(floor, i - LONGEST_PARENTHESIS);
  if (!bracket && !COMMA_LIKE.test(mark)) return -1;
  let hasClause = false;
  for (let k = i - 1; k > limit; k--) {
    const norm = normAt(discourse, k);
    if (bracket) {
      if (norm === bracket) return k;
      continue;
    }
    if (placeAt(discourse, k) !== OUTSIDE) return -1;
    if (norm === mark) return hasClause ? -1 : k;
    if (/^(?:who|which|that|whose|where|when)$/u.test(norm)) hasClause = false;
    else if (needsSubject(discourse, k)) hasClause = true;
  }
  return -1;
}

/** A verb that needs a subject: what holds one without "who" is a clause, no parenthesis. */
function needsSubject(discourse: Discourse, i: number): boolean {
  const pos = posAt(discourse, i);
  return (
    pos === 'AUX' ||
    (pos === 'VERB' && !/(?:ed|ing|en)$/u.test(normAt(discourse, i)) && posAt(discourse, i - 1) !== 'PART')
  );
}

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
  const hung = posAt(discourse, first.from - 1) === 'ADP' && first.from - 1 >= floor && first !== last;
  if (hung) first = last;
  return { from: first.from, to: i + 1, head: headOf(discourse, first.from, Math.min(first.to, i + 1)) };
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

/** What "who" or "which" at `pronoun` refers to. */
function antecedent(
  discourse: Discourse,
  phrases: NounPhrases,
  pronoun: number,
  floor: number,
): SourcePhrase | null {
  let i = pronoun - 1;
  if (normAt(discourse, i) === ',') i--;
  if (normAt(discourse, i) === ')') i = openingOfParenthesis(discourse, i, floor) - 1;
  const phrase = phraseEndingAt(discourse, phrases, i, floor);
  if (!phrase) return null;
  const name = nameBeforeApposition(discourse, phrases, phrase, floor);
  return { from: name.from, to: pronoun + 1, head: name.head };
}

/** The subject of the first finite verb in `[floor, before)`: what a participle or a second verb shares. */
export function clauseSubject(
  discourse: Discourse,
  phrases: NounPhrases,
  before: number,
  floor: number,
): SourcePhrase | null {
  for (let i = floor; i < before; i++) {
    const pos = posAt(discourse, i);
    if (placeAt(discourse, i) !== placeAt(discourse, before) || (pos !== 'VERB' && pos !== 'AUX')) continue;
    if (phraseAt(phrases, i) || normAt(discourse, i).endsWith('ing')) continue;
    const subject = subjectBefore(discourse, phrases, i, floor);
    if (subject) return subject;
  }
  return null;
}

const LONGEST_APPOSITION = 30;

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

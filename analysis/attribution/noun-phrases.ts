import { type Discourse, normAt, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';

/** Noun phrases without what hangs on them ("the deputy foreign minister"), found once for a text. */
export interface NounPhrases {
  /** First token, and the index after the last, of the phrase that a token lies in; -1 outside of phrases. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

const TEMPORAL =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|tomorrow|mon\.|tues?\.|wed\.|thurs?\.|fri\.|sat\.|sun\.|january|february|march|april|june|july|august|september|october|november|december)$/u;
const TIME_NOUN =
  /^(?:week|month|year|day|night|morning|afternoon|evening|weekend|spring|summer|fall|autumn|winter|hour)s?$/u;
const POSSESSIVE_PRONOUN = /^(?:my|your|his|her|its|our|their|whose)$/u;
const RELATIVE = /^(?:who|which|that|whom|whose)$/u;
const STANDS_ALONE =
  /^(?:some|many|much|more|half|plenty|others|most|all|both|few|several|those|these|this|that|one|each|none|another)$/u;

/** Words tagged as adjectives that end the name of an office: "secretary general", "NATO chief". */
export function isOffice(norm: string): boolean {
  return /^(?:general|chief|elect|designate|emeritus|laureate)$/u.test(norm);
}

/** Finds the noun phrases of a text; sentences of more than some hundred tokens do not exist. */
export function nounPhrasesOf(discourse: Discourse): NounPhrases {
  const start = new Int32Array(discourse.tokens.length).fill(-1);
  const end = new Int32Array(discourse.tokens.length).fill(-1);
  for (const sentence of discourse.sentences) {
    let i = sentence.from;
    while (i < sentence.to) {
      const to = phraseEnd(discourse, i, sentence.to);
      if (to > i) {
        start.fill(i, i, to);
        end.fill(to, i, to);
        i = to;
      } else i++;
    }
  }
  return { start, end };
}

/** A word for a day or month, "yesterday" and the like. */
export function isTemporal(discourse: Discourse, i: number): boolean {
  const may = discourse.tokens[i]?.text === 'May' && posAt(discourse, i + 1) === 'NUM';
  return may || TEMPORAL.test(normAt(discourse, i));
}

/** The phrase names a time: "Monday", "last week", "the same day". */
export function isTimePhrase(discourse: Discourse, range: Range): boolean {
  const last = discourse.tokens[range.to - 1];
  // "Summers" with a capital is a name.
  return isTemporal(discourse, range.from) || TIME_NOUN.test(last?.text ?? '');
}

/** The end of the noun phrase that begins at token `from`, or `from` where none does. */
function phraseEnd(discourse: Discourse, from: number, limit: number): number {
  const first = normAt(discourse, from);
  if (isPronounAlone(discourse, from)) return from + 1;
  if (isTemporal(discourse, from) && posAt(discourse, from) !== 'VERB')
    return temporalEnd(discourse, from, limit);
  let lastHead = -1;
  let i = from;
  while (i < limit && goesOn(discourse, from, i, limit)) {
    if (isHead(discourse, i)) lastHead = i;
    i++;
  }
  if (lastHead >= from) return lastHead + 1;
  if (isNamedByAdjective(discourse, from, i)) return i;
  return STANDS_ALONE.test(first) && posAt(discourse, from) !== 'SCONJ' ? from + 1 : from;
}

/** "the general", "the accused": an adjective after an article, before a verb or mark. */
function isNamedByAdjective(discourse: Discourse, from: number, to: number): boolean {
  if (posAt(discourse, from) !== 'DET' || posAt(discourse, to - 1) !== 'ADJ') return false;
  return /^(?:VERB|AUX|PUNCT|ADP)$/u.test(posAt(discourse, to));
}

function isPronounAlone(discourse: Discourse, i: number): boolean {
  return posAt(discourse, i) === 'PRON' && !POSSESSIVE_PRONOUN.test(normAt(discourse, i));
}

function temporalEnd(discourse: Discourse, from: number, limit: number): number {
  let i = from + 1;
  while (i < limit && (posAt(discourse, i) === 'NUM' || TIME_NOUN.test(normAt(discourse, i)))) i++;
  return i;
}

function isHead(discourse: Discourse, i: number): boolean {
  const pos = posAt(discourse, i);
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM') return true;
  return (
    pos === 'ADJ' && (/^\p{Lu}/u.test(discourse.tokens[i]?.text ?? '') || isOffice(normAt(discourse, i)))
  );
}

/** Whether token `i` may belong to the phrase that began at `from`. */
function goesOn(discourse: Discourse, from: number, i: number, limit: number): boolean {
  const pos = posAt(discourse, i);
  const norm = normAt(discourse, i);
  if (placeAt(discourse, i) !== placeAt(discourse, from)) return false;
  if (i > from && isTemporal(discourse, i) && posAt(discourse, i - 1) !== 'DET') return false;
  if (pos === 'DET' || POSSESSIVE_PRONOUN.test(norm)) return i === from && !RELATIVE.test(norm);
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || pos === 'ADJ') return true;
  if (pos === 'SYM' && norm !== '_') return true;
  if (i === from) return false;
  if (pos === 'PART') return norm === "'s" || norm === "'";
  if (norm === "'")
    return normAt(discourse, i - 1).endsWith('s') && isHead(discourse, i + 1) && i + 1 < limit;
  if (pos === 'ADV')
    return isModifier(discourse, i + 1) && posAt(discourse, i - 1) !== 'PROPN' && !isHead(discourse, i - 1);
  if (pos === 'VERB') return isParticipleInside(discourse, from, i);
  return norm === '&';
}

function isModifier(discourse: Discourse, i: number): boolean {
  return (
    posAt(discourse, i) === 'ADJ' ||
    (posAt(discourse, i) === 'VERB' && /(?:ed|ing)$/u.test(normAt(discourse, i)))
  );
}

/** "the leading candidate", "a proposed ban": a participle between article and noun. */
function isParticipleInside(discourse: Discourse, from: number, i: number): boolean {
  if (!/(?:ed|ing|en|wn)$/u.test(normAt(discourse, i))) return false;
  for (let k = from; k < i; k++) if (isHead(discourse, k) && posAt(discourse, k) !== 'ADJ') return false;
  const next = posAt(discourse, i + 1);
  return (
    (posAt(discourse, from) === 'DET' || POSSESSIVE_PRONOUN.test(normAt(discourse, from))) &&
    (next === 'NOUN' || next === 'PROPN' || next === 'ADJ')
  );
}

/** The phrase that token `i` lies in, or null. */
export function phraseAt(phrases: NounPhrases, i: number): Range | null {
  const from = phrases.start[i] ?? -1;
  const to = phrases.end[i] ?? -1;
  return from < 0 ? null : { from, to };
}

/** Whether a token is a relative pronoun that takes up the phrase before it. */
export function isRelative(discourse: Discourse, i: number): boolean {
  return /^(?:who|which|that)$/u.test(normAt(discourse, i)) && placeAt(discourse, i) === OUTSIDE;
}

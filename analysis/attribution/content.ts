import { closesQuote, leadAfter, quoteAfter, quoteAt, skipAdjuncts, withoutFullStop } from './clauses.js';
import { type Discourse, normAt, OPENING, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';
import { isTimePhrase, type NounPhrases, phraseAt } from './noun-phrases.js';

/** Verbs whose first object is the hearer, not what was said. */
const ADDRESSES = /^(?:tell|inform|remind|assure|notify|brief)$/u;
/** Verbs that may name the hearer before "that". */
const HAS_HEARER =
  /^(?:tell|inform|remind|assure|notify|brief|warn|promise|show|convince|advise|persuade|confide|complain|explain|write)$/u;
const CONJUNCTION = /^(?:but|and|so|yet|however|meanwhile|moreover|also|still|,|;|—|–|--|:)$/u;

/** What follows a cue: from "that" or the quotation on, to the end of the sentence or of its quotation. */
export function contentAfter(
  discourse: Discourse,
  phrases: NounPhrases,
  lemma: string,
  from: number,
  limit: number,
): Range | null {
  const start = contentStart(discourse, phrases, lemma, from, limit);
  const end = withoutFullStop(discourse, start, limit);
  if (start >= end) return null;
  return { from: start, to: end };
}

function contentStart(
  discourse: Discourse,
  phrases: NounPhrases,
  lemma: string,
  from: number,
  limit: number,
): number {
  const lead = leadAfter(discourse, phrases, from, limit, HAS_HEARER.test(lemma));
  if (lead >= 0) return lead;
  let at = from;
  if (ADDRESSES.test(lemma)) {
    const hearer = phraseAt(phrases, at);
    if (hearer && hearer.from === at) at = hearer.to;
  }
  at = skipAdjuncts(discourse, phrases, at, limit);
  while (at < limit && /^(?:,|:|—|–|--)$/u.test(normAt(discourse, at)) && placeAt(discourse, at) === OUTSIDE)
    at++;
  return at;
}

/** What stands before a cue clause that begins at `clause`: a quotation as a whole, or the main clause. */
export function contentBefore(discourse: Discourse, clause: number, floor: number): Range | null {
  const range = clauseBefore(discourse, clause, floor);
  return range && isStatement(discourse, range.from, range.to) ? range : null;
}

/** The same, also where it has no verb of its own ("The plan, he said, is working"). */
export function clauseBefore(discourse: Discourse, clause: number, floor: number): Range | null {
  let to = clause;
  while (to > floor && isLooseMark(discourse, to - 1)) to--;
  if (to <= floor) return null;
  let from = floor;
  const quote = quoteAt(discourse, to - 1);
  if (quote && quote.from <= floor) from = quote.from;
  else from = afterSemicolon(discourse, floor, to);
  while (from < to && placeAt(discourse, from) === OUTSIDE && CONJUNCTION.test(normAt(discourse, from)))
    from++;
  return from < to ? { from, to } : null;
}

/** The start of the last clause: nothing before a semicolon belongs to ", she said". */
function afterSemicolon(discourse: Discourse, floor: number, to: number): number {
  for (let i = to - 1; i > floor; i--) {
    if (normAt(discourse, i) === ';' && placeAt(discourse, i) === OUTSIDE) return i + 1;
  }
  return floor;
}

function isLooseMark(discourse: Discourse, i: number): boolean {
  return /^(?:,|—|–|--)$/u.test(normAt(discourse, i)) && placeAt(discourse, i) === OUTSIDE;
}

/** A clause or quotation, not just "At the same time". */
function isStatement(discourse: Discourse, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const pos = posAt(discourse, i);
    if (pos === 'VERB' || pos === 'AUX' || placeAt(discourse, i) !== OUTSIDE) return true;
  }
  return false;
}

/** Whether what was said stands before the clause that begins at `clause`. */
export function standsAfterContent(
  discourse: Discourse,
  clause: number,
  floor: number,
): 'quote' | 'comma' | null {
  const before = clause - 1;
  if (before < floor) return null;
  if (closesQuote(discourse, before)) {
    return isSpokenBefore(discourse, before) || isLong(discourse, before) ? 'quote' : null;
  }
  if (!/^(?:,|—|–|--)$/u.test(normAt(discourse, before)) || placeAt(discourse, before) !== OUTSIDE)
    return null;
  return closesQuote(discourse, before - 1) ? 'quote' : 'comma';
}

/** Long enough to be a statement even without a comma before the closing mark. */
function isLong(discourse: Discourse, closing: number): boolean {
  const quote = quoteAt(discourse, closing);
  return quote !== null && quote.to - quote.from > STATEMENT_TOKENS;
}
const STATEMENT_TOKENS = 9;

/** A comma or final mark inside the closing mark: `"...," Kerry said`. */
function isSpokenBefore(discourse: Discourse, closing: number): boolean {
  const inner = normAt(discourse, closing - 1) === "'" ? closing - 2 : closing - 1;
  return /^[,.!?…—–-]+$/u.test(normAt(discourse, inner));
}

/** The quotation that goes on after a cue clause: `"A," Kerry said. "B"`, `"A," he said, "B"`; or null. */
export function quoteResumed(discourse: Discourse, from: number, limit: number): Range | null {
  const inSentence = quoteAfter(discourse, from, limit);
  return inSentence >= 0 && placeAt(discourse, inSentence) === OPENING
    ? quoteAt(discourse, inSentence)
    : null;
}

const CIRCUMSTANCE =
  /^(?:,|;|\.|as|while|when|after|before|during|at|in|on|to|by|with|from|amid|because|since|outside)$/u;
/** Longest tail of a statement without a verb in it ("said on Tuesday after talks in Brussels"). */
const LONGEST_TAIL = 14;

/** The quotation that a colon at the end of the sentence announces, also over the end of the paragraph. */
export function quoteAnnounced(discourse: Discourse, limit: number): Range | null {
  return normAt(discourse, limit - 1) === ':' && placeAt(discourse, limit) === OPENING
    ? quoteAt(discourse, limit)
    : null;
}

/** Whether nothing but a circumstance follows until the sentence ends: no object, no clause, no quotation. */
export function onlyAdjunctFollows(
  discourse: Discourse,
  phrases: NounPhrases,
  from: number,
  limit: number,
): boolean {
  const end = withoutFullStop(discourse, from, limit);
  if (from >= end) return true;
  const first = normAt(discourse, from);
  if (/^(?:,|as|while|when|after|before|during)$/u.test(first)) return true;
  const phrase = phraseAt(phrases, from);
  const time = phrase !== null && isTimePhrase(discourse, phrase);
  if (!time && !CIRCUMSTANCE.test(first) && posAt(discourse, from) !== 'ADV') return false;
  if (end - from > LONGEST_TAIL) return false;
  for (let i = from; i < end; i++) {
    if (posAt(discourse, i) === 'VERB' || posAt(discourse, i) === 'AUX' || normAt(discourse, i) === 'that')
      return false;
  }
  return true;
}

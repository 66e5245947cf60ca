import {
  CLOSING,
  type Discourse,
  normAt,
  OPENING,
  OUTSIDE,
  placeAt,
  posAt,
  type Range,
} from './discourse.js';
import { isTimePhrase, type NounPhrases, phraseAt } from './noun-phrases.js';

const FINAL = /^(?:[.!?…]|\.{2,})$/u;
const WH = /^(?:how|why|what|whether|if|where|when|who|which)$/u;
/** How far after a cue "that" or a quotation may stand ("told reporters in Brussels on Tuesday that"). */
const LONGEST_ADJUNCT = 16;

/** The end of a stretch without the full stop that ends its sentence (kept inside quotation marks). */
export function withoutFullStop(discourse: Discourse, from: number, to: number): number {
  let end = to;
  while (end > from && FINAL.test(normAt(discourse, end - 1)) && placeAt(discourse, end - 1) === OUTSIDE)
    end--;
  return end;
}

/** Whether a clause with a verb of its own begins at `i`: "the coalition is ...", "he would ...". */
export function clauseBegins(discourse: Discourse, phrases: NounPhrases, i: number, limit: number): boolean {
  const first = phraseAt(phrases, i);
  if (!first || first.from !== i) return normAt(discourse, i) === 'there' || normAt(discourse, i) === 'it';
  let at = first.to;
  for (let steps = 0; at < limit && steps < LONGEST_ADJUNCT; steps++) {
    const pos = posAt(discourse, at);
    const norm = normAt(discourse, at);
    if (pos === 'AUX') return true;
    if (pos === 'VERB') return !norm.endsWith('ing');
    const next = phraseAt(phrases, at);
    if (next && steps > 0 && posAt(discourse, at - 1) !== 'ADP' && !isTimePhrase(discourse, next))
      return false;
    if (next) at = next.to;
    else if (pos === 'ADV' || pos === 'ADP') at++;
    else return false;
  }
  return false;
}

/** A clause, question word or quotation follows: what an ambiguous verb needs to count as a cue. */
export function takesClause(
  discourse: Discourse,
  phrases: NounPhrases,
  from: number,
  limit: number,
): boolean {
  const i = posAt(discourse, from) === 'ADV' ? from + 1 : from;
  const norm = normAt(discourse, i);
  if (i >= limit) return false;
  if (norm === 'that' || norm === ':' || WH.test(norm) || placeAt(discourse, i) === OPENING) return true;
  if (norm === ',' && placeAt(discourse, i + 1) === OPENING) return true;
  if (/^(?:about|of|against)$/u.test(norm)) return true;
  return clauseBegins(discourse, phrases, i, limit);
}

/** Prepositions of circumstances: what follows them and then "that" is still the statement. */
const CIRCUMSTANTIAL = /^(?:in|on|at|during|after|before|from|via|through|with|late|early|earlier)$/u;
const ATTACHES = /^(?:of|for|and)$/u;

/**
 * Where "that" or a quotation begins the content after a cue, or -1: directly, after circumstances ("said in
 * Brussels on Tuesday that") or, with `hearer`, after the one spoken to ("told reporters that").
 */
export function leadAfter(
  discourse: Discourse,
  phrases: NounPhrases,
  from: number,
  limit: number,
  hearer: boolean,
): number {
  let at = from;
  let mayHear = hearer;
  while (at < Math.min(limit, from + LONGEST_ADJUNCT)) {
    if (placeAt(discourse, at) === OPENING) return at;
    if (placeAt(discourse, at) !== placeAt(discourse, from)) return -1;
    if (normAt(discourse, at) === 'that') return at;
    const next = stepOver(discourse, phrases, at, mayHear);
    if (next < 0) break;
    if (phraseAt(phrases, at)?.to === next && !isTimePhrase(discourse, { from: at, to: next }))
      mayHear = false;
    at = next;
  }
  return quoteAfterColon(discourse, from, limit);
}

/** The index after one circumstance, hearer, adverb or comma at `at`; -1 where something else stands. */
function stepOver(discourse: Discourse, phrases: NounPhrases, at: number, mayHear: boolean): number {
  const norm = normAt(discourse, at);
  const own = phraseAt(phrases, at);
  if (own && (mayHear || isTimePhrase(discourse, own))) return own.to;
  const links = CIRCUMSTANTIAL.test(norm) || (mayHear && (norm === 'to' || ATTACHES.test(norm)));
  const hung = links ? phraseAt(phrases, at + 1) : null;
  if (hung && hung.from === at + 1) return hung.to;
  return posAt(discourse, at) === 'ADV' || norm === ',' ? at + 1 : -1;
}

function quoteAfterColon(discourse: Discourse, from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + LONGEST_ADJUNCT); i++) {
    if (placeAt(discourse, i) === OPENING) return normAt(discourse, i - 1) === ':' ? i : -1;
  }
  return -1;
}

/** Where a quotation opens after a comma or colon within some words after `from`, or -1. */
export function quoteAfter(discourse: Discourse, from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + LONGEST_ADJUNCT); i++) {
    if (placeAt(discourse, i) === OPENING)
      return i === from || /^[,:]$/u.test(normAt(discourse, i - 1)) ? i : -1;
  }
  return -1;
}

/** The first token after the circumstances that follow a cue: "on Tuesday", "in an interview". */
export function afterAdjunct(
  discourse: Discourse,
  phrases: NounPhrases,
  from: number,
  limit: number,
): number {
  let at = from;
  while (at < Math.min(limit, from + LONGEST_ADJUNCT) && normAt(discourse, at) !== ',') {
    const next = stepOver(discourse, phrases, at, false);
    if (next < 0) return at;
    at = next;
  }
  return at;
}

/** Steps over circumstances after a cue where a clause follows them: "on Tuesday", "in an interview with X". */
export function skipAdjuncts(
  discourse: Discourse,
  phrases: NounPhrases,
  from: number,
  limit: number,
): number {
  let at = skipTimes(discourse, phrases, from, limit);
  const start = at;
  while (at < limit && CIRCUMSTANTIAL.test(normAt(discourse, at)) && placeAt(discourse, at) === OUTSIDE) {
    const phrase = phraseAt(phrases, at + 1);
    if (!phrase || phrase.from !== at + 1) break;
    at = skipTimes(discourse, phrases, phrase.to, limit);
  }
  if (at === start) return at;
  if (normAt(discourse, at) === ',' && placeAt(discourse, at + 1) !== OPENING) return start;
  return normAt(discourse, at) !== 'that' && takesClause(discourse, phrases, at, limit) ? at : start;
}

function skipTimes(discourse: Discourse, phrases: NounPhrases, from: number, limit: number): number {
  let at = from;
  for (let steps = 0; steps < LONGEST_ADJUNCT && at < limit; steps++) {
    const on = /^(?:on|late|early|earlier)$/u.test(normAt(discourse, at)) ? 1 : 0;
    const phrase = phraseAt(phrases, at + on);
    if (!phrase || phrase.from !== at + on || !isTimePhrase(discourse, phrase)) break;
    at = phrase.to;
  }
  return at;
}

/** The quotation that token `i` lies in, or null. */
export function quoteAt(discourse: Discourse, i: number): Range | null {
  return discourse.quotes[discourse.quoteOf[i] ?? -1] ?? null;
}

/** Whether token `i` closes a quotation. */
export function closesQuote(discourse: Discourse, i: number): boolean {
  return placeAt(discourse, i) === CLOSING;
}

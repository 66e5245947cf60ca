import type { Token } from '../../article/index.js';

/** A noun phrase: token positions `first` to `last` inclusive. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  /** Position of the head noun. */
  readonly head: number;
  /** Position of the last possessive mark ("'s") inside, or -1: what is before it owns the head. */
  readonly owner: number;
  /** Position of the preposition right before it, or -1. */
  readonly preposition: number;
  /** Index of the phrase that the preposition hangs on ("the results" in "the results of it"), or -1. */
  readonly parent: number;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const INSIDE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM']);
export const OWNERS = new Set(['its', 'their', 'his', 'her', 'our', 'my', 'your', 'whose']);
const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday today yesterday'.split(' '));
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'what']);

/** Noun phrases by parts of speech, left to right, without overlap. */
export function findPhrases(tokens: readonly Token[]): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (let at = 0; at < tokens.length; ) {
    const last = phraseEnd(tokens, at);
    if (last < at) at++;
    else {
      const preposition = prepositionBefore(tokens, at);
      const parent = preposition < 0 ? -1 : parentOf(phrases, preposition);
      phrases.push({ first: at, last, ...headOf(tokens, at, last), preposition, parent });
      at = last + 1;
    }
  }
  return phrases;
}

/** The last token of the phrase that begins at `first`, or -1 where none does. */
function phraseEnd(tokens: readonly Token[], first: number): number {
  let end = -1;
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.pos === 'PRON' && !OWNERS.has(token.norm)) {
      if (at === first && !RELATIVE.has(token.norm)) end = at;
      break;
    }
    if (at > first && startsAnew(tokens, at, end)) break;
    if (!isInside(tokens, at, first)) break;
    if (NOMINAL.has(token.pos) && !OWNERS.has(token.norm)) end = at;
  }
  return end;
}

/** A determiner after a noun opens the next phrase ("gave | the army | a mandate"). */
function startsAnew(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  if (!token || end < 0) return false;
  // "On Monday | Kerry said": a day is no first name.
  if (end === at - 1 && DAYS.has(tokens[end]?.norm ?? '') && token.pos === 'PROPN') return true;
  return (
    token.pos === 'DET' ||
    OWNERS.has(token.norm) ||
    (token.pos === 'ADJ' && end === at - 1 && !isJoined(tokens, at))
  );
}

function isJoined(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.pos;
  return next === 'NOUN' || next === 'PROPN' || tokens[at + 1]?.text === '-';
}

function isInside(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (INSIDE.has(token.pos) || OWNERS.has(token.norm)) return true;
  const before = at > first ? tokens[at - 1] : undefined;
  const after = tokens[at + 1];
  if (token.norm === "'s" || token.norm === "'") return token.pos === 'PART' && before !== undefined;
  if (token.text === '-' || token.norm === '&') return before !== undefined && after !== undefined;
  if (!after) return false;
  const modified =
    after.pos === 'ADJ' || after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'VERB';
  if (token.pos === 'ADV') return modified && (before?.pos === 'DET' || before?.pos === 'ADJ');
  if (token.pos === 'VERB') return isPrenominal(tokens, at, first);
  return token.pos === 'CCONJ' && before?.pos === 'ADJ' && after.pos === 'ADJ';
}

/** A participle before its noun: "the failed mission", "a growing scandal"; after a noun it is a verb. */
function isPrenominal(tokens: readonly Token[], at: number, first: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!token || !before || !after || at === first) return false;
  if (!/(?:ed|en|ing|wn|ght|ung|de)$/u.test(token.norm)) return false;
  if ((before.pos === 'NOUN' || before.pos === 'PROPN') && before.text !== '-') return false;
  return after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'ADJ' || after.text === '-';
}

function headOf(tokens: readonly Token[], first: number, last: number): { head: number; owner: number } {
  let owner = -1;
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (token && (token.norm === "'s" || token.norm === "'") && token.pos === 'PART' && at < last) owner = at;
    else if (token && OWNERS.has(token.norm)) owner = at;
  }
  return { head: last, owner };
}

function prepositionBefore(tokens: readonly Token[], first: number): number {
  for (let at = first - 1; at >= Math.max(0, first - 2); at--) {
    const token = tokens[at];
    if (token?.pos === 'ADP' || (token?.norm === 'to' && token.pos === 'PART')) return at;
    if (token?.pos !== 'ADV') return -1;
  }
  return -1;
}

/** A preposition directly after a phrase hangs on it. */
function parentOf(phrases: readonly NounPhrase[], preposition: number): number {
  return phrases.at(-1)?.last === preposition - 1 ? phrases.length - 1 : -1;
}

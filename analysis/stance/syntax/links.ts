import type { Token } from '../../article/index.js';
import type { NounPhrase } from './phrases.js';
import type { VerbGroup } from './verbs.js';

/** For each verb group the index of a noun phrase, or -1. */
export interface Links {
  /** Grammatical subject. */
  readonly subject: Int32Array;
  /** First object; in the passive none. */
  readonly object: Int32Array;
  /** The phrase after "by" of a passive. */
  readonly by: Int32Array;
}

type Search = {
  readonly tokens: readonly Token[];
  readonly phrases: readonly NounPhrase[];
  readonly phraseAt: Int32Array;
};

const STOPS = new Set(['.', ';', ':', '?', '!']);
const QUOTES = new Set(['"', '“', '”', '«', '»']);
const RELATIVE = new Set(['who', 'which', 'that']);

/** How far a subject may stand before its verb, in tokens. */
const SUBJECT_REACH = 30;
/** How far an object may stand after its verb, in tokens, without another phrase between. */
const OBJECT_REACH = 5;

/** Finds the subject, object and agent of each verb group by position. */
export function linkVerbs(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  phraseAt: Int32Array,
  verbs: readonly VerbGroup[],
): Links {
  const search = { tokens, phrases, phraseAt };
  const links = { subject: empty(verbs), object: empty(verbs), by: empty(verbs) };
  verbs.forEach((group, index) => {
    links.subject[index] = subjectOf(search, verbs, links.subject, index);
    if (group.passive) links.by[index] = byPhrase(search, group);
    else links.object[index] = objectOf(search, group);
  });
  return links;
}

function empty(verbs: readonly VerbGroup[]): Int32Array {
  return new Int32Array(verbs.length).fill(-1);
}

function subjectOf(search: Search, verbs: readonly VerbGroup[], found: Int32Array, index: number): number {
  const group = verbs[index];
  if (!group) return -1;
  const own = group.infinitive
    ? forSubject(search, group)
    : group.gerund
      ? gerundSubject(search, group, index === 0)
      : finiteSubject(search, group);
  if (own >= 0) return own;
  // "managed to inflict", "has reduced ... and inflicted": the subject of the verb before.
  return index > 0 ? (found[index - 1] ?? -1) : -1;
}

/** "for Daesh to assemble". */
function forSubject({ tokens, phrases, phraseAt }: Search, group: VerbGroup): number {
  const phrase = phraseAt[group.first - 1] ?? -1;
  const preposition = phrases[phrase]?.preposition ?? -1;
  return tokens[preposition]?.norm === 'for' ? phrase : -1;
}

/** "media presenting": only a phrase that touches the form and hangs on no preposition. */
function gerundSubject(search: Search, group: VerbGroup, isFirst: boolean): number {
  const { tokens, phrases, phraseAt } = search;
  const phrase = phraseAt[group.first - 1] ?? -1;
  if (phrase >= 0 && tokens[phrases[phrase]?.preposition ?? -1]?.norm !== 'of') return phrase;
  return isFirst ? subjectAhead(search, group) : -1;
}

/** "Despite being well trained, the mission has failed": the subject comes after the comma. */
function subjectAhead({ tokens, phraseAt }: Search, group: VerbGroup): number {
  for (let at = group.verb + 1; at < Math.min(tokens.length, group.verb + SUBJECT_REACH); at++) {
    if (tokens[at]?.text === ',') return phraseAt[at + 1] ?? -1;
  }
  return -1;
}

function finiteSubject(search: Search, group: VerbGroup): number {
  const { tokens, phrases, phraseAt } = search;
  for (let at = group.first - 1; at >= Math.max(0, group.first - SUBJECT_REACH); at--) {
    const index = phraseAt[at] ?? -1;
    const phrase = phrases[index];
    if (!phrase) {
      const found = subjectAtWord(search, tokens[at], at);
      if (found !== null) return found;
    } else if (phrase.preposition < 0 || phrase.parent >= 0) return topPhrase(phrases, index);
    // "led by Washington | has": a phrase after a preposition does nothing itself.
    else at = phrase.preposition;
  }
  return -1;
}

/** What a word outside phrases, met on the way left from a verb, tells of its subject; null to go on. */
function subjectAtWord(search: Search, token: Token | undefined, at: number): number | null {
  if (!token || STOPS.has(token.text) || token.pos === 'CCONJ') return -1;
  if (RELATIVE.has(token.norm)) return antecedentOf(search, at);
  if (token.text === ',' || QUOTES.has(token.text)) return afterInsertion(search, at);
  if (token.pos === 'VERB') return reducedRelative(search, at) ?? afterRelative(search, at);
  return null;
}

/** "the coalition led by Washington | has": over a participle back to what it describes, or null. */
function reducedRelative({ tokens, phrases, phraseAt }: Search, verb: number): number | null {
  const phrase = phraseAt[verb - 1] ?? -1;
  const participle = /(?:ed|en|ing|ung|[^e]d|t)$/u.test(tokens[verb]?.norm ?? '');
  return participle && phrase >= 0 ? topPhrase(phrases, phrase) : null;
}

/** "Russia, which is not taking part, has stated": over the insertion back to what it hangs on. */
function afterInsertion({ tokens, phrases, phraseAt }: Search, close: number): number {
  for (let at = close - 1; at > Math.max(0, close - SUBJECT_REACH); at--) {
    const token = tokens[at];
    if (!token || STOPS.has(token.text)) return -1;
    const before = phraseAt[at - 1] ?? -1;
    if (token.text === ',' && before >= 0) return topPhrase(phrases, before);
  }
  return -1;
}

/** What "which" or "that" stands for: the phrase right before it. */
function antecedentOf({ tokens, phrases, phraseAt }: Search, relative: number): number {
  const before = tokens[relative - 1]?.text === ',' ? relative - 2 : relative - 1;
  const phrase = phraseAt[before] ?? -1;
  return phrase < 0 ? -1 : topPhrase(phrases, phrase);
}

/** "the missions that we have flown | have reduced": over the relative clause back to its antecedent. */
function afterRelative(search: Search, verb: number): number {
  for (let at = verb - 1; at > Math.max(0, verb - SUBJECT_REACH); at--) {
    const token = search.tokens[at];
    if (!token || STOPS.has(token.text) || token.pos === 'CCONJ') return -1;
    if (RELATIVE.has(token.norm)) return antecedentOf(search, at);
  }
  return -1;
}

/** From "the coalition" in "the results of the coalition" up to "the results". */
export function topPhrase(phrases: readonly NounPhrase[], index: number): number {
  let top = index;
  for (let parent = phrases[top]?.parent ?? -1; parent >= 0; parent = phrases[top]?.parent ?? -1)
    top = parent;
  return top;
}

function objectOf({ tokens, phraseAt }: Search, group: VerbGroup): number {
  for (let at = group.verb + 1; at <= group.verb + OBJECT_REACH; at++) {
    const token = tokens[at];
    const phrase = phraseAt[at] ?? -1;
    if (phrase >= 0) return phrase;
    if (!token || STOPS.has(token.text) || token.text === ',' || RELATIVE.has(token.norm)) return -1;
    if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'CCONJ') return -1;
  }
  return -1;
}

function byPhrase({ tokens, phraseAt }: Search, group: VerbGroup): number {
  for (let at = group.verb + 1; at <= group.verb + OBJECT_REACH * 2; at++) {
    const token = tokens[at];
    if (!token || STOPS.has(token.text)) return -1;
    if (token.norm === 'by') return phraseAt[at + 1] ?? -1;
  }
  return -1;
}

import type { Token } from '../../article/index.js';

/** A verb with its auxiliaries; positions are token positions in the sentence. */
export interface VerbGroup {
  /** Where the group begins (its first auxiliary). */
  readonly first: number;
  /** The full verb, or the copula itself. */
  readonly verb: number;
  readonly copula: boolean;
  readonly passive: boolean;
  /** Follows "to" ("managed to inflict"). */
  readonly infinitive: boolean;
  /** An "-ing" form without an auxiliary. */
  readonly gerund: boolean;
  /** "should", "must", ...: the norm of a modal auxiliary, or null. */
  readonly modal: string | null;
}

const BE = new Set([
  'be',
  'is',
  'was',
  'were',
  'been',
  'being',
  'are',
  'am',
  "'s",
  "'re",
  "'m",
  'get',
  'got',
  'gets',
  'getting',
]);
const MODALS = new Set([
  'should',
  'must',
  'ought',
  'need',
  'needs',
  'can',
  'could',
  'may',
  'might',
  'would',
  'will',
  'shall',
  'ca',
  'wo',
]);
const IN_GROUP = new Set(['AUX', 'ADV', 'PART']);

/** Verb groups in order. `inPhrase` tells the tokens that belong to noun phrases. */
export function findVerbs(tokens: readonly Token[], inPhrase: (at: number) => boolean): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || inPhrase(at)) continue;
    if (token.pos === 'VERB') groups.push(groupAt(tokens, at, inPhrase));
    else if (token.pos === 'AUX' && standsAlone(tokens, at, inPhrase)) {
      groups.push({ ...groupAt(tokens, at, inPhrase), copula: isBe(token), passive: false });
    }
  }
  return groups;
}

function groupAt(tokens: readonly Token[], verb: number, inPhrase: (at: number) => boolean): VerbGroup {
  let first = verb;
  while (first > 0 && !inPhrase(first - 1) && IN_GROUP.has(tokens[first - 1]?.pos ?? '')) first--;
  while (first < verb && tokens[first]?.pos === 'ADV') first++;
  const before = tokens.slice(first, verb);
  const norms = before.map((token) => token.norm);
  const form = tokens[verb];
  return {
    first,
    verb,
    copula: false,
    passive: isPassive(tokens, verb, norms),
    infinitive: before.some((token) => token.norm === 'to'),
    gerund: isGerund(form, before),
    modal: norms.find((norm) => MODALS.has(norm)) ?? null,
  };
}

/** "presenting", "being trained": an "-ing" form opens the group. */
function isGerund(form: Token | undefined, before: readonly Token[]): boolean {
  const first = before.find((token) => token.pos !== 'ADV') ?? form;
  return first?.norm.endsWith('ing') ?? false;
}

function isPassive(tokens: readonly Token[], verb: number, before: readonly string[]): boolean {
  const token = tokens[verb];
  if (!token || !isParticiple(token)) return false;
  if (before.some((norm) => BE.has(norm))) return true;
  // A bare participle with its agent: "a plan criticized by the army".
  return before.length === 0 && tokens[verb + 1]?.norm === 'by';
}

/** A past participle or past form by its shape: it differs from the lemma and is no "-ing" or "-s" form. */
function isParticiple(token: Token): boolean {
  if (/(?:ing|s)$/u.test(token.norm)) return false;
  return token.norm !== token.lemma || /(?:ed|en|t|d)$/u.test(token.norm);
}

/** An auxiliary with no verb after it is a verb of its own: "is ineffective", "had no answer". */
function standsAlone(tokens: readonly Token[], at: number, inPhrase: (at: number) => boolean): boolean {
  const token = tokens[at];
  if (!token || !(isBe(token) || token.lemma === 'have' || token.lemma === 'do')) return false;
  for (let next = at + 1; next < tokens.length; next++) {
    const pos = tokens[next]?.pos;
    if (inPhrase(next) || pos === undefined) return true;
    if (pos === 'VERB' || pos === 'AUX') return false;
    if (!IN_GROUP.has(pos)) return true;
  }
  return true;
}

function isBe(token: Token): boolean {
  return token.lemma === 'be' || BE.has(token.norm);
}

import type { Token } from '../../article/index.js';
import type { ModifierEntry, VerbEntry, WordEntry } from '../../resources/index.js';
import type { CueLexicon, JudgingEntry } from './lexicon.js';
import type { TermMatch } from './term-trie.js';

/** Words of a sentence that carry a judgement, whomever it falls on. Positions are inclusive. */
export interface CueHit {
  readonly first: number;
  readonly last: number;
  /** The token whose grammatical role decides: the verb, or the head of the phrase. */
  readonly anchor: number;
  readonly verb: VerbEntry | null;
  readonly word: WordEntry | null;
  /** A noun of judging ("doubts", "praise"): what it says of the one it is about, in [-1, 1]. */
  readonly attitude: number;
}

export interface ModifierHit {
  readonly first: number;
  readonly last: number;
  readonly entry: ModifierEntry;
}

/** Devices that only change what other words say. */
const MODIFYING: ReadonlySet<WordEntry['device']> = new Set([
  'negator',
  'hedge',
  'concession',
  'intensifier',
  'quantifier-low',
]);

/** How an attitude noun makes the one look that it is about. */
const TONE_VALUE = { positive: 0.5, negative: -0.5, neutral: 0, doubting: 0, endorsing: 0 } as const;

/** Judging words of a sentence, left to right, longest first, without overlap. */
export function findHits(tokens: readonly Token[], { judging }: CueLexicon): CueHit[] {
  const hits: CueHit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const hit = bestHit(tokens, judging.matchesAt(tokens, at));
    if (!hit) continue;
    hits.push(hit);
    at = hit.last;
  }
  return hits;
}

function bestHit(tokens: readonly Token[], matches: readonly TermMatch<JudgingEntry>[]): CueHit | null {
  for (let at = matches.length - 1; at >= 0; at--) {
    const match = matches[at];
    const hit = match ? hitOf(tokens, match) : null;
    if (hit) return hit;
  }
  return null;
}

function hitOf(tokens: readonly Token[], match: TermMatch<JudgingEntry>): CueHit | null {
  if (isPartOfName(tokens, match)) return null;
  const fitting = match.entries.filter((entry) => fits(tokens, match, entry));
  const verb = fitting.find((entry) => entry.family === 'verb')?.row ?? null;
  const word = bestWord(tokens, match, fitting);
  const cue = fitting.find((entry) => entry.family === 'cue')?.row;
  if (!verb && !word && !cue) return null;
  const describes =
    verb?.patient === 0 &&
    word?.pos === 'adj' &&
    word.term === tokens[match.last]?.norm &&
    isDescription(tokens, match.first);
  const useVerb = verb !== null && !describes && (tokens[match.first]?.pos === 'VERB' || word === null);
  return {
    first: match.first,
    last: match.last,
    anchor: useVerb ? match.first : match.last,
    verb: useVerb ? verb : null,
    word: useVerb ? null : word,
    attitude: useVerb || !cue ? 0 : TONE_VALUE[cue.tone],
  };
}

/** "is isolated", "the failed mission": a participle that says what somebody is like, not what somebody did. */
function isDescription(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at).findLast((token) => token.pos !== 'ADV');
  return before !== undefined && (LINKING.has(before.lemma) || ['DET', 'ADJ', 'ADP'].includes(before.pos));
}

const LINKING = new Set('be become remain seem look appear feel stay its their his her'.split(' '));

/** Words that are capitalized in the middle of a sentence beside another capital belong to a name. */
export function isPartOfName(
  tokens: readonly Token[],
  { first, last }: { first: number; last: number },
): boolean {
  const capital = (at: number) => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '');
  if (!capital(last) || (first === last && first === 0 && !capital(1))) return false;
  return last > first || capital(first - 1) || capital(last + 1) || tokens[last]?.pos === 'PROPN';
}

function bestWord(
  tokens: readonly Token[],
  match: TermMatch<JudgingEntry>,
  entries: readonly JudgingEntry[],
): WordEntry | null {
  const words = entries
    .filter((entry) => entry.family === 'word')
    .map((entry) => entry.row)
    .filter((row) => !MODIFYING.has(row.device));
  const pos = tokens[match.last]?.pos;
  const byPos = words.find(
    (row) =>
      (pos === 'ADJ' && row.pos === 'adj') ||
      (pos === 'ADV' && row.pos === 'adv') ||
      (pos === 'NOUN' && row.pos === 'noun'),
  );
  return byPos ?? words[0] ?? null;
}

function fits(
  tokens: readonly Token[],
  { first, last }: { first: number; last: number },
  entry: JudgingEntry,
): boolean {
  const token = tokens[first];
  if (!token) return false;
  if (entry.family === 'verb') return token.pos === 'VERB';
  if (first < last) return true;
  if (token.pos === 'PROPN') return entry.row.pos === 'noun' && token.text === token.norm;
  if (entry.family === 'cue' || entry.row.pos === 'noun') return token.pos === 'NOUN';
  if (entry.row.pos === 'adj') return token.pos === 'ADJ' || token.pos === 'VERB' || token.pos === 'NOUN';
  return (
    token.pos === 'ADV' ||
    token.pos === 'ADJ' ||
    token.pos === 'ADP' ||
    token.pos === 'SCONJ' ||
    entry.row.pos === 'phrase'
  );
}

/** Modifying words of a sentence, left to right, longest first, without overlap. */
export function findModifiers(tokens: readonly Token[], { modifiers }: CueLexicon): ModifierHit[] {
  const found: ModifierHit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const match = modifiers.matchesAt(tokens, at).at(-1);
    const entry = match?.entries[0];
    if (!match || !entry) continue;
    found.push({ first: match.first, last: match.last, entry });
    at = match.last;
  }
  return found;
}

import type { CueEntry, Resources } from '../resources/index.js';
import { type Discourse, normAt, posAt } from './discourse.js';

/**
 * How a cue is built into its sentence.
 * - verb: has a subject ("said", "voiced doubts about", "be convinced")
 * - noun: is owned ("his claim that", "criticism by X")
 * - source-follows: introduces its source ("according to X", "in the view of X")
 * - citing: a participle whose object is the source ("citing X")
 * - possessive: holds its source as a pronoun ("in his view")
 */
export type CueShape = 'verb' | 'noun' | 'source-follows' | 'citing' | 'possessive';

/** A row of the lexicon, ready for matching. */
export interface Cue {
  readonly words: readonly string[];
  readonly shape: CueShape;
  readonly kind: CueEntry['kind'];
}

/** Cues by their first word, longest first. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, readonly Cue[]>;
  readonly nouns: ReadonlyMap<string, readonly Cue[]>;
  readonly phrases: ReadonlyMap<string, readonly Cue[]>;
}

const SOURCE_FOLLOWS =
  /^(?:according to|per|(?:as|in the|from the|by the|to the|cited|quoted|in a report)\b.* (?:by|of|per)|as per)$/u;
const POSSESSIVE = /^(?:in|by|to) (?:his|her|their|its)(?: own)? /u;
const CITING = /^(?:citing|quoting)$/u;
/** Phrases that only say where or when something was said; another cue carries the statement. */
const CIRCUMSTANCE =
  /^(?:in|by|per|from|for|on|to|when|without|asked|addressing|as|if|speaking|writing|unquote|quote|with)\b/u;

const compiled = new WeakMap<Resources, CueLexicon>();

/** The cues of the resources, compiled once. */
export function cueLexicon(resources: Resources): CueLexicon {
  const known = compiled.get(resources);
  if (known) return known;
  const lexicon = compile(resources.lexicons.cues);
  compiled.set(resources, lexicon);
  return lexicon;
}

function compile(entries: readonly CueEntry[]): CueLexicon {
  const verbs = new Map<string, Cue[]>();
  const nouns = new Map<string, Cue[]>();
  const phrases = new Map<string, Cue[]>();
  for (const entry of entries) {
    const shape = shapeOf(entry);
    if (!shape) continue;
    const words = entry.term.toLowerCase().split(' ');
    const cue = { words, shape, kind: entry.kind };
    const table = shape === 'verb' ? verbs : shape === 'noun' ? nouns : phrases;
    const first = words[0] ?? '';
    table.set(
      first,
      [...(table.get(first) ?? []), cue].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return { verbs, nouns, phrases };
}

function shapeOf({ term, pos }: CueEntry): CueShape | null {
  if (pos !== 'phrase') return pos;
  if (CITING.test(term)) return 'citing';
  if (SOURCE_FOLLOWS.test(term)) return 'source-follows';
  if (POSSESSIVE.test(term)) return 'possessive';
  return CIRCUMSTANCE.test(term) || term === 'according to unconfirmed reports' ? null : 'verb';
}

/** The longest cue of a table that begins at token `i`, by lemma or form, or null. */
export function cueAt(
  discourse: Discourse,
  table: ReadonlyMap<string, readonly Cue[]>,
  i: number,
  limit: number,
): Cue | null {
  const token = discourse.tokens[i];
  if (!token) return null;
  const found = table.get(token.lemma) ?? table.get(token.norm);
  return found?.find((cue) => i + cue.words.length <= limit && matches(discourse, cue.words, i)) ?? null;
}

function matches(discourse: Discourse, words: readonly string[], from: number): boolean {
  return words.every((word, k) => {
    const token = discourse.tokens[from + k];
    return token !== undefined && (token.norm === word || token.lemma === word);
  });
}

/**
 * Cue verbs with a second common sense ("hold talks", "see a rise", "put pressure on"): they count only
 * before a clause, a question word or a quotation.
 */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  ...['address', 'advise', 'allow', 'answer', 'back', 'begin', 'cable', 'celebrate', 'challenge', 'champion'],
  ...['charge', 'continue', 'contest', 'convey', 'decide', 'demonstrate', 'determine', 'dictate', 'document'],
  ...[
    'establish',
    'feel',
    'figure',
    'find',
    'forget',
    'grant',
    'hear',
    'hold',
    'honor',
    'insert',
    'judge',
    'know',
  ],
  ...['leak', 'learn', 'list', 'maintain', 'mean', 'notice', 'perceive', 'phone', 'post', 'present', 'prove'],
  ...[
    'publish',
    'put',
    'read',
    'reason',
    'relate',
    'remember',
    'repeat',
    'rule',
    'see',
    'sense',
    'show',
    'signal',
  ],
  ...[
    'sing',
    'speak',
    'spin',
    'telephone',
    'text',
    'trust',
    'understand',
    'weigh',
    'wish',
    'go on',
    'guess',
    'email',
  ],
]);

/** Whether a cue verb needs a clause or quotation to count. */
export function isAmbiguous(discourse: Discourse, cue: Cue, i: number): boolean {
  return (
    cue.words.length === 1 &&
    posAt(discourse, i) !== 'AUX' &&
    AMBIGUOUS.has(cue.words[0] ?? normAt(discourse, i))
  );
}

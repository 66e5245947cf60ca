import { overlaps, type PartOfSpeech, type Span } from '../../article/index.js';
import type { SentenceReading } from './sentence-reading.js';

/** How the target is mentioned. */
export type MentionKind = 'name' | 'pronoun' | 'possessive';
export const MENTION_KINDS: readonly MentionKind[] = ['name', 'pronoun', 'possessive'];

/** A sentence in which the words of one mention are a single token without form. */
export interface MaskedSentence {
  readonly reading: SentenceReading;
  readonly length: number;
  /** Index of the mention. */
  readonly target: number;
  readonly kind: MentionKind;
  /** Index of each token in the reading; the mention has that of its first token. */
  readonly origins: Int32Array;
  readonly norms: readonly string[];
  readonly lemmas: readonly string[];
  readonly pos: readonly PartOfSpeech[];
}

/** Tokens that a model sees, and those of them before the mention where there are enough. */
const WINDOW = 80;
const BEFORE = 40;

/** What stands in place of the mention. */
export const MASK = 'targetx';

const POSSESSIVES = new Set('his their my your our its whose'.split(' '));
const PRONOUNS = new Set(
  'he she him her them they i we it you me us who whom himself herself itself themselves'.split(' '),
);

/** The window of a sentence around a mention, or null where the span covers no token. */
export function maskMention(reading: SentenceReading, mention: Span): MaskedSentence | null {
  const { tokens } = reading;
  const first = tokens.findIndex((token) => overlaps(token, mention));
  if (first === -1) return null;
  let last = first;
  while (last + 1 < tokens.length && overlaps(tokens[last + 1] ?? mention, mention) && last - first < WINDOW)
    last++;
  const all = tokens.length - (last - first);
  const length = Math.min(all, WINDOW);
  const start = Math.max(0, Math.min(first - BEFORE, all - length));
  const origins = Int32Array.from({ length }, (_, k) =>
    k + start <= first ? k + start : k + start + last - first,
  );
  const target = first - start;
  const shown = Array.from(origins, (origin) => tokens[origin]);
  const masked = <T>(values: readonly T[], value: T) =>
    values.map((each, k) => (k === target ? value : each));
  return {
    reading,
    length,
    target,
    kind: kindOf(tokens[first]?.norm ?? '', first === last),
    origins,
    norms: masked(
      shown.map((token) => token?.norm ?? ''),
      MASK,
    ),
    lemmas: masked(
      shown.map((token) => token?.lemma ?? ''),
      MASK,
    ),
    pos: masked(
      shown.map((token): PartOfSpeech => token?.pos ?? 'X'),
      'PROPN',
    ),
  };
}

function kindOf(norm: string, single: boolean): MentionKind {
  if (!single) return 'name';
  if (POSSESSIVES.has(norm)) return 'possessive';
  return PRONOUNS.has(norm) ? 'pronoun' : 'name';
}

import type { Layers } from '../../article/index.js';
import type { GoldPronoun } from './gold-attributions.js';
import type { Tallies } from './tally.js';

/**
 * `right`: of the pronouns that were given a person, how many the right one. `answered`: of those that mean
 * somebody, how many were given a person. `open`: of those that nobody can tell, how many were left open.
 * `found`: of all, how many were seen to be the source of a statement at all.
 */
export const PRONOUN_COUNTS = ['right', 'answered', 'open', 'found'] as const;
export type PronounCount = (typeof PRONOUN_COUNTS)[number];

/** What became of one pronoun. */
export interface PronounAnswer {
  readonly isSource: boolean;
  /** Whom the program takes it to mean; null where it leaves that open. */
  readonly name: string | null;
  readonly isRight: boolean;
}

export function countPronouns(layers: Layers, gold: readonly GoldPronoun[]): Tallies<PronounCount> {
  const answers = gold.map((pronoun) => ({ pronoun, answer: answerTo(layers, pronoun) }));
  const given = answers.filter(({ answer }) => answer.name !== null);
  const meant = answers.filter(({ pronoun }) => pronoun.means !== null);
  const unclear = answers.filter(({ pronoun }) => pronoun.means === null);
  return {
    right: { hits: given.filter(({ answer }) => answer.isRight).length, of: given.length },
    answered: { hits: meant.filter(({ answer }) => answer.name !== null).length, of: meant.length },
    open: { hits: unclear.filter(({ answer }) => answer.name === null).length, of: unclear.length },
    found: { hits: answers.filter(({ answer }) => answer.isSource).length, of: answers.length },
  };
}

/** Whom the program takes a pronoun to mean: the speaker of an attribution whose source begins with it. */
export function answerTo({ attributions }: Layers, pronoun: GoldPronoun): PronounAnswer {
  const own = attributions.filter(({ source }) => source.some(({ start }) => start === pronoun.start));
  const name = own.find(({ speaker }) => speaker !== null)?.speaker?.name ?? null;
  return {
    isSource: own.length > 0,
    name,
    isRight: name !== null && pronoun.means?.some((meant) => isSameName(meant, name)) === true,
  };
}

/**
 * Whether two names mean the same one within an article: all words of the shorter stand in the longer
 * ("Kerry", "John Kerry"; "driver", "bus driver"), articles and case aside. Two persons are not one of them.
 */
export function isSameName(a: string, b: string): boolean {
  const [shorter, longer] = [wordsOf(a), wordsOf(b)].sort((one, other) => one.size - other.size);
  if (!shorter || !longer || shorter.size === 0 || shorter.has('and') !== longer.has('and')) return false;
  return [...shorter].every((word) => longer.has(word));
}

function wordsOf(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !/^(?:a|an|the|s)$/u.test(word)));
}

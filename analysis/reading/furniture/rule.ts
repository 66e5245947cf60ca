import type { Block } from '../page.js';
import type { Measures } from './measures.js';
import type { PhraseMatcher } from './phrases.js';
import type { Prose } from './prose.js';

/**
 * What a block that is not text of the article is to its reader: `aside` nothing; `outside` unknown, only
 * that markup puts it elsewhere; `own` a credit or
 * notice that belongs to this article and not to a page; a `date` or list of `keywords` becomes
 * metadata; a `pointer` leads to other pieces; after the `comments` nothing of the article follows.
 */
export type FurnitureRole =
  | 'aside'
  | 'outside'
  | 'own'
  | 'caption'
  | 'date'
  | 'keywords'
  | 'comments'
  | 'series'
  | 'pointer';

/** What the lexicons know of lines. */
export interface PageWords {
  readonly phrases: PhraseMatcher;
  readonly isAgency: (name: string) => boolean;
}

/** A block with everything that rules look at. */
export interface Seen {
  readonly block: Block;
  readonly measures: Measures;
  readonly prose: Prose;
  /** The beginning of its text: what no line of furniture exceeds. */
  readonly line: string;
  readonly words: PageWords;
}

/** Why a block is not text of the article. */
export interface Verdict {
  readonly reason: string;
  readonly role: FurnitureRole;
}

/** One way to recognize furniture by a block alone, wherever it stands. */
export interface FurnitureRule {
  readonly name: string;
  readonly judge: (seen: Seen) => Verdict | null;
}

/** A rule that gives one verdict wherever its test holds. */
export function rule(
  name: string,
  reason: string,
  role: FurnitureRole,
  test: (seen: Seen) => boolean,
): FurnitureRule {
  const verdict: Verdict = { reason, role };
  return { name, judge: (seen) => (test(seen) ? verdict : null) };
}

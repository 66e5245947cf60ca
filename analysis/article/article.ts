import type { Span } from './span.js';

/** What a unit is on the page; ordinals count deck, body and subheadings from 1, the headline is 0. */
export type UnitRole = 'headline' | 'deck' | 'body' | 'subheading';

/** A stretch of the article's text that is coded as one. */
export interface TextUnit extends Span {
  readonly ordinal: number;
  readonly role: UnitRole;
}

/** Where a piece of metadata comes from: written in the source, concluded from it, or not known. */
export type Basis = 'stated' | 'inferred' | 'unknown';

/** Text that came with the article but is not part of it (menus, counters, related headlines). */
export interface Dropped {
  readonly text: string;
  /** Why it was left out, in words a reader understands, e.g. "list of related headlines". */
  readonly reason: string;
  /**
   * Where it stood: before the unit of this ordinal, or after the last one (number of units + 1).
   * Absent where the passage cannot be put back (shortened, or a count of further passages).
   */
  readonly position?: number;
}

/** "MOSCOW, December 3 (Sputnik) -" taken apart; `date` is as printed. */
export interface Dateline {
  readonly place: string | null;
  readonly date: string | null;
  readonly agency: string | null;
}

/**
 * What was read. `text` is immutable; every offset anywhere points into it, except those of the
 * headline, which point into `title`. Units lie inside `text`, in order, without overlap.
 */
export interface Article {
  /** URL-safe hash of outlet, published, title and text. */
  readonly id: string;
  /** Hash of the text alone: equal for wire copies in two outlets. */
  readonly textHash: string;
  /** The identifier that the source gave, or one made of file name and position. */
  readonly recordId: string;
  readonly source: { readonly file: string; readonly index: number };
  readonly title: string | null;
  readonly titleBasis: 'stated' | 'missing';
  readonly outlet: string | null;
  readonly outletBasis: Basis;
  /** ISO date, `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly publishedBasis: Basis;
  /** Every date that was possible, most likely first. */
  readonly publishedCandidates: readonly string[];
  readonly dateline: Dateline | null;
  readonly byline: string | null;
  /** BCP 47 tag. */
  readonly language: string;
  readonly url: string | null;
  readonly keywords: readonly string[];
  readonly text: string;
  readonly units: readonly TextUnit[];
  readonly dropped: readonly Dropped[];
}

/** How an input line names what it wants scored. */
export interface TargetRef {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly slug?: string;
}

/** An article as it came in, with what its source asks for beside it. */
export interface Reading {
  readonly article: Article;
  /** Targets that override those of the command; empty when none were given. */
  readonly targets: readonly TargetRef[];
  /** Mentions given instead of found, in offsets of `article.text`; null when none were given. */
  readonly mentions: readonly Span[] | null;
}

/** The text of one unit. */
export function unitText(article: Article, unit: Span): string {
  return article.text.slice(unit.start, unit.end);
}

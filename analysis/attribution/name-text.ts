import type { Discourse } from './discourse.js';
import type { NounPhrases } from './noun-phrases.js';
import type { Titles } from './titles.js';

/** A text as the finders of names see it. */
export interface NameText {
  readonly discourse: Discourse;
  readonly phrases: NounPhrases;
  readonly titles: Titles;
  /** The norms of all tokens. */
  readonly norms: readonly string[];
}

/** Where a name begins, and where the title before it does; null without title. */
export interface NameStart {
  readonly start: number;
  readonly title: number | null;
}

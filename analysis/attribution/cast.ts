import type { Discourse } from './discourse.js';
import type { NameMention } from './name-mentions.js';
import type { People } from './people.js';

/** What the resolver needs to know of a text. */
export interface Cast {
  readonly discourse: Discourse;
  readonly mentions: readonly NameMention[];
  readonly people: People;
  /** Index of the mention that a token belongs to, or -1. */
  readonly mentionOf: Int32Array;
}

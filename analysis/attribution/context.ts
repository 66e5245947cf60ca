import type { CueLexicon } from './cue-lexicon.js';
import type { Discourse, Range } from './discourse.js';
import type { Draft } from './draft.js';
import type { FoundCue } from './find-cues.js';
import type { NounPhrases } from './noun-phrases.js';

/** A text as the finders of attributions see it. */
export interface Context {
  readonly discourse: Discourse;
  readonly phrases: NounPhrases;
  readonly lexicon: CueLexicon;
  /** Last words of the names of speakers known beforehand, lower case. */
  readonly known: ReadonlySet<string>;
}

/** A cue with what stands around it in its sentence. */
export interface CueSite {
  readonly found: FoundCue;
  readonly sentence: Range;
  /** Nothing before this token belongs to the cue: the start of its sentence or quotation. */
  readonly floor: number;
  /** Nothing from this token on belongs to the cue: the end, or where the next statement begins. */
  readonly limit: number;
  /** Attributions found to the left in the same sentence. */
  readonly earlier: readonly Draft[];
}

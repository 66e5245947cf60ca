import type { Range } from './discourse.js';

/** The words that name a source, and the one that carries the name ("spokesman" in "a spokesman for X"). */
export interface SourcePhrase extends Range {
  readonly head: number;
}

/** An attribution in tokens, before speakers are resolved. */
export interface Draft {
  readonly source: SourcePhrase | null;
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly cueKind: 'speech' | 'thought';
  /** Where in the text the cue stands: drafts are kept in this order. */
  readonly at: number;
}

import type { Dimension, Target } from '../article/index.js';
import type { Lexicons } from './lexicon.js';

/** Everything that the corpus says, loaded once and frozen. */
export interface Resources {
  /** Absolute path of the corpus folder. */
  readonly corpus: string;
  /** Absolute paths of the folders laid over it; a later one goes before an earlier one. */
  readonly overlays: readonly string[];
  /** Targets by slug, in byte order of their slugs. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Aspects for targets that bring none of their own. */
  readonly defaultDimensions: readonly Dimension[];
  readonly lexicons: Lexicons;
  /** SHA-256 (hex) of all lexicons, overlays included; independent of path and line endings. */
  readonly lexiconsHash: string;
  /**
   * The bytes of a file in `models/` (the last overlay's first), or null where there is none. Read at
   * first use and kept.
   */
  readonly models: (name: string) => Buffer | null;
}

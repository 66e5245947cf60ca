import type { Resources } from '../../analysis/resources/index.js';
import type { Store } from '../store/index.js';
import type { Analyzer } from './analyze.js';
import type { JobLimits } from './limits.js';
import type { FileReader } from './read-file.js';

/** What the jobs of one process work with. */
export interface Workshop {
  readonly store: Store;
  readonly reader: FileReader;
  readonly analyzer: Analyzer;
  readonly limits: JobLimits;
  /** Folder laid over the corpus of the package, or null. */
  readonly overlay: string | null;
  /** Targets and lexicons, loaded when first asked for. */
  readonly resources: () => Resources;
}

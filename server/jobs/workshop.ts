import type { Resources } from '../../analysis/resources/index.js';
import type { Edition, Editions } from '../corpus/index.js';
import type { Store } from '../store/index.js';
import type { Analyzer } from './analyze.js';
import type { JobLimits } from './limits.js';
import type { Previewer } from './preview.js';
import type { FileReader } from './read-file.js';

/** What the jobs of one process work with. */
export interface Workshop {
  readonly store: Store;
  readonly reader: FileReader;
  readonly analyzer: Analyzer;
  readonly previewer: Previewer;
  readonly limits: JobLimits;
  readonly editions: Editions;
  /** Folders laid over the corpus of the package: the edition in force. */
  readonly overlay: readonly string[];
  /** Its targets and lexicons. */
  readonly resources: () => Resources;
}

/** The same with the newest edition, which holds until the work is done, whatever is edited meanwhile. */
export async function withNewestEdition(workshop: Workshop): Promise<Workshop> {
  return withEdition(workshop, await workshop.editions.refresh());
}

/** The same with one edition that holds until the work is done. */
export function withEdition(workshop: Workshop, edition: Edition): Workshop {
  return { ...workshop, overlay: edition.overlays, resources: () => edition.resources };
}

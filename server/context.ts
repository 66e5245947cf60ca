import type { Resources } from '../analysis/resources/index.js';
import type { Jobs } from './jobs/index.js';
import type { Settings } from './settings.js';
import type { Store } from './store/index.js';

/** What every route works with. */
export interface Context {
  readonly settings: Settings;
  /** Targets and lexicons of the newest edition, as of the start of the latest request. */
  readonly resources: Resources;
  readonly store: Store;
  readonly jobs: Jobs;
}

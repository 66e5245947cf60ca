import { type Jobs, type JobsOptions, startJobs } from '../../server/jobs/index.js';
import type { Import, Store } from '../../server/store/index.js';
import { openTestStore } from '../store/open-test-store.js';

/** A library with its jobs, in a schema of its own. */
export interface TestJobs {
  readonly store: Store;
  readonly jobs: Jobs;
  /** Imports texts by the names of their files, and waits for the outcome. */
  importTexts(texts: Readonly<Record<string, string>>): Promise<Import>;
  close(): Promise<void>;
}

const WAIT_MS = 100_000;

export async function openTestJobs(options: JobsOptions = {}): Promise<TestJobs> {
  const test = await openTestStore();
  const jobs = await startJobs(test.store, options);
  return {
    store: test.store,
    jobs,
    importTexts: async (texts) => {
      const files = Object.entries(texts).map(([name, text]) => ({ name, text }));
      return await finished(jobs, await jobs.importFiles(files));
    },
    close: async () => {
      await jobs.stop();
      await test.close();
    },
  };
}

/** The import when it is done; throws where it takes too long. */
export async function finished(jobs: Jobs, id: string): Promise<Import> {
  const done = await jobs.waitForImport(id, WAIT_MS);
  if (!done) throw new Error('the import did not come to its end');
  return done;
}

import { startJobs } from '../jobs/index.js';
import { readSettings } from '../settings.js';
import { openStore } from '../store/index.js';
import { untilInterrupted } from './signals.js';

/** Runs `worker` until it is interrupted. Throws InputError for settings or database at fault. */
export async function runWorker(): Promise<void> {
  const settings = readSettings();
  const { data, databaseUrl, corpus, threads } = settings;
  const store = await openStore({ dataDir: data, databaseUrl: databaseUrl ?? undefined });
  const jobs = await startJobs(store, { overlay: corpus, threads, limits: settings });
  process.stderr.write('Waiting for articles to analyze; Ctrl+C ends it.\n');
  await untilInterrupted(async () => {
    await jobs.stop();
    await store.close();
  });
}

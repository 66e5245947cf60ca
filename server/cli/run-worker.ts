import { loadResources } from '../../analysis/resources/index.js';
import { startJobs } from '../jobs/index.js';
import { readSettings } from '../settings.js';
import { openStore } from '../store/index.js';
import { untilInterrupted } from './signals.js';

/** Runs `worker` until it is interrupted. Throws InputError for settings or database at fault. */
export async function runWorker(): Promise<void> {
  const settings = readSettings();
  const resources = loadResources(settings.corpus === null ? {} : { overlay: settings.corpus });
  const { data, databaseUrl } = settings;
  const store = await openStore({ dataDir: data, databaseUrl: databaseUrl ?? undefined });
  const jobs = await startJobs({ store, settings, resources });
  process.stderr.write('Waiting for articles to analyze; Ctrl+C ends it.\n');
  await untilInterrupted(async () => {
    await jobs.stop();
    await store.close();
  });
}

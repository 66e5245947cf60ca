import { readSettings } from '../settings.js';
import { openStore } from '../store/index.js';

/** Runs `migrate`. Throws InputError where the database cannot be used. */
export async function runMigrate(): Promise<void> {
  const { data, databaseUrl } = readSettings();
  // Opening the library brings its tables up to date.
  const store = await openStore({ dataDir: data, databaseUrl: databaseUrl ?? undefined });
  await store.close();
  process.stderr.write('The database has the newest schema.\n');
}

import type { Resources } from '../analysis/resources/index.js';
import { knownOutlets } from './known-outlets.js';
import { keepKnownOutlets, purgeDeleted, type Store } from './store/index.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What a library needs at its start and every day: countries as the corpus states them, and what
 * was deleted 30 days ago removed for good. Returns what ends it.
 */
export async function startUpkeep(
  store: Store,
  resources: Resources,
  now: () => Date = () => new Date(),
): Promise<() => void> {
  await keepKnownOutlets(store, knownOutlets(resources), now());
  await purgeDeleted(store, now());
  const purge = () => {
    purgeDeleted(store, now()).catch((error: unknown) => store.log('nothing could be purged', error));
  };
  const daily = setInterval(purge, DAY_MS);
  daily.unref();
  return () => clearInterval(daily);
}

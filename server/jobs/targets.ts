import { InputError, type Target } from '../../analysis/article/index.js';
import type { Resources } from '../../analysis/resources/index.js';
import { type Store, storedDefinition } from '../store/index.js';

/**
 * The target that an address names: one of the corpus, or one that an uploaded article brought
 * along. Never a path, whatever the address says.
 */
export async function findTarget(store: Store, resources: Resources, ref: string): Promise<Target> {
  const target = resources.targets.get(ref) ?? (await storedDefinition(store, ref));
  if (target) return target;
  throw new InputError(
    'unknown-target',
    `There is no target "${ref}"`,
    `Choose one of: ${[...resources.targets.keys()].join(', ')}.`,
  );
}

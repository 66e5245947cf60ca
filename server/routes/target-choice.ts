import { InputError, type Target } from '../../analysis/article/index.js';
import { resolveTarget } from '../../analysis/resources/index.js';
import type { Context } from '../context.js';
import {
  listStoredTargets,
  listTargetsOf,
  type StoredArticle,
  storedDefinition,
  targetRef,
} from '../store/index.js';

/** The target that pages show when none is named. */
const DEFAULT_TARGET = 'coalition';

/** The target of what names none: a new study begins with it. */
export function defaultTargetRef(): string {
  return DEFAULT_TARGET;
}

/** A target as a choice in a form. */
export interface TargetOption {
  readonly slug: string;
  readonly name: string;
}

/** Targets that articles brought along and a choice still lists: more would drown the corpus's own. */
const MOST_OTHERS = 50;

/** Every target of the corpus, and the most used of those that articles of the library brought along. */
export async function targetOptions(context: Context): Promise<TargetOption[]> {
  const stored = await listStoredTargets(context.store);
  const others = stored.filter(({ ref, articles }) => articles > 0 && !context.resources.targets.has(ref));
  return [
    ...corpusTargets(context),
    ...others.slice(0, MOST_OTHERS).map(({ ref, name }) => ({ slug: ref, name })),
  ];
}

/**
 * The name of a target as addresses write it, checked.
 * @throws InputError `unknown-target`, which lists those that there are.
 */
export async function knownTarget(context: Context, given: string | undefined): Promise<string> {
  const ref = given ?? DEFAULT_TARGET;
  if (context.resources.targets.has(ref)) return ref;
  await definitionOf(context, ref);
  return ref;
}

/**
 * The target of this name as the corpus, else the library defines it. A name from an address is
 * never taken for a path.
 * @throws InputError `unknown-target`
 */
export async function definitionOf({ resources, store }: Context, ref: string): Promise<Target> {
  const target = resources.targets.get(ref) ?? (await storedDefinition(store, ref));
  if (target) return target;
  const slugs = [...resources.targets.keys()].join(', ');
  throw new InputError(
    'unknown-target',
    `There is no target "${ref}".`,
    `Choose one of: ${slugs}; see /targets.`,
  );
}

/** Every target of the corpus, and those that this article was scored towards. */
export async function articleTargets(context: Context, articleId: string): Promise<TargetOption[]> {
  const refs = await listTargetsOf(context.store, articleId);
  const others = refs.filter((ref) => !context.resources.targets.has(ref));
  const definitions = await Promise.all(others.map((ref) => definitionOf(context, ref)));
  return [
    ...corpusTargets(context),
    ...definitions.map((target) => ({ slug: targetRef(target), name: target.name })),
  ];
}

function corpusTargets({ resources }: Context): TargetOption[] {
  return [...resources.targets].map(([slug, { name }]) => ({ slug, name }));
}

/** The target that an article's page shows when none is named: the first that its source asks for, else the default. */
export function defaultTarget({ resources }: Context, { givenTargets }: StoredArticle): string {
  const [own] = givenTargets;
  return own ? targetRef(resolveTarget(own, resources)) : DEFAULT_TARGET;
}

import type { Target } from '../../analysis/article/index.js';
import { loadResources, parseTarget, type Resources } from '../../analysis/resources/index.js';
import { type CorpusVersion, listNewestVersions, listVersions, type Store } from '../store/index.js';
import type { Editions } from './editions.js';

/** Where a target comes from: the program, the folder of STANDPOINT_CORPUS, or this library. */
export type TargetOrigin = 'corpus' | 'folder' | 'library';

/** A target in force. */
export interface LibraryTarget {
  readonly slug: string;
  readonly target: Target;
  readonly origin: TargetOrigin;
  /** Number of the library's newest version; null where it never made one. */
  readonly version: number | null;
}

/** Path of the file of a target. */
export function targetPath(slug: string): string {
  return `targets/${slug}.yaml`;
}

/** Every target in force, in the order of slugs. */
export async function listLibraryTargets(store: Store, editions: Editions): Promise<LibraryTarget[]> {
  const versions = new Map((await listNewestVersions(store)).map((one) => [one.path, one.version]));
  const packaged = loadResources();
  return [...editions.current.resources.targets].map(([slug, target]) => ({
    slug,
    target,
    origin: originOf(slug, target, editions.base, packaged),
    version: versions.get(targetPath(slug)) ?? null,
  }));
}

/** A target with its versions; `target` is null where there is none in force of this slug. */
export interface TargetHistory {
  readonly slug: string;
  readonly target: Target | null;
  readonly origin: TargetOrigin | null;
  /** What the corpus says where the library has no version in force. */
  readonly below: Target | null;
  /** Newest first. */
  readonly versions: readonly CorpusVersion[];
}

/** What there is and was of this slug; null where there never was anything. */
export async function loadTargetHistory(
  store: Store,
  editions: Editions,
  slug: string,
): Promise<TargetHistory | null> {
  const versions = await listVersions(store, targetPath(slug));
  const target = editions.current.resources.targets.get(slug) ?? null;
  if (target === null && versions.length === 0) return null;
  return {
    slug,
    target,
    origin: target && originOf(slug, target, editions.base, loadResources()),
    below: editions.base.targets.get(slug) ?? null,
    versions,
  };
}

/** The number of the library's newest version; 0 where it never made one. */
export function newestVersion({ versions }: TargetHistory): number {
  return versions[0]?.version ?? 0;
}

/** What a version says; null for one that removed the file, or that cannot be read. */
export function readVersion(version: CorpusVersion, { defaultDimensions }: Resources): Target | null {
  if (version.content === null) return null;
  return parseTarget(version.content, version.path, defaultDimensions).target;
}

/** Which version a definition is: a number of the library's, `corpus`, or null for one not known. */
export function versionOf(
  definition: Target,
  history: TargetHistory,
  resources: Resources,
): number | 'corpus' | null {
  const wanted = fingerprint(definition);
  const known = history.versions.find((version) => {
    const target = readVersion(version, resources);
    return target !== null && fingerprint(target) === wanted;
  });
  if (known) return known.version;
  return history.below && fingerprint(history.below) === wanted ? 'corpus' : null;
}

function originOf(slug: string, target: Target, base: Resources, packaged: Resources): TargetOrigin {
  if (base.targets.get(slug) !== target && !isAsBelow(slug, target, base)) return 'library';
  return isAsBelow(slug, target, packaged) ? 'corpus' : 'folder';
}

function isAsBelow(slug: string, target: Target, { targets }: Resources): boolean {
  const below = targets.get(slug);
  return below !== undefined && fingerprint(below) === fingerprint(target);
}

function fingerprint({ slug, name, description, dimensions, ...lists }: Target): string {
  const { aliases, shortForms, activities, lookalikes, proponents, critics, opponents } = lists;
  const own = dimensions.map((one) => [one.slug, one.name, one.definition, one.terms]);
  return JSON.stringify([
    slug,
    name,
    description,
    aliases,
    shortForms,
    activities,
    lookalikes,
    proponents,
    critics,
    opponents,
    own,
  ]);
}

import { InputError } from '../article/index.js';
import { allocate, LEAST_PER_STRATUM } from './allocate.js';
import type { Drawable } from './candidate.js';

/** What a sample may be stratified by. */
export const STRATIFIERS = ['label', 'outlet'] as const;
export type Stratifier = (typeof STRATIFIERS)[number];

/**
 * Share of a sample that paragraphs without a reference to the target get. They are most of a library
 * and easy to code: in proportion they would leave too few of the others to judge a label by.
 */
export const UNRELATED_SHARE = 0.2;

/** Outlets whose strata are too small for the sample stand together under this name. */
export const OTHER_OUTLETS = 'other outlets';

/** Paragraphs that are alike in what the sample is stratified by. */
interface Stratum<Item> {
  /** What is never put together with others: the label, or `related`. */
  readonly group: string;
  /** `skeptical, The Daily Planet`. */
  readonly name: string;
  readonly members: readonly Item[];
}

/** A stratum with how many paragraphs are drawn from it. */
export interface Allocated<Item> {
  readonly name: string;
  readonly members: readonly Item[];
  readonly count: number;
}

/**
 * How many of `total` paragraphs come from which stratum: a fixed share from those that the program
 * calls unrelated, all else in proportion. Small outlets are put together until each stratum can give
 * two paragraphs. A population smaller than `total` is taken whole.
 * @throws InputError `too-small-sample` where not even every label could give a paragraph.
 */
export function allocateStrata<Item extends Drawable>(
  population: readonly Item[],
  by: readonly Stratifier[],
  total: number,
): Allocated<Item>[] {
  const drawn = Math.min(total, population.length);
  const related = strataOf(
    population.filter((item) => !isUnrelated(item)),
    by,
  );
  const unrelated = strataOf(population.filter(isUnrelated), by);
  const fewestRelated = groupsOf(related);
  requireRoom(fewestRelated + groupsOf(unrelated), drawn);
  const least = Math.max(groupsOf(unrelated), drawn - countOf(related));
  const most = Math.min(countOf(unrelated), drawn - fewestRelated);
  const fromUnrelated = Math.min(Math.max(Math.round(UNRELATED_SHARE * drawn), least), most);
  return [...allocated(related, drawn - fromUnrelated), ...allocated(unrelated, fromUnrelated)];
}

function isUnrelated({ machine }: Drawable): boolean {
  return machine.label === 'unrelated';
}

/** The strata of paragraphs by name. */
function strataOf<Item extends Drawable>(items: readonly Item[], by: readonly Stratifier[]): Stratum<Item>[] {
  const strata = new Map<string, { group: string; members: Item[] }>();
  for (const item of items) {
    const group = by.includes('label') || isUnrelated(item) ? item.machine.label : 'related';
    const name = by.includes('outlet') ? `${group}, ${item.outlet ?? 'unknown outlet'}` : group;
    const known = strata.get(name);
    if (known) known.members.push(item);
    else strata.set(name, { group, members: [item] });
  }
  return inOrder([...strata].map(([name, stratum]) => ({ name, ...stratum })));
}

function inOrder<Item>(strata: readonly Stratum<Item>[]): Stratum<Item>[] {
  return [...strata].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function groupsOf(strata: readonly Stratum<unknown>[]): number {
  return new Set(strata.map(({ group }) => group)).size;
}

function requireRoom(groups: number, drawn: number): void {
  if (groups <= drawn) return;
  throw new InputError(
    'too-small-sample',
    `A sample of ${drawn} cannot hold a paragraph of each of ${groups} labels`,
    `Draw at least ${groups} paragraphs; some hundreds are needed to judge the labels.`,
  );
}

function allocated<Item>(strata: readonly Stratum<Item>[], total: number): Allocated<Item>[] {
  const pooled = pool(strata, Math.floor(total / LEAST_PER_STRATUM));
  const counts = allocate(
    pooled.map(({ members }) => members.length),
    total,
  );
  return pooled.map(({ name, members }, at) => ({ name, members, count: counts[at] ?? 0 }));
}

/** Puts the smallest strata of each group together until there are `most`, or one for each group. */
function pool<Item>(strata: readonly Stratum<Item>[], most: number): Stratum<Item>[] {
  const bySize = [...strata].sort((a, b) => a.members.length - b.members.length);
  const small = smallOnes(bySize, most);
  // An outlet that is called as the others are cannot stand beside them.
  const isTogether = (stratum: Stratum<Item>, at: number) =>
    at < small || (small > 0 && stratum.name === nameOfOthers(stratum.group));
  const together = bySize.filter(isTogether);
  return inOrder([...bySize.filter((stratum, at) => !isTogether(stratum, at)), ...merged(together)]);
}

/** How many of the strata, smallest first, must stand together for `most` to be left. */
function smallOnes(bySize: readonly Stratum<unknown>[], most: number): number {
  const groups = new Set<string>();
  for (const [at, { group }] of bySize.entries()) {
    if (bySize.length - at + groups.size <= most) return at;
    groups.add(group);
  }
  return bySize.length;
}

function nameOfOthers(group: string): string {
  return `${group}, ${OTHER_OUTLETS}`;
}

/** One stratum for each group; a group's only one stays as it is. */
function merged<Item>(strata: readonly Stratum<Item>[]): Stratum<Item>[] {
  return [...new Set(strata.map(({ group }) => group))].flatMap((group) => {
    const own = strata.filter((stratum) => stratum.group === group);
    const members = own.flatMap((stratum) => stratum.members);
    return own.length === 1 ? own : [{ group, name: nameOfOthers(group), members }];
  });
}

function countOf(strata: readonly Stratum<unknown>[]): number {
  return strata.reduce((count, { members }) => count + members.length, 0);
}

import { InputError } from '../article/index.js';
import { type Random, randomIndex, seededRandom } from '../learning/index.js';
import type { Candidate, Drawable } from './candidate.js';
import { allocateStrata, type Stratifier } from './strata.js';

/** What makes a drawn paragraph stand for others. */
export interface Drawn {
  readonly stratum: string;
  /** Paragraphs of its stratum in the population. */
  readonly population: number;
  /** Paragraphs drawn from its stratum. */
  readonly sampled: number;
  /** How many paragraphs of the population it stands for: population / sampled. */
  readonly weight: number;
}

/** A drawn paragraph. */
export type SampledItem = Candidate & Drawn;

export interface SampleOptions {
  /** How many paragraphs to draw; a smaller population is taken whole. */
  readonly count: number;
  readonly by: readonly Stratifier[];
  readonly seed: number;
}

/**
 * A stratified random sample without replacement, its items in random order. It depends on the
 * population and the seed, not on the order in which articles were read; a paragraph that was read
 * twice counts once.
 * @throws InputError `nothing-to-sample` without paragraphs, `too-small-sample` as allocateStrata does.
 */
export function drawSample<Item extends Drawable>(
  candidates: readonly Item[],
  options: SampleOptions,
): (Item & Drawn)[] {
  const population = inOrder(candidates);
  if (population.length === 0) {
    throw new InputError(
      'nothing-to-sample',
      'There is no scored paragraph to draw from',
      'Choose articles that were read and scored toward the target.',
    );
  }
  const random = seededRandom(options.seed);
  const strata = allocateStrata(population, options.by, options.count);
  const items = strata.flatMap(({ name, members, count }) =>
    shuffled(members, random)
      .slice(0, count)
      .map((member) => ({
        ...member,
        stratum: name,
        population: members.length,
        sampled: count,
        weight: members.length / count,
      })),
  );
  return shuffled(items, random);
}

function inOrder<Item extends Drawable>(candidates: readonly Item[]): Item[] {
  const byId = new Map(candidates.map((candidate) => [candidate.itemId, candidate]));
  return [...byId.values()].sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
}

/** Fisher and Yates, as in Durstenfeld (1964). */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomIndex(random, last + 1);
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}

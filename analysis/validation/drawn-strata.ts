import type { Drawn } from './draw-sample.js';
import { OTHER_OUTLETS } from './strata.js';

/** A stratum of a sample. */
export interface DrawnStratum {
  /** `skeptical, The Daily Planet`. */
  readonly name: string;
  /** Paragraphs that it was drawn from, and how many of them were. */
  readonly population: number;
  readonly sampled: number;
}

/** The strata of a sample by name. */
export function drawnStrata(items: readonly Omit<Drawn, 'weight'>[]): DrawnStratum[] {
  const strata = new Map(
    items.map(({ stratum, population, sampled }) => [stratum, { name: stratum, population, sampled }]),
  );
  return [...strata.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** How many paragraphs the items were drawn from. */
export function populationOf(items: Iterable<Pick<Drawn, 'stratum' | 'population'>>): number {
  const strata = new Map([...items].map(({ stratum, population }) => [stratum, population]));
  return [...strata.values()].reduce((sum, population) => sum + population, 0);
}

/** What whoever draws should know of the strata, as sentences without their ends; empty where nothing. */
export function strataNotes(strata: readonly DrawnStratum[]): string[] {
  const whole = strata.filter(({ population, sampled }) => population === sampled).length;
  const together = strata.filter(({ name }) => name.endsWith(`, ${OTHER_OUTLETS}`)).length;
  return [
    ...(whole === 0
      ? []
      : [`${whole} of ${strata.length} strata hold no more paragraphs than were drawn: taken whole`]),
    ...(together === 0
      ? []
      : [`outlets with too few paragraphs for a stratum of their own stand together as “${OTHER_OUTLETS}”`]),
  ];
}

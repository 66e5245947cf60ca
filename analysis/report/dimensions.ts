import type { Result, Unit } from '../article/index.js';
import type { Names } from './segments.js';
import { unitsOf } from './units.js';

/** How the article judges the target under one aspect. */
export interface DimensionRow {
  readonly slug: string;
  readonly name: string;
  /** Ordinals of the units that touch the dimension (headline = 0). */
  readonly units: readonly number[];
  readonly supportive: number;
  readonly skeptical: number;
  /** Names of the voices that judge under this aspect, in order of appearance. */
  readonly voices: readonly string[];
}

/** One row for each dimension that the article touches, in order of first appearance. */
export function dimensionRows(result: Result, names: Names): DimensionRow[] {
  const units = unitsOf(result);
  const slugs = new Set(units.flatMap(dimensionsOf));
  return [...slugs].map((slug) => toDimensionRow(slug, units, names));
}

function dimensionsOf(unit: Unit): string[] {
  return [...unit.dimensions, ...unit.evidence.flatMap(({ dimension }) => dimension ?? [])];
}

function toDimensionRow(slug: string, units: readonly Unit[], names: Names): DimensionRow {
  const evidence = units.flatMap((unit) => unit.evidence.filter(({ dimension }) => dimension === slug));
  return {
    slug,
    name: names.dimension(slug),
    units: units.filter((unit) => dimensionsOf(unit).includes(slug)).map(({ ordinal }) => ordinal),
    supportive: evidence.filter(({ direction }) => direction === 'supportive').length,
    skeptical: evidence.filter(({ direction }) => direction === 'skeptical').length,
    voices: [...new Set(evidence.map(({ voice }) => names.voice(voice)))],
  };
}

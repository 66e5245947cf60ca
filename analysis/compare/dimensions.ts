import type { DimensionRow, Report } from '../report/index.js';
import { type CellSide, type Contrast, contrastOf } from './contrast.js';

/** An issue of the target, with what each article says under it. */
export interface ComparedDimension extends Contrast {
  readonly slug: string;
  readonly name: string;
  /** One for each article, in their order; null where the article does not touch the issue. */
  readonly cells: readonly (DimensionRow | null)[];
}

/** One row for each issue that any article touches: what most articles touch first, then by cues, then by name. */
export function compareDimensions(reports: readonly Report[]): ComparedDimension[] {
  const names = new Map(
    reports.flatMap(({ dimensions }) => dimensions.map(({ slug, name }) => [slug, name])),
  );
  return [...names]
    .map(([slug, name]) => toRow(slug, name, reports))
    .sort((a, b) => present(b) - present(a) || cues(b) - cues(a) || (a.name < b.name ? -1 : 1));
}

function toRow(slug: string, name: string, reports: readonly Report[]): ComparedDimension {
  const cells = reports.map(({ dimensions }) => dimensions.find((row) => row.slug === slug) ?? null);
  const sides = cells.map((cell) => (cell === null ? undefined : sideOf(cell)));
  return { slug, name, cells, ...contrastOf(reports, sides) };
}

function sideOf({ supportive, skeptical }: DimensionRow): CellSide {
  if (supportive > 0 === skeptical > 0) return null;
  return supportive > 0 ? 'supportive' : 'skeptical';
}

function present({ cells }: ComparedDimension): number {
  return cells.filter((cell) => cell !== null).length;
}

function cues({ cells }: ComparedDimension): number {
  return cells.reduce((sum, cell) => sum + (cell === null ? 0 : cell.supportive + cell.skeptical), 0);
}

import type { Report } from '../report/index.js';

/** What makes a row stand out among articles. */
export interface Contrast {
  /** Place of the only article that has it, from 0; null where several do or only one was scored. */
  readonly onlyIn: number | null;
  /** Whether one article has it on the supportive side, and another on the skeptical side. */
  readonly isOpposed: boolean;
}

/** The side on which something stands in an article; null for none, or both at once. */
export type CellSide = 'supportive' | 'skeptical' | null;

/** The contrast of a row; `sides` has one entry for each article, undefined where the row has no cell there. */
export function contrastOf(reports: readonly Report[], sides: readonly (CellSide | undefined)[]): Contrast {
  const scored = reports.filter(({ summary }) => summary.notScored === null);
  const [first, ...others] = sides.flatMap((side, index) => (side === undefined ? [] : [index]));
  const isAlone = first !== undefined && others.length === 0 && scored.length > 1;
  return {
    onlyIn: isAlone ? first : null,
    isOpposed: sides.includes('supportive') && sides.includes('skeptical'),
  };
}

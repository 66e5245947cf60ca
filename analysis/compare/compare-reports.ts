import type { Report } from '../report/index.js';
import { type ComparedDimension, compareDimensions } from './dimensions.js';
import { type Overlap, overlapsOf } from './overlap.js';
import { type ComparedVoice, compareVoices } from './voices.js';

/** One of the articles that stand next to each other. */
export interface ComparedArticle {
  readonly report: Report;
  /** False where the scorer could not read it; then nothing in its column is a finding. */
  readonly isScored: boolean;
  /** Articles before it that have the same text or the same paragraphs. */
  readonly overlaps: readonly Overlap[];
}

/**
 * Articles next to each other, toward one target. Every row of voices and dimensions has one cell
 * for each article, in their order.
 */
export interface Comparison {
  readonly articles: readonly ComparedArticle[];
  readonly voices: readonly ComparedVoice[];
  readonly dimensions: readonly ComparedDimension[];
}

/** Lays reports of articles toward the same target next to each other, in the order given. */
export function compareReports(reports: readonly Report[]): Comparison {
  return {
    articles: reports.map((report, index) => ({
      report,
      isScored: report.summary.notScored === null,
      overlaps: overlapsOf(report, reports.slice(0, index)),
    })),
    voices: compareVoices(reports),
    dimensions: compareDimensions(reports),
  };
}

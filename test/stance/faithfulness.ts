import {
  type Article,
  mergeSpans,
  type Scoring,
  type Span,
  type Target,
  type Unit,
} from '../../analysis/article/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import type { Resources } from '../../analysis/resources/index.js';

/** How evidence stands the test of being covered. */
export interface Faithfulness {
  /** Supportive and skeptical units. */
  readonly units: number;
  /** Those whose |score| falls once their listed evidence is covered. */
  readonly fallen: number;
}

/** Share of a unit's characters that its evidence covers, in [0, 1]. */
export function coverageOf({ evidence, text }: Unit): number {
  const covered = mergeSpans(evidence).reduce((sum, { start, end }) => sum + end - start, 0);
  return covered / Math.max(1, text.length);
}

/** Covers the listed evidence of one unit with as many x, everything else stays in its place. */
export function withoutEvidence(article: Article, unit: Unit): Article {
  let text = article.text;
  for (const { start, end } of unit.evidence) {
    const covered = text.slice(start, end).replace(/[\p{L}\p{N}]/gu, 'x');
    text = text.slice(0, start) + covered + text.slice(end);
  }
  return { ...article, text };
}

/**
 * Covers the evidence of each supportive or skeptical unit in turn and scores the article again, with
 * the same mentions where they are given.
 */
export function faithfulnessOf(
  article: Article,
  target: Target,
  resources: Resources,
  mentions: readonly Span[] | null = null,
): Faithfulness {
  const read = (version: Article): Scoring =>
    score(annotate(version, resources), target, resources, { mentions });
  const taken = read(article).paragraphs.filter(
    ({ stance }) => stance.label === 'supportive' || stance.label === 'skeptical',
  );
  const fallen = taken.filter((unit) => {
    const covered = read(withoutEvidence(article, unit));
    const after = covered.paragraphs.find(({ ordinal }) => ordinal === unit.ordinal)?.stance.score ?? 0;
    return Math.abs(after) < Math.abs(unit.stance.score ?? 0);
  });
  return { units: taken.length, fallen: fallen.length };
}

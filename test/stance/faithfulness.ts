import type { Article, Scoring, Target, Unit } from '../../analysis/article/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import type { Resources } from '../../analysis/resources/index.js';

/** How evidence stands the test of being covered. */
export interface Faithfulness {
  /** Supportive and skeptical units. */
  readonly units: number;
  /** Those whose |score| falls once their listed evidence is covered. */
  readonly fallen: number;
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

/** Covers the evidence of each supportive or skeptical unit in turn and scores the article again. */
export function faithfulnessOf(article: Article, target: Target, resources: Resources): Faithfulness {
  const scoring: Scoring = score(annotate(article, resources), target, resources);
  const taken = scoring.paragraphs.filter(
    ({ stance }) => stance.label === 'supportive' || stance.label === 'skeptical',
  );
  const fallen = taken.filter((unit) => {
    const covered = score(annotate(withoutEvidence(article, unit), resources), target, resources);
    const after = covered.paragraphs.find(({ ordinal }) => ordinal === unit.ordinal)?.stance.score ?? 0;
    return Math.abs(after) < Math.abs(unit.stance.score ?? 0);
  });
  return { units: taken.length, fallen: fallen.length };
}

import type { Annotated, Label, Span, Target } from '../../article/index.js';
import type { Resources } from '../../resources/index.js';
import { rawConfidence, type Verdict, verdictOf } from '../scoring/labels.js';
import { stanceModel } from '../scoring/stance-model.js';
import { remainderOfUnit } from '../units/remainder.js';
import type { Weighing } from '../units/weighed-unit.js';
import { weighArticle } from '../weigh-article.js';
import type { CLASSES } from './classes.js';
import { featuresOf } from './features.js';

/** An article with the labels that a person gave to its paragraphs. */
export interface CodedArticle {
  readonly annotated: Annotated;
  readonly target: Target;
  /** Mentions given instead of found. */
  readonly mentions: readonly Span[] | null;
  /** One per paragraph, null for one that nobody coded. */
  readonly labels: readonly (Label | null)[];
}

/** A coded paragraph, weighed, with what an adaptation can go by. */
export interface Coded {
  /** Text of the article, by which paragraphs belong together. */
  readonly article: string;
  readonly label: Label;
  /** The class that it teaches: unrelated as neutral; null for mixed. */
  readonly side: (typeof CLASSES)[number] | null;
  readonly weighing: Weighing;
  /** Null where the program finds no reference to the target. */
  readonly features: Float64Array | null;
  /** Without adaptation; null where unrelated. */
  readonly verdict: Verdict | null;
}

/** A paragraph's label as the program gives it. */
export interface GivenLabel {
  readonly label: Label;
  readonly score: number | null;
}

/** Weighs the coded paragraphs of an article with the models of the corpus, without its adaptation. */
export function codedParagraphs(
  { annotated, target, mentions, labels }: CodedArticle,
  resources: Resources,
): Coded[] {
  const { blend } = stanceModel(resources);
  const { body } = weighArticle(annotated, target, resources, { mentions });
  const features = featuresOf(body);
  return body.weighings.flatMap((weighing, at) => {
    const label = labels[at];
    if (!label) return [];
    const verdict =
      weighing.basis === 'none'
        ? null
        : verdictOf(weighing.pieces, remainderOfUnit(weighing.remainders), blend);
    return [
      {
        article: annotated.body.text,
        label,
        side: label === 'mixed' ? null : label === 'unrelated' ? 'neutral' : label,
        weighing,
        features: features[at] ?? null,
        verdict,
      },
    ];
  });
}

/** The label of a verdict; unrelated without one. */
export function labelOf(verdict: Verdict | null): GivenLabel {
  return verdict === null
    ? { label: 'unrelated', score: null }
    : { label: verdict.label, score: verdict.score };
}

/** What the scores give the label of a verdict; 0 without one. */
export function rawOf(verdict: Verdict | null): number {
  return verdict === null ? 0 : rawConfidence(verdict.label, verdict.probabilities);
}

import type { Label } from '../../article/index.js';

/** Kinds of label that share a slope: a raw 0.6 for mixed is not worth a 0.6 for neutral. */
export const SLOPES = ['directional', 'mixed', 'neutral'] as const;
export type Slope = (typeof SLOPES)[number];

/** Named parameters of a logistic regression: was the label right? */
export interface ConfidenceModel {
  /** Log-odds of each label where nothing else is known. */
  readonly labels: Readonly<Record<Label, number>>;
  /** Per unit of the log-odds that the scores give the label. */
  readonly slopes: Readonly<Record<Slope, number>>;
  /** Per natural logarithm of the number of sentences. */
  readonly sentences: number;
}

/** Five labels, three slopes, the number of sentences. */
const PARAMETERS = 9;

/** Whether a parsed file holds all parameters. */
export function isConfidenceModel(value: unknown): value is ConfidenceModel {
  const { labels, slopes, ...others } = (value ?? {}) as Partial<ConfidenceModel>;
  const parameters = [labels, slopes, others].flatMap((part) => Object.values(part ?? {}));
  return parameters.length === PARAMETERS && parameters.every(Number.isFinite);
}

/** Raw probabilities are kept this far from 0 and 1, where their log-odds would run away. */
const MARGIN = 1e-3;

/**
 * Calibrated probability, in [0, 1], that a label is right. `raw` is what the scores give it,
 * `sentences` how many the passage has: long ones hold more that can be misread.
 */
export function confidenceOf(model: ConfidenceModel, label: Label, raw: number, sentences: number): number {
  const slope = slopeOf(label);
  const odds =
    model.labels[label] +
    (slope ? model.slopes[slope] * logOdds(raw) : 0) +
    model.sentences * Math.log(Math.max(1, sentences));
  return 1 / (1 + Math.exp(-odds));
}

/** The slope that a label has; null for unrelated, which no probabilities belong to. */
export function slopeOf(label: Label): Slope | null {
  if (label === 'unrelated') return null;
  return label === 'mixed' || label === 'neutral' ? label : 'directional';
}

/** Log-odds of a raw probability, within bounds. */
export function logOdds(raw: number): number {
  const bounded = Math.min(1 - MARGIN, Math.max(MARGIN, raw));
  return Math.log(bounded / (1 - bounded));
}

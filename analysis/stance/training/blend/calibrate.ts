import { LABELS, type Label } from '../../../article/index.js';
import { fitMultinomial, type SparseRow } from '../../../learning/index.js';
import { type Resources, resolveTarget } from '../../../resources/index.js';
import { scoreStance } from '../../score-stance.js';
import { type ConfidenceModel, logOdds, SLOPES, slopeOf } from '../../scoring/confidence.js';
import type { StanceModel } from '../../scoring/stance-model.js';
import { annotatedOf, DEFAULT_TARGET, type LabeledLine, labelsOf, mentionsOf } from '../labeled-lines.js';

/** Passages that were held back, and how their labels are compared. */
export interface HeldBack {
  readonly lines: readonly LabeledLine[];
  /** Coded in three classes only: then mixed is right where its direction is. */
  readonly folded: boolean;
  /** What one passage counts. */
  readonly weight: number;
}

/** A labeled passage as the calibration sees it: the label given, and what the scores gave it. */
export interface Outcome {
  readonly label: Label;
  readonly sentences: number;
  readonly raw: number;
  readonly right: boolean;
  readonly weight: number;
}

/** With these the confidence of a label is what the scores give it, to be calibrated. */
const RAW: ConfidenceModel = {
  labels: { supportive: 0, skeptical: 0, mixed: 0, neutral: 0, unrelated: 0 },
  slopes: { directional: 1, mixed: 1, neutral: 1 },
  sentences: 0,
};

const WRONG = 0;
const RIGHT = 1;
const CLASSES = 2;
/** Parameters are drawn this hard toward 0, in passages; slopes are drawn toward 1. */
const L2 = 3;
const ITERATIONS = 400;

/**
 * Fits how far a label can be trusted, by logistic regression on passages that the models have not
 * seen (Platt 1999, with the length of the passage beside the score).
 */
export function calibrate(
  model: Omit<StanceModel, 'blend'> & {
    readonly blend: Omit<StanceModel['blend'], 'confidence'>;
  },
  heldBack: readonly HeldBack[],
  resources: Resources,
): ConfidenceModel {
  const uncalibrated = { ...model, blend: { ...model.blend, confidence: RAW } };
  const outcomes = heldBack.flatMap((part) =>
    part.lines.flatMap((line) => outcomesOf(line, part, uncalibrated, resources)),
  );
  return fitConfidence(outcomes, RAW);
}

function outcomesOf(
  line: LabeledLine,
  { folded, weight }: HeldBack,
  model: StanceModel,
  resources: Resources,
): Outcome[] {
  const annotated = annotatedOf(line, resources);
  const target = resolveTarget(line.target ?? DEFAULT_TARGET, resources);
  const { paragraphs } = scoreStance(annotated, target, resources, {
    model,
    mentions: mentionsOf(line, annotated),
  });
  return labelsOf(line).flatMap((gold, at) => {
    const unit = paragraphs[at];
    if (!unit) return [];
    const { label, score, confidence } = unit.stance;
    const sentences = annotated.body.sentences.filter((sentence) => sentence.unit === unit.ordinal).length;
    const shown = folded && label === 'mixed' ? ((score ?? 0) > 0 ? 'supportive' : 'skeptical') : label;
    return [{ label, raw: confidence, sentences, right: shown === gold, weight }];
  });
}

/** Columns: labels, slopes, sentences. */
const SENTENCES = LABELS.length + SLOPES.length;
const FEATURES = SENTENCES + 1;

function rowOf({ label, raw, sentences }: Outcome): SparseRow {
  const slope = slopeOf(label);
  const row: (readonly [number, number])[] = [
    [LABELS.indexOf(label), 1],
    ...(slope ? [[LABELS.length + SLOPES.indexOf(slope), logOdds(raw)] as const] : []),
    [SENTENCES, Math.log(Math.max(1, sentences))],
  ];
  return { indices: row.map(([index]) => index), values: row.map(([, value]) => value) };
}

/** The logistic regression on outcomes; parameters are drawn toward those of `prior`. */
export function fitConfidence(outcomes: readonly Outcome[], prior: ConfidenceModel): ConfidenceModel {
  const priors = new Float64Array((FEATURES + 1) * CLASSES);
  const draw = (feature: number, value: number) => {
    priors[feature * CLASSES + RIGHT] = value;
  };
  for (const [at, label] of LABELS.entries()) draw(at, prior.labels[label]);
  for (const [at, slope] of SLOPES.entries()) draw(LABELS.length + at, prior.slopes[slope]);
  draw(SENTENCES, prior.sentences);
  const { weights } = fitMultinomial(
    outcomes.map((outcome) => ({
      row: rowOf(outcome),
      label: outcome.right ? RIGHT : WRONG,
      weight: outcome.weight,
    })),
    {
      classes: CLASSES,
      features: FEATURES,
      l2: L2,
      iterations: ITERATIONS,
      priors,
      // The labels have constants of their own.
      project: (feature, values) => {
        if (feature === FEATURES) values.fill(0);
      },
    },
  );
  const at = (feature: number) =>
    rounded((weights[feature * CLASSES + RIGHT] ?? 0) - (weights[feature * CLASSES + WRONG] ?? 0));
  return {
    labels: named(LABELS, (index) => at(index)),
    slopes: named(SLOPES, (index) => at(LABELS.length + index)),
    sentences: at(SENTENCES),
  };
}

function named<Name extends string>(
  names: readonly Name[],
  weightAt: (index: number) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name, index) => [name, weightAt(index)])) as Record<Name, number>;
}

/** Three decimals: finer ones would only differ between machines. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 || 0;
}

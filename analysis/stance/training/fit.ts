import { fitMultinomial } from '../../learning/index.js';
import { RELATIONS, type Relation } from '../evidence/observation.js';
import type { RelationWeights } from '../scoring/model.js';
import type { Weight } from '../scoring/scorer.js';
import { CLASSES, COLUMNS, type Example } from './examples.js';

export interface FitOptions {
  readonly l2: number;
  readonly iterations: number;
}

export interface Fitted {
  readonly relations: Record<Relation, RelationWeights>;
  readonly baseline: Weight;
}

/** Supportive, neutral and skeptical in the order of CLASSES. */
const [SUPPORTIVE, NEUTRAL, SKEPTICAL] = [0, 1, 2];

/**
 * Fits the weights: multinomial logistic regression, kept within what can be explained. Words that
 * favor the target never lower the logit, words that disfavor it never raise it, and without words
 * the logit is 0.
 */
export function fitWeights(examples: readonly Example[], options: FitOptions): Fitted {
  const model = fitMultinomial(
    examples.map(({ indices, values, label, weight }) => ({ row: { indices, values }, label, weight })),
    { classes: CLASSES.length, features: COLUMNS, l2: options.l2, iterations: options.iterations, project },
  );
  const at = (feature: number, weights: Float64Array) =>
    weightOf(weights.subarray(feature * CLASSES.length, (feature + 1) * CLASSES.length));
  const relations = Object.fromEntries(
    RELATIONS.map((relation, index) => [
      relation,
      { supportive: at(index * 2, model.weights), skeptical: at(index * 2 + 1, model.weights) },
    ]),
  ) as Record<Relation, RelationWeights>;
  return { relations, baseline: weightOf(model.bias) };
}

/** From three class weights to logit and evaluation (only differences of class weights matter). */
function weightOf(weights: Float64Array): Weight {
  const [supportive, neutral, skeptical] = [
    weights[SUPPORTIVE] ?? 0,
    weights[NEUTRAL] ?? 0,
    weights[SKEPTICAL] ?? 0,
  ];
  return {
    logit: rounded(supportive - skeptical),
    evaluation: rounded((supportive + skeptical) / 2 - neutral),
  };
}

/** Four decimals: finer ones would only differ between machines. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000 || 0;
}

function project(feature: number, weights: Float64Array): void {
  const difference = (weights[SUPPORTIVE] ?? 0) - (weights[SKEPTICAL] ?? 0);
  const bias = feature === COLUMNS;
  const favors = feature % 2 === 0;
  if (!bias && (favors ? difference >= 0 : difference <= 0)) return;
  const mean = ((weights[SUPPORTIVE] ?? 0) + (weights[SKEPTICAL] ?? 0)) / 2;
  weights[SUPPORTIVE] = mean;
  weights[SKEPTICAL] = mean;
}

import {
  fitMultinomial,
  type MultinomialExample,
  type MultinomialModel,
  multinomialProbabilities,
} from '../../learning/index.js';
import type { Adaptation, FeatureWeight } from './adaptation.js';
import { CLASSES } from './classes.js';
import type { Coded } from './coded-article.js';
import { FEATURES, type Feature, type FeatureGroup } from './features.js';
import { foldsOf } from './folds.js';

const SKEPTICAL = 0;
const NEUTRAL = 1;
const SUPPORTIVE = 2;

/** Penalties to choose from, in units of one paragraph, on standardized features. */
const PENALTIES = [30, 150, 750, 4000] as const;
const INNER_FOLDS = 3;
const ITERATIONS = 120;
/**
 * Power of n / (3 n of the class) that a paragraph counts: 1 would give the classes equal weight. On
 * the development data of PerSenT macro-F1 was highest between 0.6 and 0.8.
 */
const BALANCE = 0.6;
/** The evidence keeps at least this share: words would else be shown that count nothing. */
const LEAST_SCALE = 0.05;
const DIGITS = 1e5;

/** Features moved and scaled to mean 0 and standard deviation 1, as the training part has them. */
interface Standard {
  /** Positions in `FEATURES` that take part. */
  readonly chosen: readonly number[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** What a fit gives: the adaptation but for its confidence. */
export type Fitted = Pick<Adaptation, 'constant' | 'features' | 'mixed'> & { readonly l2: number };

/**
 * Fits the regression to coded paragraphs (those coded mixed left out: they have no side). The
 * penalty draws toward the scorer as it comes; its size comes from the class-weighted loss in
 * cross-validation by article within these paragraphs. No randomness but a fixed seed.
 */
export function fitAdaptation(coded: readonly Coded[], groups: readonly FeatureGroup[]): Fitted {
  const known = coded.filter(({ side, features }) => side !== null && features !== null);
  const standard = standardOf(known, groups);
  const l2 = choosePenalty(known, standard);
  const model = regress(known, standard, l2);
  return { ...weightsOf(model, standard), mixed: coded.some(({ label }) => label === 'mixed'), l2 };
}

/**
 * The strongest penalty whose loss is within one standard error of the least one (Breiman et al. 1984):
 * with few codes the scorer stays near what it was.
 */
function choosePenalty(known: readonly Coded[], standard: Standard): number {
  const folds = foldsOf(known, INNER_FOLDS);
  const weights = classWeights(known);
  const tried = PENALTIES.map((l2) => ({ l2, losses: heldLosses(known, folds, standard, weights, l2) }));
  const best = tried.reduce((a, b) => (total(b.losses) < total(a.losses) ? b : a));
  const near = tried.filter(({ losses }) => isNear(losses, best.losses));
  return Math.max(...near.map(({ l2 }) => l2));
}

/** Class-weighted loss of each paragraph under a fit without its fold. */
function heldLosses(
  known: readonly Coded[],
  folds: readonly number[],
  standard: Standard,
  weights: readonly number[],
  l2: number,
): number[] {
  const models = Array.from({ length: INNER_FOLDS }, (_, held) =>
    regress(
      known.filter((__, at) => folds[at] !== held),
      standard,
      l2,
    ),
  );
  return known.map((one, at) => {
    const model = models[folds[at] ?? 0];
    return model ? lossOf(model, one, standard, weights) : 0;
  });
}

function isNear(losses: readonly number[], best: readonly number[]): boolean {
  const differences = losses.map((loss, at) => loss - (best[at] ?? 0));
  const middle = total(differences) / differences.length;
  const spread = Math.sqrt(total(differences.map((value) => (value - middle) ** 2)));
  // The standard error of the mean; both sides times the number of paragraphs.
  return total(differences) <= spread;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function lossOf(model: MultinomialModel, one: Coded, standard: Standard, weights: readonly number[]): number {
  const { row, label } = exampleOf(one, standard, weights);
  const probability = multinomialProbabilities(model, row)[label] ?? 0;
  return -(weights[label] ?? 0) * Math.log(Math.max(probability, Number.MIN_VALUE));
}

function regress(known: readonly Coded[], standard: Standard, l2: number): MultinomialModel {
  const weights = classWeights(known);
  const logitDeviation = standard.deviations[0] ?? 1;
  return fitMultinomial(
    known.map((one) => exampleOf(one, standard, weights)),
    {
      classes: CLASSES.length,
      features: standard.chosen.length,
      l2,
      iterations: ITERATIONS,
      priors: priorsOf(standard),
      // Feature 0 is the logit of the words, whose weight scales the evidence.
      project: (feature, values) => {
        if (feature === 0) widen(values, LEAST_SCALE * logitDeviation);
      },
    },
  );
}

/** The scorer as it comes, as weights of the regression: L as the logit and E as the evaluation. */
function priorsOf({ chosen, means, deviations }: Standard): Float64Array {
  const priors = new Float64Array((chosen.length + 1) * CLASSES.length);
  const constant = chosen.length * CLASSES.length;
  const add = (from: number, [logit, evaluation]: FeatureWeight) => {
    priors[from + SUPPORTIVE] = (priors[from + SUPPORTIVE] ?? 0) + logit / 2;
    priors[from + SKEPTICAL] = (priors[from + SKEPTICAL] ?? 0) - logit / 2;
    priors[from + NEUTRAL] = (priors[from + NEUTRAL] ?? 0) - evaluation;
  };
  chosen.forEach((at, index) => {
    const own = FEATURES[at]?.name;
    if (own !== 'logit' && own !== 'evaluation') return;
    const unit: FeatureWeight = own === 'logit' ? [1, 0] : [0, 1];
    const scale = (by: number): FeatureWeight => [unit[0] * by, unit[1] * by];
    add(index * CLASSES.length, scale(deviations[index] ?? 1));
    add(constant, scale(means[index] ?? 0));
  });
  return priors;
}

/** Moves the weights of both sides apart where their difference is less. */
function widen(values: Float64Array, least: number): void {
  const lacking = least - ((values[SUPPORTIVE] ?? 0) - (values[SKEPTICAL] ?? 0));
  if (lacking <= 0) return;
  values[SUPPORTIVE] = (values[SUPPORTIVE] ?? 0) + lacking / 2;
  values[SKEPTICAL] = (values[SKEPTICAL] ?? 0) - lacking / 2;
}

function classWeights(known: readonly Coded[]): number[] {
  return CLASSES.map((name) => {
    const count = known.filter(({ side }) => side === name).length;
    return count === 0 ? 1 : (known.length / (CLASSES.length * count)) ** BALANCE;
  });
}

function standardOf(known: readonly Coded[], groups: readonly FeatureGroup[]): Standard {
  const chosen = FEATURES.flatMap(({ group }, at) => (groups.includes(group) ? [at] : []));
  const means = chosen.map((at) => average(known, (features) => features[at] ?? 0));
  const deviations = chosen.map((at, index) => {
    const middle = means[index] ?? 0;
    const spread = Math.sqrt(average(known, (features) => ((features[at] ?? 0) - middle) ** 2));
    // What never differs says nothing, and must not blow up where it does one day.
    return spread > LEAST_SPREAD ? spread : 1;
  });
  return { chosen, means, deviations };
}

const LEAST_SPREAD = 1e-6;

function average(known: readonly Coded[], measure: (features: Float64Array) => number): number {
  return known.reduce((sum, { features }) => sum + (features ? measure(features) : 0), 0) / known.length;
}

function exampleOf(
  { side, features }: Coded,
  standard: Standard,
  weights: readonly number[],
): MultinomialExample {
  const label = side === null ? NEUTRAL : CLASSES.indexOf(side);
  const values = standard.chosen.map(
    (at, index) => ((features?.[at] ?? 0) - (standard.means[index] ?? 0)) / (standard.deviations[index] ?? 1),
  );
  return { row: { indices: values.map((_, index) => index), values }, label, weight: weights[label] ?? 0 };
}

/** The regression in terms of the two sums of the link, on features as they are. */
function weightsOf(model: MultinomialModel, standard: Standard): Pick<Adaptation, 'constant' | 'features'> {
  const constant: [number, number] = [...sumsOf(model.bias)];
  const features: Partial<Record<Feature, FeatureWeight>> = {};
  standard.chosen.forEach((at, index) => {
    const from = index * CLASSES.length;
    const sums = sumsOf(model.weights.subarray(from, from + CLASSES.length));
    const weight = sums.map((value) => rounded(value / (standard.deviations[index] ?? 1)));
    const [logit = 0, evaluation = 0] = weight;
    constant[0] -= logit * (standard.means[index] ?? 0);
    constant[1] -= evaluation * (standard.means[index] ?? 0);
    const name = FEATURES[at]?.name;
    if (name) features[name] = [logit, evaluation];
  });
  return { constant: [rounded(constant[0]), rounded(constant[1])], features };
}

/** Class scores as [logit, evaluation] (see `probabilitiesOf`). */
function sumsOf(scores: ArrayLike<number>): [number, number] {
  const [skeptical = 0, neutral = 0, supportive = 0] = [
    scores[SKEPTICAL],
    scores[NEUTRAL],
    scores[SUPPORTIVE],
  ];
  return [supportive - skeptical, (supportive + skeptical) / 2 - neutral];
}

function rounded(value: number): number {
  return Math.round(value * DIGITS) / DIGITS || 0;
}

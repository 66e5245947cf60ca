/** A sparse row: `indices[k]` holds `values[k]`; indices are distinct. */
export interface SparseRow {
  readonly indices: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export interface MultinomialExample {
  readonly row: SparseRow;
  /** Class, from 0. */
  readonly label: number;
  /** How much the example counts; 1 is usual. */
  readonly weight: number;
}

export interface MultinomialModel {
  readonly classes: number;
  readonly features: number;
  /** `weights[feature * classes + class]`. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

export interface MultinomialOptions {
  readonly classes: number;
  readonly features: number;
  /** L2 penalty on each weight, in units of one example; the bias is free. */
  readonly l2: number;
  readonly iterations: number;
  /** L2 penalty per feature instead of the common one. */
  readonly penalties?: ArrayLike<number>;
  /** Weights that the penalty draws towards, `[feature * classes + class]`, instead of 0. */
  readonly priors?: ArrayLike<number>;
  /**
   * Puts the weights of one feature (one per class; `features` stands for the bias) back into what is
   * allowed, in place, after each step: projected gradient descent.
   */
  readonly project?: (feature: number, weights: Float64Array) => void;
}

/** Class probabilities for one row. */
export function multinomialProbabilities(model: MultinomialModel, row: SparseRow): Float64Array {
  const scores = Float64Array.from(model.bias);
  for (let k = 0; k < row.indices.length; k++) {
    const at = (row.indices[k] ?? 0) * model.classes;
    const value = row.values[k] ?? 0;
    for (let c = 0; c < model.classes; c++)
      scores[c] = (scores[c] ?? 0) + (model.weights[at + c] ?? 0) * value;
  }
  return softmax(scores);
}

/** Exponentials that sum to 1, without overflow. */
export function softmax(scores: ArrayLike<number>): Float64Array {
  const result = Float64Array.from(scores);
  const top = result.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let c = 0; c < result.length; c++) {
    const value = Math.exp((result[c] ?? 0) - top);
    result[c] = value;
    sum += value;
  }
  return result.map((value) => value / sum);
}

/**
 * Multinomial logistic regression with an L2 penalty, by full-batch gradient descent with
 * Nesterov's momentum and restarts (O'Donoghue and Candès 2015). No randomness: the same
 * examples in the same order give the same weights.
 */
export function fitMultinomial(
  examples: readonly MultinomialExample[],
  options: MultinomialOptions,
): MultinomialModel {
  const size = (options.features + 1) * options.classes;
  const steps = stepSizes(examples, options);
  let current = new Float64Array(size);
  current.set(Array.from(options.priors ?? []));
  let previous = current;
  let momentum = 1;
  let lastLoss = Number.POSITIVE_INFINITY;
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const lead = (momentum - 1) / nextMomentum;
    const point = current.map((value, at) => value + lead * (value - (previous[at] ?? 0)));
    const { gradient, loss } = gradientAt(point, examples, options);
    previous = current;
    current = point.map(
      (value, at) => value - (steps[Math.floor(at / options.classes)] ?? 0) * (gradient[at] ?? 0),
    );
    projectAll(current, options);
    momentum = loss > lastLoss ? 1 : nextMomentum;
    lastLoss = loss;
  }
  const split = options.features * options.classes;
  return {
    classes: options.classes,
    features: options.features,
    weights: current.slice(0, split),
    bias: current.slice(split),
  };
}

function projectAll(weights: Float64Array, { project, features, classes }: MultinomialOptions): void {
  if (!project) return;
  for (let feature = 0; feature <= features; feature++) {
    project(feature, weights.subarray(feature * classes, (feature + 1) * classes));
  }
}

function penaltyOf(options: MultinomialOptions, feature: number): number {
  return feature === options.features ? 0 : (options.penalties?.[feature] ?? options.l2);
}

/**
 * One step size per feature (a diagonal preconditioner): the curvature along a feature is at most
 * half the weighted sum over examples of |value| times the row's absolute sum.
 */
function stepSizes(examples: readonly MultinomialExample[], options: MultinomialOptions): Float64Array {
  const curvature = new Float64Array(options.features + 1);
  for (const { row, weight } of examples) {
    let absolute = 1;
    for (let k = 0; k < row.values.length; k++) absolute += Math.abs(row.values[k] ?? 0);
    for (let k = 0; k < row.indices.length; k++) {
      const feature = row.indices[k] ?? 0;
      curvature[feature] = (curvature[feature] ?? 0) + 0.5 * weight * absolute * Math.abs(row.values[k] ?? 0);
    }
    curvature[options.features] = (curvature[options.features] ?? 0) + 0.5 * weight * absolute;
  }
  return curvature.map((value, feature) => 1 / (value + penaltyOf(options, feature) + 1e-9));
}

function gradientAt(
  point: Float64Array,
  examples: readonly MultinomialExample[],
  options: MultinomialOptions,
): { gradient: Float64Array; loss: number } {
  const { classes, features } = options;
  const gradient = new Float64Array(point.length);
  let loss = 0;
  for (let at = 0; at < point.length; at++) {
    const value = (point[at] ?? 0) - (options.priors?.[at] ?? 0);
    const penalty = penaltyOf(options, Math.floor(at / classes));
    gradient[at] = penalty * value;
    loss += 0.5 * penalty * value * value;
  }
  const split = features * classes;
  const model = { classes, features, weights: point.subarray(0, split), bias: point.subarray(split) };
  for (const { row, label, weight } of examples) {
    const probabilities = multinomialProbabilities(model, row);
    loss -= weight * Math.log(Math.max(probabilities[label] ?? 0, 1e-300));
    for (let c = 0; c < classes; c++) {
      const error = weight * ((probabilities[c] ?? 0) - (c === label ? 1 : 0));
      for (let k = 0; k < row.indices.length; k++) {
        const at = (row.indices[k] ?? 0) * classes + c;
        gradient[at] = (gradient[at] ?? 0) + error * (row.values[k] ?? 0);
      }
      gradient[split + c] = (gradient[split + c] ?? 0) + error;
    }
  }
  return { gradient, loss };
}

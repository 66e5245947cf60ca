import { randomIndex, seededRandom } from './random.js';

/** An example of the sparse softmax regression; `indices` may repeat, their values then add up. */
export interface SparseExample {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
  /** Class, from 0. */
  readonly label: number;
  /** How much the example counts; 1 is usual. */
  readonly weight: number;
}

export interface SparseOptions {
  readonly features: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
}

export interface SparseModel {
  /** `weights[feature * classes + class]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Keeps the first steps of a rare feature from being huge. */
const DAMPING = 1e-3;
/** The bias takes small plain steps, as every example moves it. */
const BIAS_RATE = 0.01;

/**
 * Softmax regression by stochastic gradient descent with a step size per weight (AdaGrad, Duchi et al.
 * 2011); weights averaged over the second half of the epochs. The same seed gives the same weights.
 */
export function trainSparse(examples: readonly SparseExample[], options: SparseOptions): SparseModel {
  const { features, classes, epochs } = options;
  const model = { weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
  const squares = new Float32Array(features * classes);
  const sum = { weights: new Float64Array(features * classes), bias: new Float64Array(classes) };
  const random = seededRandom(options.seed);
  const order = examples.map((_, index) => index);
  const averagedFrom = epochs >> 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = order.length - 1; k > 0; k--) {
      const other = randomIndex(random, k + 1);
      [order[k], order[other]] = [order[other] ?? 0, order[k] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (example) step(model, squares, example, options);
    }
    if (epoch < averagedFrom) continue;
    addTo(sum.weights, model.weights);
    addTo(sum.bias, model.bias);
  }
  const rounds = epochs - averagedFrom;
  return {
    weights: Float32Array.from(sum.weights, (value) => value / rounds),
    bias: Float32Array.from(sum.bias, (value) => value / rounds),
  };
}

/** Scores (logits) of each class. */
export function sparseScores(
  model: SparseModel,
  indices: ArrayLike<number>,
  values: ArrayLike<number>,
): Float64Array {
  const classes = model.bias.length;
  const scores = Float64Array.from(model.bias);
  for (let k = 0; k < indices.length; k++) {
    const at = (indices[k] ?? 0) * classes;
    const value = values[k] ?? 0;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (model.weights[at + c] ?? 0) * value;
  }
  return scores;
}

function step(
  model: SparseModel,
  squares: Float32Array,
  example: SparseExample,
  options: SparseOptions,
): void {
  const { classes, rate, l2 } = options;
  const { indices, values, label, weight } = example;
  const errors = sparseScores(model, indices, values);
  toErrors(errors, label, weight);
  for (let k = 0; k < indices.length; k++) {
    const at = (indices[k] ?? 0) * classes;
    const value = values[k] ?? 0;
    for (let c = 0; c < classes; c++) {
      const old = model.weights[at + c] ?? 0;
      const gradient = (errors[c] ?? 0) * value + l2 * old;
      const square = (squares[at + c] ?? 0) + gradient * gradient;
      squares[at + c] = square;
      model.weights[at + c] = old - (rate * gradient) / Math.sqrt(square + DAMPING);
    }
  }
  for (let c = 0; c < classes; c++) model.bias[c] = (model.bias[c] ?? 0) - BIAS_RATE * (errors[c] ?? 0);
}

function toErrors(scores: Float64Array, label: number, weight: number): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const value = Math.exp((scores[c] ?? 0) - top);
    scores[c] = value;
    sum += value;
  }
  for (let c = 0; c < scores.length; c++)
    scores[c] = weight * ((scores[c] ?? 0) / sum - (c === label ? 1 : 0));
}

function addTo(sum: Float64Array, values: Float32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0);
}

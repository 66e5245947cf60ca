import { VECTOR_SIZE } from '../../mention-model/word-vectors.js';

/** A word vector with the polarity it should get. */
export interface PolarityExample {
  readonly vector: ArrayLike<number>;
  readonly polarity: number;
}

/** Shrinkage of the ridge regression; vectors have unit standard deviation. */
const RIDGE = 20;

/**
 * Ridge regression from vector to polarity, so that words outside the lexicon get one too. Returns the
 * weights, the constant last.
 */
export function fitPolarity(examples: readonly PolarityExample[]): Float32Array {
  const size = VECTOR_SIZE + 1;
  const left = new Float64Array(size * size);
  const right = new Float64Array(size);
  const row = new Float64Array(size);
  for (const { vector, polarity } of examples) {
    for (let k = 0; k < VECTOR_SIZE; k++) row[k] = vector[k] ?? 0;
    row[VECTOR_SIZE] = 1;
    for (let a = 0; a < size; a++) {
      const factor = row[a] ?? 0;
      right[a] = (right[a] ?? 0) + factor * polarity;
      for (let b = 0; b < size; b++) left[a * size + b] = (left[a * size + b] ?? 0) + factor * (row[b] ?? 0);
    }
  }
  for (let a = 0; a < size; a++) left[a * size + a] = (left[a * size + a] ?? 0) + RIDGE;
  return Float32Array.from(solve(left, right));
}

/** Solves a positive definite system by elimination; changes its arguments. */
function solve(left: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) eliminate(left, right, pivot, row);
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let rest = right[row] ?? 0;
    for (let column = row + 1; column < size; column++) {
      rest -= (left[row * size + column] ?? 0) * (solution[column] ?? 0);
    }
    solution[row] = rest / (left[row * size + row] ?? 1);
  }
  return solution;
}

/** Takes from a row what makes its entry below the pivot zero. */
function eliminate(left: Float64Array, right: Float64Array, pivot: number, row: number): void {
  const size = right.length;
  const factor = (left[row * size + pivot] ?? 0) / (left[pivot * size + pivot] ?? 1);
  if (factor === 0) return;
  for (let column = pivot; column < size; column++) {
    const at = row * size + column;
    left[at] = (left[at] ?? 0) - factor * (left[pivot * size + column] ?? 0);
  }
  right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0);
}

import {
  type Block,
  blockOf,
  FeatureTable,
  type ModelFile,
  quantizeRows,
  restoreRows,
} from '../../learning/index.js';
import { CLASS_COUNT } from './network-shape.js';
import type { SparseFeatures } from './sparse-features.js';

/** Linear part of the model: scores are sums of weight times value over the features that it knows. */
export interface LinearPart {
  readonly table: FeatureTable;
  /** `weights[feature * CLASS_COUNT + class]`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Scores of the classes, and what each token of the masked sentence adds to supportive minus skeptical. */
export interface LinearScores {
  readonly logits: Float64Array;
  readonly byToken: Float64Array;
}

const SKEPTICAL = 0;
const SUPPORTIVE = 2;

/** Scores a mention. Features over several tokens share what they add evenly among them. */
export function scoreLinear(part: LinearPart, features: SparseFeatures, length: number): LinearScores {
  const logits = Float64Array.from(part.bias);
  const byToken = new Float64Array(length);
  const { hashes, values, from, to } = features;
  for (let k = 0; k < hashes.length; k++) {
    const index = part.table.indexOf(hashes[k] ?? 0);
    if (index < 0) continue;
    const at = index * CLASS_COUNT;
    const value = values[k] ?? 0;
    for (let c = 0; c < CLASS_COUNT; c++) logits[c] = (logits[c] ?? 0) + (part.weights[at + c] ?? 0) * value;
    const first = from[k] ?? 0;
    const width = (to[k] ?? 0) - first;
    if (width <= 0) continue;
    const pull = ((part.weights[at + SUPPORTIVE] ?? 0) - (part.weights[at + SKEPTICAL] ?? 0)) * value;
    for (let t = first; t < first + width; t++) byToken[t] = (byToken[t] ?? 0) + pull / width;
  }
  return { logits, byToken };
}

/** Blocks of a model file that hold the part, one byte a weight. */
export function packLinear({ table, weights, bias }: LinearPart): Block[] {
  const { values, scales } = quantizeRows(byClass(weights), weights.length / CLASS_COUNT);
  return [
    { name: 'linear/hashes', kind: 'uint32', data: table.hashes },
    { name: 'linear/weights', kind: 'int8', data: values },
    { name: 'linear/scales', kind: 'float32', data: scales },
    { name: 'linear/bias', kind: 'float32', data: bias },
  ];
}

/** Reads the part back from a model file. */
export function unpackLinear(file: ModelFile): LinearPart {
  const hashes = blockOf(file, 'linear/hashes', 'uint32');
  const values = blockOf(file, 'linear/weights', 'int8', hashes.length * CLASS_COUNT);
  const scales = blockOf(file, 'linear/scales', 'float32', CLASS_COUNT);
  return {
    table: new FeatureTable(hashes),
    weights: byFeature(restoreRows({ values, scales })),
    bias: blockOf(file, 'linear/bias', 'float32', CLASS_COUNT),
  };
}

/** One row a class, so that each class has a scale of its own. */
function byClass(weights: Float32Array): Float32Array {
  return flipped(weights, weights.length / CLASS_COUNT, CLASS_COUNT);
}

function byFeature(rows: Float32Array): Float32Array {
  return flipped(rows, CLASS_COUNT, rows.length / CLASS_COUNT);
}

/** A matrix of so many rows and columns, transposed. */
function flipped(data: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = data[row * columns + column] ?? 0;
    }
  }
  return result;
}

import { blockOf, type ModelFile, packModel, quantizeRows } from '../../learning/index.js';

/** Numbers in a word vector. */
export const VECTOR_SIZE = 100;

/** Vectors of frequent words, in one byte a number. */
export interface WordVectors {
  readonly words: readonly string[];
  /** Row of a word in lower case, or undefined. */
  readonly rowOf: (word: string) => number | undefined;
  /** Writes the vector of a row, scaled to unit standard deviation, to `out` from `at` on. */
  readonly copy: (row: number, out: Float32Array, at: number) => void;
  /** Polarity in about [-1, 1] that the vector suggests: a ridge regression on AFINN-165. */
  readonly polarityOf: (row: number) => number;
  readonly hash: string;
}

/** The bytes of the file of vectors; `polarity` are the weights of the regression, its constant last. */
export function packWordVectors(
  words: readonly string[],
  vectors: Float32Array,
  polarity: Float32Array,
  about: Readonly<Record<string, unknown>>,
): Uint8Array {
  const { values, scales } = quantizeRows(vectors, VECTOR_SIZE);
  return packModel(about, [
    { name: 'words', kind: 'bytes', data: Buffer.from(words.join('\n'), 'utf8') },
    { name: 'vectors', kind: 'int8', data: values },
    { name: 'scales', kind: 'float32', data: scales },
    { name: 'polarity', kind: 'float32', data: polarity },
  ]);
}

/** Reads the file of vectors. */
export function readWordVectors(file: ModelFile): WordVectors {
  const words = Buffer.from(blockOf(file, 'words', 'bytes'))
    .toString('utf8')
    .split('\n');
  const values = blockOf(file, 'vectors', 'int8', words.length * VECTOR_SIZE);
  const scales = blockOf(file, 'scales', 'float32', words.length);
  const rows = new Map(words.map((word, row) => [word, row]));
  const polarities = polaritiesOf(values, scales, blockOf(file, 'polarity', 'float32', VECTOR_SIZE + 1));
  return {
    words,
    hash: file.hash,
    rowOf: (word) => rows.get(word),
    polarityOf: (row) => polarities[row] ?? 0,
    copy: (row, out, at) => {
      const scale = scales[row] ?? 0;
      const from = row * VECTOR_SIZE;
      for (let k = 0; k < VECTOR_SIZE; k++) out[at + k] = (values[from + k] ?? 0) * scale;
    },
  };
}

function polaritiesOf(values: Int8Array, scales: Float32Array, weights: Float32Array): Float32Array {
  return scales.map((scale, row) => {
    let sum = 0;
    for (let k = 0; k < VECTOR_SIZE; k++) sum += (values[row * VECTOR_SIZE + k] ?? 0) * (weights[k] ?? 0);
    return sum * scale + (weights[VECTOR_SIZE] ?? 0);
  });
}

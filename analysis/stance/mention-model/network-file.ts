import {
  Arena,
  type Block,
  blockOf,
  type ModelFile,
  type ParameterShape,
  type Parameters,
  quantizeRows,
  restoreRows,
} from '../../learning/index.js';
import { type DeltaWords, MentionNetwork, type NetworkLimits } from './network.js';
import { networkShapes } from './network-shape.js';
import type { WordVectors } from './word-vectors.js';

/** Mentions that a loaded network scores at once, and the tokens that they have at most. */
const LIMITS: NetworkLimits = { rows: 16 * 80, sequences: 16, training: false };
export const NETWORK_BATCH = LIMITS.sequences;

/** Matrices with at least so many numbers are kept in one byte a number, small ones as they are. */
const QUANTIZED_FROM = 256;

/** Blocks of a model file that hold one network under a name of its own. */
export function packNetwork(name: string, parameters: Parameters, deltaWords: DeltaWords): Block[] {
  const words = Buffer.from([...deltaWords.keys()].join('\n'), 'utf8');
  const matrices = parameters.shapes.flatMap((shape) =>
    packMatrix(`${name}/${shape.name}`, parameters.get(shape.name)),
  );
  return [{ name: `${name}/delta-words`, kind: 'bytes', data: words }, ...matrices];
}

function packMatrix(
  name: string,
  { data, rows, columns }: { data: Float32Array; rows: number; columns: number },
): Block[] {
  if (data.length < QUANTIZED_FROM || rows === 1) return [{ name, kind: 'float32', data }];
  const { values, scales } = quantizeRows(data, columns);
  return [
    { name, kind: 'int8', data: values },
    { name: `${name}-scales`, kind: 'float32', data: scales },
  ];
}

/** Reads a network back from a model file. */
export function unpackNetwork(file: ModelFile, name: string, vectors: WordVectors): MentionNetwork {
  const words = Buffer.from(blockOf(file, `${name}/delta-words`, 'bytes'))
    .toString('utf8')
    .split('\n');
  const deltaWords = new Map(words.map((word, index) => [word, index]));
  const arena = new Arena(MentionNetwork.size(words.length, LIMITS));
  const network = new MentionNetwork(arena, vectors, deltaWords, LIMITS);
  for (const shape of networkShapes(words.length)) {
    network.parameters.get(shape.name).data.set(matrixOf(file, `${name}/${shape.name}`, shape));
  }
  return network;
}

function matrixOf(file: ModelFile, name: string, { rows, columns }: ParameterShape): Float32Array {
  const quantized = file.blocks.some((block) => block.name === `${name}-scales`);
  if (!quantized) return blockOf(file, name, 'float32', rows * columns);
  return restoreRows({
    values: blockOf(file, name, 'int8', rows * columns),
    scales: blockOf(file, `${name}-scales`, 'float32', rows),
  });
}

export { type AdamGroup, AdamW, clipGradients } from './adamw.js';
export { Arena, type Matrix, transposed, type Walk, walk } from './arena.js';
export {
  BOOTSTRAP,
  type BootstrapOptions,
  bootstrapInterval,
  bootstrapIntervals,
  type Interval,
  quantileInterval,
} from './bootstrap.js';
export { type CodingProbabilities, codeArticle } from './coding-uncertainty.js';
export { FeatureTable, frequentHashes } from './feature-table.js';
export { flip, Gru, type GruPlace, type GruWeights, sumRows } from './gru.js';
export {
  type Block,
  type BlockData,
  type BlockKind,
  blockOf,
  damagedFile,
  type ModelFile,
  packModel,
  unpackModel,
} from './model-file.js';
export {
  fitMultinomial,
  type MultinomialExample,
  type MultinomialModel,
  type MultinomialOptions,
  multinomialProbabilities,
  type SparseRow,
  softmax,
} from './multinomial.js';
export { type Packing, packSequences } from './packed.js';
export { fillNormal, fillUniform, type ParameterShape, Parameters } from './parameters.js';
export { type QuantizedRows, quantizeRows, restoreRows } from './quantize.js';
export { type Random, randomIndex, seededRandom } from './random.js';
export { logSoftmax } from './softmax.js';
export {
  type SparseExample,
  type SparseModel,
  type SparseOptions,
  sparseScores,
  trainSparse,
} from './sparse-linear.js';

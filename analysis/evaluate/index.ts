export { type Codings, krippendorffAlpha } from './agreement.js';
export { type Estimate, type Evaluation, evaluate, type GoldLine, type Predict } from './evaluation.js';
export type { GoldArticle, GoldParagraph } from './gold.js';
export {
  accuracy,
  type ClassScore,
  classScore,
  confusion,
  type Folded,
  fold,
  type Labelled,
  macroF1,
  type Pair,
} from './measures.js';
export { evaluationTable } from './table.js';

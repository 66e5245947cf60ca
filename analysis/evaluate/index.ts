export { type AdaptationFigures, adaptationFigures, adaptationTable } from './adaptation-table.js';
export { type Codings, krippendorffAlpha, ordinalAlpha } from './agreement.js';
export {
  ATTRIBUTION_EVALUATION_COLUMNS,
  type AttributionEvaluation,
  attributionRows,
  attributionTable,
  evaluateAttribution,
  type MarkedArticle,
  type MarkedLayers,
  readMarked,
} from './attribution/index.js';
export { type Coded, type Predicted, pairUp } from './coded.js';
export {
  accuracyAtCoverage,
  brierScore,
  type CalibrationBin,
  calibrationBins,
  calibrationError,
  type Judgement,
} from './confidence.js';
export type { ConfidenceMeasures } from './confidence-measures.js';
export { type Estimate, estimateByArticle, UNDEFINED } from './estimates.js';
export {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type GoldLine,
  type Predict,
} from './evaluation.js';
export { FIELDS, type Field, type GoldArticle, type GoldParagraph, readGold } from './gold.js';
export type { Group } from './groups.js';
export {
  accuracy,
  type ClassScore,
  classScore,
  confusion,
  FOLDED,
  type Folded,
  fold,
  type Labelled,
  macroF1,
  type Pair,
} from './measures.js';
export { EVALUATION_COLUMNS, type EvaluationRow, evaluationRows } from './rows.js';
export { type Figure, type Leading, standings } from './standings.js';
export { evaluationTable } from './table.js';

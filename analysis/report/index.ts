export type { ByHand, VoiceByHand } from './by-hand.js';
export { type Chart, charts } from './charts.js';
export { codebook, codebookCsv, codebookMarkdown, TABLES, type Table } from './codebook.js';
export type { Column } from './column.js';
export { CORRECTION_COLUMNS } from './columns/corrections.js';
export { COLUMNS, LEVELS, type Level } from './columns.js';
export { correctResult, labelOver } from './correct-result.js';
export {
  type CorrectionHistory,
  type CorrectionRecord,
  correctionRows,
  type ResultOfTarget,
} from './correction-rows.js';
export {
  type CsvVariant,
  csvHeader,
  csvLines,
  csvRows,
  csvTable,
  excelText,
  textLines,
  textTable,
  toCsv,
} from './csv.js';
export { type CorrectionScene, type CorrectionWords, describeCorrection } from './describe-correction.js';
export type { DimensionRow } from './dimensions.js';
export { formatCoefficient, formatCount, formatPercent, formatScore } from './format.js';
export { LABELS, labelView } from './labels.js';
export { correctionsHash, programVersion, provenance, runId } from './provenance.js';
export { type Parsed, toHead, toParsed, toResult } from './result.js';
export { isUnsure } from './review.js';
export { rowsOf } from './rows.js';
export type { EvidenceView } from './segments.js';
export type { MachineSummary, ShareView, StanceView } from './summary.js';
export { printable } from './terminal.js';
export { reportText } from './text.js';
export { placeOf, unitsOf } from './units.js';
export { type Card, type ReadingUnit, type Report, type Side, toReport } from './viewpoints.js';
export type { VoiceRow } from './voice-rows.js';
export { type CorrectionsOfArticle, withCorrections } from './with-corrections.js';

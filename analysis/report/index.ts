export { type Chart, charts } from './charts.js';
export { type CodebookEntry, codebook, codebookCsv, codebookMarkdown } from './codebook.js';
export type { Column as CsvColumn } from './column.js';
export { COLUMNS, LEVELS, type Level } from './columns.js';
export { type CsvVariant, csvHeader, csvRows, excelText, toCsv } from './csv.js';
export { formatCount, formatPercent, formatScore, formatWeight } from './format.js';
export { LABELS, type LabelView, labelView } from './labels.js';
export { programVersion, provenance, type RunSettings, runId } from './provenance.js';
export { type Parsed, toHead, toParsed, toResult } from './result.js';
export { type ResultRows, rowsOf } from './rows.js';
export type { EvidenceView, Segment } from './segments.js';
export { AUTHOR, type VoiceName } from './speech.js';
export type { ShareView, StanceView, Summary } from './summary.js';
export { printable } from './terminal.js';
export { reportText, type TextOptions } from './text.js';
export {
  type Card,
  type Column,
  type ReadingUnit,
  type Report,
  SIDES,
  type Side,
  toReport,
} from './viewpoints.js';

export { allocate } from './allocate.js';
export { type Candidate, candidatesOf, type Drawable, type MachineCoding } from './candidate.js';
export {
  CODING_COLUMNS,
  type CodedParagraph,
  codedParagraphs,
  codingRows,
} from './coded-paragraphs.js';
export type { CoderAgreement } from './coder-agreement.js';
export { type Codings, coderId, joinCodings, readCodings, requireCodedOnce } from './codings.js';
export type { ClassesEstimate, Comparison } from './comparison.js';
export { readDelimited, type TableRow } from './delimited.js';
export { type Drawn, drawSample, type SampledItem } from './draw-sample.js';
export { type DrawnStratum, drawnStrata, populationOf, strataNotes } from './drawn-strata.js';
export { codingInstructions } from './instructions.js';
export { type KeyedItem, keyed, sampleKey } from './key.js';
export type { TableFile } from './named-table.js';
export type { Key } from './read-key.js';
export { type FilledSheet, inspectSheet, isSheet, readSheet, requireLabels } from './read-sheet.js';
export { codingSheet, type SheetItem } from './sheet.js';
export { decodeSheet, sheetText } from './sheet-text.js';
export { STRATIFIERS, type Stratifier } from './strata.js';
export { VALIDATION_TABLES } from './tables.js';
export { itemId } from './text-hash.js';
export { summaryOf, type Validation, validate } from './validation.js';
export { VALIDATION_COLUMNS, validationRows } from './validation-rows.js';
export { validationTable } from './validation-table.js';
export type { Trust } from './verdicts.js';

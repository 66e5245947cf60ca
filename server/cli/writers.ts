import {
  type CsvVariant,
  csvHeader,
  csvRows,
  type Level,
  reportText,
  rowsOf,
  toReport,
} from '../../analysis/report/index.js';
import type { ScoredResult } from '../score-reading.js';
import type { Frame } from './framed-output.js';
import type { OUTPUT_FORMATS } from './options.js';

export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** How results are written: plain data, so that it can be handed to a thread. */
export interface WriteOptions {
  readonly format: OutputFormat;
  readonly level: Level;
  readonly variant: CsvVariant;
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
}

/** The frame of a format. */
export function frameOf({ format, level, variant }: WriteOptions): Frame {
  switch (format) {
    case 'json':
      return { before: '[\n', between: ',\n', after: '\n]\n' };
    case 'jsonl':
      return { before: '', between: '', after: '' };
    case 'csv':
      return { before: csvHeader(level, variant), between: '', after: '' };
    case 'text':
      return { before: '', between: '\n', after: '' };
  }
}

/** One result in a format, without the frame. */
export function writeResult({ result, target }: ScoredResult, options: WriteOptions): string {
  switch (options.format) {
    case 'json':
      return indented(JSON.stringify(result, null, 2));
    case 'jsonl':
      return `${JSON.stringify(result)}\n`;
    case 'csv':
      return csvRows(rowsOf(result), options.level, options.variant);
    case 'text':
      return reportText(toReport(result, target), options);
  }
}

/** Strings in JSON hold no line feed as such, so that every line may be moved in. */
function indented(json: string): string {
  return `  ${json.replaceAll('\n', '\n  ')}`;
}

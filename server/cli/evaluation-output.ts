import { printable, toCsv } from '../../analysis/report/index.js';
import type { EVALUATE_FORMATS } from './options.js';

/** An evaluation as a table to read and as rows of figures. */
interface Tables<Column extends string> {
  readonly table: () => string;
  readonly columns: readonly Column[];
  readonly rows: () => readonly Readonly<Record<Column, string | number | null>>[];
}

/** An evaluation in the format asked for. */
export function writeEvaluation<Column extends string>(
  format: (typeof EVALUATE_FORMATS)[number],
  evaluation: object,
  { table, columns, rows }: Tables<Column>,
): string {
  if (format === 'json') return `${JSON.stringify(evaluation, null, 2)}\n`;
  if (format === 'csv') {
    return toCsv([[...columns], ...rows().map((row) => columns.map((column) => String(row[column] ?? '')))]);
  }
  return table().split('\n').map(printable).join('\n');
}

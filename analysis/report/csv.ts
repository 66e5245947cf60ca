import { stringify } from 'csv-stringify/sync';
import type { Cell, Column } from './column.js';
import { COLUMNS, type Level } from './columns.js';
import type { ResultRows } from './rows.js';

/**
 * `raw` is RFC 4180: UTF-8 without a mark, records end with CRLF, every value as it is. `excel`
 * begins with a byte order mark and makes text safe: a cell that would be read as a formula
 * begins with an apostrophe, and what exceeds Excel's limit for a cell is cut.
 */
export type CsvVariant = 'raw' | 'excel';

const BYTE_ORDER_MARK = '\uFEFF';

/** First characters that make a spreadsheet read a text as a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Characters that a cell of Excel holds. */
const EXCEL_CELL_LIMIT = 32_767;

const HALF_PAIR_AT_END = /[\uD800-\uDBFF]$/;

/** What joins the items of a list; inside an item it is written as a comma. */
const LIST_SEPARATOR = ';';

/** The header of a level as the first line of a file. */
export function csvHeader(level: Level, variant: CsvVariant = 'raw'): string {
  const mark = variant === 'excel' ? BYTE_ORDER_MARK : '';
  return mark + toCsv([COLUMNS[level].map(({ name }) => name)]);
}

/** The rows of results at a level, without header; empty where there is no row. */
export function csvRows(rows: ResultRows, level: Level, variant: CsvVariant = 'raw'): string {
  switch (level) {
    case 'articles':
      return csvLines(COLUMNS.articles, rows.articles, variant);
    case 'paragraphs':
      return csvLines(COLUMNS.paragraphs, rows.paragraphs, variant);
    case 'voices':
      return csvLines(COLUMNS.voices, rows.voices, variant);
    case 'evidence':
      return csvLines(COLUMNS.evidence, rows.evidence, variant);
  }
}

/** A whole table with its header: rows of any kind, by the columns that describe them. */
export function csvTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  variant: CsvVariant = 'raw',
): string {
  const mark = variant === 'excel' ? BYTE_ORDER_MARK : '';
  return mark + toCsv([columns.map(({ name }) => name)]) + csvLines(columns, rows, variant);
}

/** The rows of any table, without header. */
export function csvLines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  variant: CsvVariant,
): string {
  return toCsv(rows.map((row) => columns.map((column) => toText(column, column.value(row), variant))));
}

/** A whole file of cells that are text already, the header first. */
export function textTable(lines: readonly (readonly string[])[], variant: CsvVariant = 'raw'): string {
  return (variant === 'excel' ? BYTE_ORDER_MARK : '') + textLines(lines, variant);
}

/** More lines of a file of cells that are text already. */
export function textLines(lines: readonly (readonly string[])[], variant: CsvVariant = 'raw'): string {
  return toCsv(variant === 'excel' ? lines.map((line) => line.map(excelText)) : lines);
}

/** A single one ends a record for most readers, but not for csv-stringify, which quotes only CRLF. */
const LINE_BREAK = /[\r\n]/;

/** RFC 4180 lines of cells that are text already. */
export function toCsv(cells: readonly (readonly string[])[]): string {
  if (cells.length === 0) return '';
  return stringify([...cells] as string[][], { record_delimiter: 'windows', quoted_match: LINE_BREAK });
}

function toText({ type }: Pick<Column<never>, 'type'>, cell: Cell, variant: CsvVariant): string {
  const text = cellText(cell);
  const isText = type === 'text' || type === 'list' || type === 'category';
  return variant === 'excel' && isText ? excelText(text) : text;
}

/** How a value is written: missing as nothing, logical values as R and Excel write them. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? cell : cell.map(listItem).join(LIST_SEPARATOR);
}

function listItem(item: string): string {
  return item.replaceAll(LIST_SEPARATOR, ',');
}

/** A text that Excel, LibreOffice and Sheets show and never run. */
export function excelText(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  if (safe.length <= EXCEL_CELL_LIMIT) return safe;
  return `${safe.slice(0, EXCEL_CELL_LIMIT - 1).replace(HALF_PAIR_AT_END, '')}…`;
}

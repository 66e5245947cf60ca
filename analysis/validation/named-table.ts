import { InputError } from '../article/index.js';
import { printable } from '../report/index.js';
import { readDelimited, type TableRow } from './delimited.js';

/** A file of a table as it came. */
export interface TableFile {
  /** As a person would name it. */
  readonly file: string;
  readonly text: string;
}

/** A table whose cells are found by the names in its header. */
export interface NamedTable {
  readonly file: string;
  readonly rows: readonly TableRow[];
  has(column: string): boolean;
  /** The text of a cell without white space at its ends; empty where there is none. */
  cell(row: TableRow, column: string): string;
}

/**
 * Reads a table with its header, whose names may be in any case.
 * @throws InputError `bad-table` that names the file, for an unclosed quotation mark or no header.
 */
export function readTable({ file, text }: TableFile): NamedTable {
  const [header, ...rows] = inFile(file, () => readDelimited(text));
  if (!header) throw new InputError('bad-table', `${file} is empty`, 'Name a filled-in coding sheet.');
  const places = new Map(header.cells.map((name, at) => [name.trim().toLowerCase(), at]));
  return {
    file,
    rows,
    has: (column) => places.has(column),
    cell: (row, column) => (row.cells[places.get(column) ?? -1] ?? '').trim(),
  };
}

function inFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, `${file}: ${error.message}`, error.hint);
  }
}

/** A fault in a cell: names the file, the row as spreadsheets count and the column. */
export function cellFault(
  { file, row, column }: { readonly file: string; readonly row: TableRow; readonly column: string },
  problem: string,
  hint: string,
): InputError {
  return new InputError('bad-sheet', `${file}, row ${row.number}, column ${column}: ${problem}`, hint);
}

/** Characters of a cell that an error quotes. */
const QUOTED_LENGTH = 40;

/** The beginning of a cell, for an error. */
export function quoted(cell: string): string {
  return printable(JSON.stringify(cell.length > QUOTED_LENGTH ? `${cell.slice(0, QUOTED_LENGTH)}…` : cell));
}

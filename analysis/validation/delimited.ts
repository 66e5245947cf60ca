import { CsvError, type Info, parse } from 'csv-parse/sync';
import { InputError } from '../article/index.js';

/** A record of a table: its cells, and its number as spreadsheets count, the header being 1. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What may stand between cells; which it is, the header shows. */
const DELIMITERS = [',', ';', '\t'] as const;

const LINE_ENDS = ['\r\n', '\n', '\r'];

/** Rows that are read: more than any sheet has, and few enough that nobody waits for a broken file. */
const MOST_ROWS = 100_000;
/** Characters of a row: a paragraph of a million with its two neighbors fits. */
const LONGEST_ROW = 4_000_000;

/**
 * The records of a table as spreadsheets save it: RFC 4180 with commas, semicolons or tabs, with or
 * without byte order mark, with any line ends. Records without any text are left out.
 * @throws InputError `bad-table` where a quotation mark is never closed, or it is larger than any sheet.
 */
export function readDelimited(text: string): TableRow[] {
  const rows = recordsOf(text).map(({ record, info }) => ({
    number: info.records + info.empty_lines,
    cells: record,
  }));
  if (rows.length > MOST_ROWS) throw unreadable(`It has more than ${MOST_ROWS.toLocaleString('en')} rows`);
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

interface CsvRecord {
  readonly record: string[];
  readonly info: Pick<Info, 'records' | 'empty_lines'>;
}

function recordsOf(text: string): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      to: MOST_ROWS + 1,
      max_record_size: LONGEST_ROW,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error.records) + Number(error.empty_lines) + 1;
    throw unreadable(
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? `Row ${row} is longer than any row of a sheet`
        : `Row ${row}: a quotation mark is opened and never closed`,
    );
  }
}

/** The delimiter that the first line has most of; a comma where it has none. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/u, 1);
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function unreadable(problem: string): InputError {
  return new InputError('bad-table', problem, 'Open the file in a spreadsheet and save it as CSV again.');
}

import type { Column } from './column.js';
import { encodingProblem } from './encoding.js';
import type { Columns } from './lexicon.js';
import { type CorpusProblem, shown } from './problem.js';

/** A row of any family: its term, and in some families a part of speech, make it unique. */
export interface Row {
  readonly term: string;
  readonly pos?: string;
}

/** A lexicon as read: the sound rows in file order, and what is wrong with the others. */
export interface Table<Entry> {
  readonly rows: readonly Entry[];
  /** Keys of entries of an earlier folder that are taken out, as `keyOf` writes them. */
  readonly switchedOff: readonly string[];
  readonly problems: readonly CorpusProblem[];
  /** Whether the rows stand in the order of {@link byKey}. */
  readonly ordered: boolean;
}

/** A column with the values it has given: most cells repeat a few dozen spellings. */
interface Reader {
  readonly name: string;
  readonly column: Column<unknown>;
  readonly seen: Map<string, unknown>;
}

type Report = (line: number, problem: string, allowed: string) => void;

/** Before a term: the entry of an earlier folder is taken out, nothing stands in its place. */
export const OFF_MARK = '#- ';

/**
 * Reads a lexicon: tab-separated UTF-8, a header that names the columns in order, then a row a
 * line; empty lines and lines that begin with "# " are skipped. A key may stand once. A line
 * `#- term` (with its part of speech where the family has one) takes out the entry of an earlier folder.
 */
export function parseTable<Entry extends Row>(
  text: string,
  columns: Columns<Entry>,
  file: string,
): Table<Entry> {
  const encoding = encodingProblem(text, file);
  if (encoding) return { rows: [], switchedOff: [], problems: [encoding], ordered: true };
  const readers = readersOf(columns);
  const lines = plainText(text).split('\n');
  const problems: CorpusProblem[] = [];
  const report: Report = (line, problem, allowed) => problems.push({ file, line, problem, allowed });
  const header = readers.map((reader) => reader.name).join('\t');
  if (lines[0] !== header) {
    report(1, `the header is ${shown(lines[0] ?? '')}`, `the column names ${shown(header)}`);
    return { rows: [], switchedOff: [], problems, ordered: true };
  }
  const rows: Entry[] = [];
  const switchedOff: string[] = [];
  const lineOfRow: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '' || line.startsWith('# ')) continue;
    if (line.startsWith(OFF_MARK)) {
      const key = readSwitchedOff(line.slice(OFF_MARK.length), index + 1, readers, report);
      if (key !== null) switchedOff.push(key);
      continue;
    }
    const row = readRow(line, index + 1, readers, report);
    if (row === null) continue;
    rows.push(row as Entry);
    lineOfRow.push(index + 1);
  }
  const ordered = isStrictlyOrdered(rows);
  const distinct = ordered ? rows : withoutDoubles(rows, lineOfRow, report);
  return { rows: distinct, switchedOff, problems, ordered: ordered && switchedOff.length === 0 };
}

/** The key of an entry to take out; a spreadsheet may have filled the line up with empty cells. */
function readSwitchedOff(line: string, lineNumber: number, readers: readonly Reader[], report: Report) {
  const cells = line.split('\t');
  const keys = readers.filter(({ name }) => name === 'term' || name === 'pos');
  const sound =
    keys.every((reader, index) => readCell(reader, cells[index] ?? '') !== undefined) &&
    cells.slice(keys.length).every((cell) => cell === '');
  if (sound) return cells.slice(0, keys.length).join('\t');
  const names = keys.map(({ name }) => name).join(' and ');
  report(lineNumber, `the entry to take out is ${shown(line)}`, `"${OFF_MARK}" and its ${names}`);
  return null;
}

/** A text without byte order mark and carriage returns: what a file says, however it was saved. */
export function plainText(text: string): string {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return bare.includes('\r') ? bare.replaceAll('\r\n', '\n') : bare;
}

/** What makes a row unique within its family. */
export function keyOf(row: Row): string {
  return row.pos === undefined ? row.term : `${row.term}\t${row.pos}`;
}

/** Order of rows: by term, then part of speech, both by code unit. */
export function byKey(a: Row, b: Row): number {
  return compare(a.term, b.term) || compare(a.pos ?? '', b.pos ?? '');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function readersOf(columns: object): readonly Reader[] {
  return Object.entries(columns).map(([name, column]: [string, Column<unknown>]) => ({
    name,
    column,
    seen: new Map<string, unknown>(),
  }));
}

/** A frozen row, or null after a report for each cell that is not allowed. */
function readRow(line: string, lineNumber: number, readers: readonly Reader[], report: Report): unknown {
  const cells = line.split('\t');
  if (cells.length !== readers.length) {
    const names = readers.map((reader) => reader.name).join(', ');
    report(
      lineNumber,
      `the row has ${cells.length} columns`,
      `${readers.length} columns divided by tabs: ${names}`,
    );
    return null;
  }
  const row: Record<string, unknown> = {};
  let sound = true;
  for (let index = 0; index < cells.length; index++) {
    const [reader, cell] = [readers[index], cells[index]];
    if (reader === undefined || cell === undefined) continue;
    const value = readCell(reader, cell);
    if (value === undefined) {
      report(lineNumber, `${reader.name} is ${shown(cell)}`, reader.column.allowed);
      sound = false;
    }
    row[reader.name] = value;
  }
  return sound ? Object.freeze(row) : null;
}

function readCell(reader: Reader, cell: string): unknown {
  const known = reader.seen.get(cell);
  if (known !== undefined) return known;
  const value = reader.column.read(cell);
  reader.seen.set(cell, value);
  return value;
}

/** Our own files are ordered, so that doubles are found without a look-up per row. */
function isStrictlyOrdered(rows: readonly Row[]): boolean {
  let before: Row | undefined;
  for (const row of rows) {
    if (before !== undefined && byKey(before, row) >= 0) return false;
    before = row;
  }
  return true;
}

function withoutDoubles<Entry extends Row>(
  rows: readonly Entry[],
  lineOfRow: readonly number[],
  report: Report,
): readonly Entry[] {
  const lineOfKey = new Map<string, number>();
  return rows.filter((row, index) => {
    const line = lineOfRow[index] ?? 0;
    const earlier = lineOfKey.get(keyOf(row));
    if (earlier === undefined) {
      lineOfKey.set(keyOf(row), line);
      return true;
    }
    const allowed = 'each term once, or once per part of speech where there is a column pos';
    report(line, `${shown(row.term)} stands already in line ${earlier}`, allowed);
    return false;
  });
}

import type { Column } from './column.js';
import type { Columns } from './lexicon.js';
import { type CorpusProblem, shown } from './problem.js';

/** A table as read: the rows that are sound, and what is wrong with the others. */
export interface Table<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly CorpusProblem[];
}

/** A column with its name and the values already read: most cells repeat a few dozen spellings. */
interface Reader {
  readonly name: string;
  readonly column: Column<unknown>;
  readonly seen: Map<string, unknown>;
}

/**
 * Reads a lexicon: tab-separated, UTF-8, a header that names the columns in order, then one row a
 * line; empty lines and lines that begin with `#` are skipped. A key (term and, where the family
 * has it, part of speech) may stand once.
 */
export function parseTable<Row extends { readonly term: string }>(
  text: string,
  columns: Columns<Row>,
  file: string,
): Table<Row> {
  const readers = readersOf(columns);
  const lines = linesOf(text);
  const problems: CorpusProblem[] = [];
  const header = readers.map((reader) => reader.name).join('\t');
  if (lines[0] !== header) {
    return {
      rows: [],
      problems: [
        {
          file,
          line: 1,
          problem: `the header is ${shown(lines[0] ?? '')}`,
          allowed: `the column names ${shown(header)}`,
        },
      ],
    };
  }
  const rows: Row[] = [];
  const lineOfKey = new Map<string, number>();
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '' || line.startsWith('#')) continue;
    const row = readRow(line, readers, (problem, allowed) =>
      problems.push({ file, line: index + 1, problem, allowed }),
    ) as Row | null;
    if (row === null) continue;
    const key = keyOf(row);
    const earlier = lineOfKey.get(key);
    if (earlier === undefined) {
      lineOfKey.set(key, index + 1);
      rows.push(row);
    } else
      problems.push({
        file,
        line: index + 1,
        problem: `${shown(row.term)} stands already in line ${earlier}`,
        allowed: 'each term once (once per part of speech where there is a column pos)',
      });
  }
  return { rows, problems };
}

/** Lines without byte order mark and carriage returns. */
export function linesOf(text: string): string[] {
  return (text.startsWith('\uFEFF') ? text.slice(1) : text).split(/\r?\n/);
}

/** What makes a row unique within its family. */
export function keyOf(row: { readonly term: string; readonly pos?: string }): string {
  return row.pos === undefined ? row.term : `${row.term}\t${row.pos}`;
}

/** Order of rows: by term, then part of speech, by code unit. */
export function byKey(a: { readonly term: string }, b: { readonly term: string }): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function readersOf(columns: object): readonly Reader[] {
  return Object.entries(columns).map(([name, column]: [string, Column<unknown>]) => ({
    name,
    column,
    seen: new Map<string, unknown>(),
  }));
}

type Report = (problem: string, allowed: string) => void;

/** A frozen row, or null after a report where any cell is not allowed. */
function readRow(line: string, readers: readonly Reader[], report: Report): unknown {
  const cells = line.split('\t');
  if (cells.length !== readers.length) {
    report(
      `the row has ${cells.length} columns`,
      `${readers.length} columns, divided by tabs: ${readers.map((reader) => reader.name).join(', ')}`,
    );
    return null;
  }
  const row: Record<string, unknown> = {};
  let sound = true;
  for (let index = 0; index < readers.length; index++) {
    const reader = readers[index];
    if (reader === undefined) continue;
    const cell = cells[index] ?? '';
    const value = readCell(reader, cell);
    if (value === undefined) {
      report(`${reader.name} is ${shown(cell)}`, reader.column.allowed);
      sound = false;
    } else row[reader.name] = value;
  }
  return sound ? Object.freeze(row) : null;
}

function readCell(reader: Reader, cell: string): unknown {
  if (reader.seen.has(cell)) return reader.seen.get(cell);
  const value = reader.column.read(cell);
  reader.seen.set(cell, value);
  return value;
}

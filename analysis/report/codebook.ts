import type { Column, ColumnType } from './column.js';
import { CORRECTION_COLUMNS } from './columns/corrections.js';
import { COLUMNS, LEVELS, type Level } from './columns.js';
import { toCsv } from './csv.js';

/** One line of the codebook: what a column of a table holds. */
export interface CodebookEntry {
  readonly table: string;
  readonly column: string;
  readonly type: ColumnType;
  readonly description: string;
  readonly values: string;
}

/** A table of the CSV files: its name, what a row stands for, and what its columns hold. */
export interface Table {
  readonly name: string;
  readonly note: string;
  readonly columns: readonly Omit<Column<never>, 'value'>[];
}

const TABLE_NOTES: Readonly<Record<Level, string>> = {
  articles: 'One row for each article and target.',
  paragraphs: 'One row for each paragraph, deck, subheading and headline, and target.',
  voices: 'One row for each voice in each paragraph, and target.',
  evidence: 'One row for each stretch of words that moves a score.',
};

/** The tables of the library and of a report, from the columns that also write the files. */
export const TABLES: readonly Table[] = [
  ...LEVELS.map((level) => ({ name: level, note: TABLE_NOTES[level], columns: COLUMNS[level] })),
  {
    name: 'corrections',
    note: 'One row for each correction by hand, also those that were taken back.',
    columns: CORRECTION_COLUMNS,
  },
];

/** Every column of every table. */
export function codebook(tables: readonly Table[] = TABLES): CodebookEntry[] {
  return tables.flatMap(({ name: table, columns }) =>
    columns.map(({ name, type, description, values }) => ({
      table,
      column: name,
      type,
      description,
      values,
    })),
  );
}

/** The codebook as a CSV file with header. */
export function codebookCsv(tables: readonly Table[] = TABLES): string {
  const rows = codebook(tables).map((entry) => [
    entry.table,
    entry.column,
    entry.type,
    entry.description,
    entry.values,
  ]);
  return toCsv([['table', 'column', 'type', 'description', 'values'], ...rows]);
}

/** The codebook as a page in Markdown: what docs/reference/columns.md holds. */
export function codebookMarkdown(tables: readonly Table[] = TABLES): string {
  const sections = tables.flatMap(({ name: table, note, columns }) => [
    `## ${table}`,
    '',
    note,
    '',
    '| column | type | what it holds | values |',
    '|---|---|---|---|',
    ...columns.map(
      ({ name, type, description, values }) =>
        `| \`${name}\` | ${type} | ${escaped(description)} | ${escaped(values)} |`,
    ),
    '',
  ]);
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `# Columns of the CSV files

This page is written by \`npm run docs\` from the table of columns; do not edit it by hand.

- One header line, then one row a line; UTF-8; values with commas, quotation marks or line breaks
  stand in quotation marks (RFC 4180, lines end with CRLF).
- A missing value is empty. Decimals have a point, dates are ISO 8601, logical values TRUE and FALSE.
- Lists are joined by \`;\` (a semicolon inside an item is written as a comma).
- Offsets count from 0 and are half-open: \`end\` is the first character after. \`start\` and \`end\`
  count UTF-16 code units, \`start_cp\` and \`end_cp\` code points: in R
  \`substr(text, start_cp + 1, end_cp)\`, in Python \`text[start_cp:end_cp]\`.
- The variant for Excel begins with a byte order mark; texts that a spreadsheet would run as a formula
  begin with an apostrophe, and texts over 32,767 characters are cut. Use the raw variant for R and Python.
- Tables join by \`article_id\`, \`target\` and \`run_id\`; paragraphs, voices and evidence also by \`paragraph\`.

`;

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}

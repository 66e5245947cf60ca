import { InputError, LABELS, type Label } from '../article/index.js';
import type { Field } from '../evaluate/index.js';
import type { TableRow } from './delimited.js';
import { cellFault, type NamedTable, quoted, readTable, type TableFile } from './named-table.js';
import type { Key } from './read-key.js';
import { textHash } from './text-hash.js';

/** What a coder wrote in a row; at least one of its parts is given. */
export interface Coding {
  readonly itemId: string;
  /** The coder's name as written. */
  readonly coder: string;
  /** Of the paragraph as a whole. */
  readonly label: Label | null;
  /** Of what the author says in the author's own voice. */
  readonly authorLabel: Label | null;
  /** Empty where there is none. */
  readonly note: string;
  /** Where it stands, for an error: as spreadsheets count. */
  readonly row: number;
}

/** A coding sheet as it came back. */
export interface FilledSheet {
  readonly file: string;
  /** Rows of the sheet, coded or not. */
  readonly items: number;
  readonly codings: readonly Coding[];
}

/** The label of a field in a row. */
export function labelIn({ label, authorLabel }: Coding, field: Field): Label | null {
  return field === 'unit' ? label : authorLabel;
}

/** The columns that hold the labels of the fields. */
const LABEL_COLUMNS = { unit: 'label', author: 'author_label' } as const satisfies Record<Field, string>;

/** Characters of a note that are kept: no coder writes more, a broken file may. */
const LONGEST_NOTE = 2000;

/** Whether the beginning of a file is that of a coding sheet or its key. */
export function isSheet(start: string): boolean {
  const [header = ''] = start.split(/[\r\n]/u, 1);
  return header.split(/[,;\t]/u).some((name) => name.replace(/["\uFEFF]/gu, '').trim() === 'item_id');
}

/**
 * Reads a filled-in coding sheet and checks it against the key of its sample. Rows in which nothing
 * was written are not coded. The coder is who the column `coder` names; a row without a name belongs to the only
 * coder whom the sheet names, or to the name of the file where it names none.
 * @throws InputError `bad-sheet` that names file, row and column of what cannot be used.
 */
export function readSheet(source: TableFile, key: Key): FilledSheet {
  const { sheet, faults } = inspectSheet(source, key);
  const [first] = faults;
  if (!first) return sheet;
  const others = faults.length - FAULTS_NAMED;
  const named = faults.slice(0, FAULTS_NAMED).map(({ message }) => message);
  const rest = others > 0 ? [`and ${others} more`] : [];
  throw new InputError(first.code, [...named, ...rest].join('\n'), first.hint);
}

/** Faults of one sheet that an error names: enough to see what went wrong. */
const FAULTS_NAMED = 10;

/** A sheet, and what of it cannot be used: with any fault, it is not to be taken in. */
export interface InspectedSheet {
  readonly sheet: FilledSheet;
  readonly faults: readonly InputError[];
}

/**
 * The same, with every fault of its rows at once.
 * @throws InputError `bad-sheet` for a file that is no sheet of this sample
 */
export function inspectSheet(source: TableFile, key: Key): InspectedSheet {
  const table = readTable(source);
  requireColumns(table);
  requireSameSample(table, key);
  const names = new Set(table.rows.map((row) => table.cell(row, 'coder')).filter((name) => name !== ''));
  const faults: InputError[] = [];
  const codings = table.rows.flatMap((row) => {
    try {
      return codingOf(table, row, key, names) ?? [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(error);
      return [];
    }
  });
  return { sheet: { file: table.file, items: table.rows.length, codings }, faults };
}

/** What was written in a row; null where nothing was. */
function codingOf(table: NamedTable, row: TableRow, key: Key, names: ReadonlySet<string>): Coding | null {
  checkRow(table, row, key);
  const label = labelOf(table, row, LABEL_COLUMNS.unit);
  const authorLabel = labelOf(table, row, LABEL_COLUMNS.author);
  const note = table.cell(row, 'note').slice(0, LONGEST_NOTE);
  if (label === null && authorLabel === null && note === '') return null;
  const itemId = table.cell(row, 'item_id');
  return { itemId, coder: coderOf(table, row, names), row: row.number, label, authorLabel, note };
}

function requireColumns(table: NamedTable): void {
  const missing = ['item_id', 'text', LABEL_COLUMNS.unit].find((name) => !table.has(name));
  if (missing === undefined) return;
  throw new InputError(
    'bad-sheet',
    table.has('machine_label')
      ? `${table.file} is a key, no coding sheet`
      : `${table.file} is no coding sheet: it has no column ${missing}`,
    'Name sheets that `standpoint sample` wrote and a coder filled in, with their columns as they were.',
  );
}

function requireSameSample(table: NamedTable, key: Key): void {
  if (table.rows.length === 0 || table.rows.some((row) => key.has(table.cell(row, 'item_id')))) return;
  throw new InputError(
    'bad-sheet',
    `${table.file} belongs to another sample: none of its items is in the key`,
    'Give --key the file that was written together with this sheet.',
  );
}

function checkRow(table: NamedTable, row: TableRow, key: Key): void {
  const { file } = table;
  const itemId = table.cell(row, 'item_id');
  const item = key.get(itemId);
  if (!item) {
    throw cellFault(
      { file, row, column: 'item_id' },
      `${quoted(itemId)} is not in the key`,
      'Write the name as it was, or take the row out.',
    );
  }
  if (textHash(table.cell(row, 'text')) === item.textHash) return;
  throw cellFault(
    { file, row, column: 'text' },
    'the text is not the one that was drawn',
    'Put the text of the first sheet back; was the file saved as other than UTF-8, save it as “CSV UTF-8”.',
  );
}

/** A coder who writes British English is right, too. */
const OTHER_SPELLINGS: Readonly<Record<string, Label>> = { sceptical: 'skeptical' };

function labelOf(table: NamedTable, row: TableRow, column: string): Label | null {
  const given = table.cell(row, column);
  if (given === '') return null;
  const written = given.toLowerCase();
  const label = OTHER_SPELLINGS[written] ?? LABELS.find((known) => known === written);
  if (label) return label;
  throw cellFault(
    { file: table.file, row, column },
    `${quoted(given)} is no label`,
    `Write one of ${LABELS.join(', ')}, or leave it empty.`,
  );
}

function coderOf(table: NamedTable, row: TableRow, names: ReadonlySet<string>): string {
  const own = table.cell(row, 'coder');
  if (own !== '') return own;
  const [only, ...others] = names;
  if (others.length === 0) return only ?? nameOf(table.file);
  throw cellFault(
    { file: table.file, row, column: 'coder' },
    'a label without a coder in a sheet of several',
    'Write in each row who coded it.',
  );
}

/** `sheet-anna` from `returned/sheet-anna.csv`. */
function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/u, '').replace(/\.[^.]+$/u, '');
}

/**
 * Refuses a sheet in which nobody gave a label of these fields.
 * @throws InputError `empty-sheet`
 */
export function requireLabels({ file, codings }: FilledSheet, fields: readonly Field[]): void {
  if (codings.some((coding) => fields.some((field) => labelIn(coding, field) !== null))) return;
  throw new InputError(
    'empty-sheet',
    `${file} has nothing in the column ${fields.map((field) => LABEL_COLUMNS[field]).join(' or ')}`,
    'Fill in at least some of its rows, or leave the sheet out.',
  );
}

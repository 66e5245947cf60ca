import { InputError, LABELS, type Label } from '../article/index.js';
import type { MachineCoding } from './candidate.js';
import type { TableRow } from './delimited.js';
import { cellFault, type NamedTable, quoted, readTable, type TableFile } from './named-table.js';

/** What the key says of an item. */
export interface KeyItem {
  readonly itemId: string;
  readonly articleId: string;
  readonly runId: string;
  readonly ordinal: number;
  readonly stratum: string;
  /** Paragraphs of its stratum in the population. */
  readonly population: number;
  readonly textHash: string;
  readonly machine: MachineCoding;
}

/** The items of a key by name, in its order. */
export type Key = ReadonlyMap<string, KeyItem>;

const REQUIRED = [
  'item_id',
  'article_id',
  'run_id',
  'ordinal',
  'stratum',
  'population',
  'text_hash',
  'machine_label',
  'machine_score',
  'machine_confidence',
  'machine_author_label',
  'machine_author_score',
] as const;

type KeyColumn = (typeof REQUIRED)[number];

const AS_WRITTEN = 'Use the key as `standpoint sample` wrote it.';

/**
 * Reads the key of a sample, as written or as a spreadsheet saved it (decimal commas too).
 * @throws InputError `bad-key` for another file, `bad-sheet` for a cell that cannot be used.
 */
export function readKey(source: TableFile): Key {
  const table = readTable(source);
  requireColumns(table);
  const items = table.rows.map((row) => keyItem(table, row));
  if (items.length === 0) throw new InputError('bad-key', `${table.file} holds no item`, AS_WRITTEN);
  return new Map(items.map((item) => [item.itemId, item]));
}

function requireColumns(table: NamedTable): void {
  const missing = REQUIRED.find((column) => !table.has(column));
  if (missing === undefined) return;
  throw new InputError(
    'bad-key',
    `${table.file} is no key: it has no column ${missing}`,
    'Give --key the file that `standpoint sample` wrote beside the sheet; its name ends in .key.csv.',
  );
}

function keyItem(table: NamedTable, row: TableRow): KeyItem {
  const text = (column: KeyColumn) => table.cell(row, column).replace(/^'/u, '');
  const number = (column: KeyColumn) => numberOf(text(column), { file: table.file, row, column });
  const score = (column: KeyColumn) => (text(column) === '' ? null : number(column));
  const label = (column: KeyColumn) => labelIn(text(column), { file: table.file, row, column });
  return {
    itemId: text('item_id'),
    articleId: text('article_id'),
    runId: text('run_id'),
    ordinal: number('ordinal'),
    stratum: text('stratum'),
    population: number('population'),
    textHash: text('text_hash'),
    machine: {
      label: label('machine_label'),
      score: score('machine_score'),
      confidence: number('machine_confidence'),
      authorLabel: label('machine_author_label'),
      authorScore: score('machine_author_score'),
    },
  };
}

type Cell = Parameters<typeof cellFault>[0];

function numberOf(text: string, cell: Cell): number {
  const number = Number(text.replace(',', '.'));
  if (text !== '' && Number.isFinite(number)) return number;
  throw cellFault(cell, `${quoted(text)} is no number`, AS_WRITTEN);
}

function labelIn(text: string, cell: Cell): Label {
  const label = LABELS.find((known) => known === text.toLowerCase());
  if (label) return label;
  throw cellFault(cell, `${quoted(text)} is no label`, AS_WRITTEN);
}

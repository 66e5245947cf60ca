import { LABELS } from '../article/index.js';
import { type Column, csvTable } from '../report/index.js';
import type { Candidate } from './candidate.js';

/** What of a drawn paragraph stands on a sheet. */
export type SheetItem = Pick<
  Candidate,
  'itemId' | 'title' | 'outlet' | 'published' | 'target' | 'before' | 'text' | 'after'
>;

/** What a coder reads, in the order of the sheet. */
const READ_COLUMNS: readonly Column<SheetItem>[] = [
  {
    name: 'item_id',
    type: 'text',
    description: 'Name of the paragraph in this sample.',
    values: 'letters and digits, unique in the sheet; not to be changed',
    value: ({ itemId }) => itemId,
  },
  {
    name: 'title',
    type: 'text',
    description: 'Headline of the article.',
    values: 'text, empty where there is none',
    value: ({ title }) => title,
  },
  {
    name: 'outlet',
    type: 'text',
    description: 'Who published the article.',
    values: 'text; empty in a blind sheet',
    value: ({ outlet }) => outlet,
  },
  {
    name: 'published',
    type: 'date',
    description: 'When the article was published.',
    values: 'ISO 8601; empty in a blind sheet',
    value: ({ published }) => published,
  },
  {
    name: 'target',
    type: 'text',
    description: 'Toward whom or what the paragraph is coded.',
    values: 'text',
    value: ({ target }) => target,
  },
  {
    name: 'before',
    type: 'text',
    description: 'The paragraph before, to know who “he” or “the effort” is; it is not coded.',
    values: 'text, empty for the first paragraph',
    value: ({ before }) => before,
  },
  {
    name: 'text',
    type: 'text',
    description: 'The paragraph to code.',
    values: 'text; not to be changed',
    value: ({ text }) => text,
  },
  {
    name: 'after',
    type: 'text',
    description: 'The paragraph after; it is not coded.',
    values: 'text, empty for the last paragraph',
    value: ({ after }) => after,
  },
];

/** Columns whose values may tell a coder what to expect. */
const HIDDEN_WHEN_BLIND: readonly string[] = ['outlet', 'published'];

/** What a coder fills in. */
const EMPTY_COLUMNS: readonly Column<SheetItem>[] = [
  {
    name: 'label',
    type: 'category',
    description: 'How the paragraph as a whole stands to the target, for the coder to fill in.',
    values: LABELS.join(', '),
    value: () => null,
  },
  {
    name: 'author_label',
    type: 'category',
    description: 'What the author says in the author’s own voice; to be filled in where it is asked for.',
    values: LABELS.join(', '),
    value: () => null,
  },
  {
    name: 'note',
    type: 'text',
    description: 'What the coder wants to say, such as why there is no label.',
    values: 'text, at most 2,000 characters are kept',
    value: () => null,
  },
  {
    name: 'coder',
    type: 'text',
    description: 'Who coded the row; one name anywhere in the sheet is enough.',
    values: 'text; empty in all rows: the name of the file',
    value: () => null,
  },
];

/** The columns of a coding sheet. */
export const SHEET_COLUMNS: readonly Column<SheetItem>[] = [...READ_COLUMNS, ...EMPTY_COLUMNS];

/** How a sheet is written. */
export interface SheetOptions {
  /** Whether outlet and date are left empty. */
  readonly isBlind: boolean;
  /** The coder that the sheet is for: written in its first row, which is enough for all. */
  readonly coder?: string | undefined;
}

/**
 * The coding sheet: a row a paragraph, with nothing the program says of it. It begins with a byte
 * order mark and its texts run nowhere as formulas.
 */
export function codingSheet(items: readonly SheetItem[], { isBlind, coder }: SheetOptions): string {
  const [first] = items;
  const columns = SHEET_COLUMNS.map((column): Column<SheetItem> => {
    if (isBlind && HIDDEN_WHEN_BLIND.includes(column.name)) return { ...column, value: () => null };
    if (column.name !== 'coder') return column;
    return { ...column, value: (item) => (item === first ? (coder ?? null) : null) };
  });
  return csvTable(columns, items, 'excel');
}

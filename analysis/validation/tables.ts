import type { Table } from '../report/index.js';
import { CODING_COLUMNS } from './coded-paragraphs.js';
import { KEY_COLUMNS } from './key.js';
import { SHEET_COLUMNS } from './sheet.js';
import { VALIDATION_COLUMNS } from './validation-rows.js';

/** The tables of a validation, for the codebook of columns. */
export const VALIDATION_TABLES: readonly Table[] = [
  {
    name: 'coding sheet',
    note: 'One row for each drawn paragraph, for a coder to fill in.',
    columns: SHEET_COLUMNS,
  },
  {
    name: 'key of a sample',
    note: 'One row for each drawn paragraph: where it is from and what the program says. Not for coders.',
    columns: KEY_COLUMNS,
  },
  { name: 'validation', note: 'One row for each figure of filled-in sheets.', columns: VALIDATION_COLUMNS },
  {
    name: 'codings of a sample',
    note: 'One row for each coding of each paragraph, beside what the program says.',
    columns: CODING_COLUMNS,
  },
];

import { z } from 'zod';
import { describeProblem } from '../../analysis/resources/index.js';
import type { Context } from '../context.js';
import { checkRows, type FamilyName, familyColumns, headerOf } from '../corpus/index.js';
import { storableText } from '../store/index.js';
import { NOTE, SEEN } from './form-fields.js';
import { PARAMETERS } from './parameters.js';

const LONGEST_CELL = 1000;
export const cell = z.string().max(LONGEST_CELL).optional();
const KEY = z
  .string()
  .max(LONGEST_CELL)
  .default('')
  .meta({ description: 'Term, and after a tab the part of speech where the lexicon has one' });

/** Columns of all families: which of them a form has depends on the family. */
export const ENTRY_FIELDS = z
  .object({
    key: KEY,
    seen: SEEN,
    reason: NOTE,
    target: PARAMETERS.target,
    article: PARAMETERS.outlet.meta({ description: 'Article that the draft is tried on' }),
    find: PARAMETERS.search,
    term: cell.meta({ description: 'The word or phrase; the other columns of the lexicon by their names' }),
  })
  .catchall(cell);

/** What the form of an entry sends. */
export type EntryFields = z.output<typeof ENTRY_FIELDS>;

/** The entry that the fields write, and what is wrong with it. */
export function draftEntry({ resources }: Context, family: FamilyName, fields: EntryFields) {
  const cells = familyColumns(family).map(({ name }) => tidy(fields[name as keyof EntryFields]));
  const { own: drafted, problems } = checkRows(
    family,
    `${headerOf(family)}\n${cells.join('\t')}\n`,
    resources,
  );
  const found = problems.map((problem) => describeProblem({ ...problem, file: '', line: null }).slice(2));
  const isEmpty = found.length === 0 && drafted.rows.size === 0;
  return { drafted, problems: isEmpty ? ['A term begins with a letter or digit, not with “#”.'] : found };
}

function tidy(value: unknown): string {
  return storableText(typeof value === 'string' ? value : '')
    .replace(/[\s\p{Cc}\uFFFD]+/gu, ' ')
    .trim();
}

import { type RawBuilder, sql } from 'kysely';
import { InputError } from '../../analysis/article/index.js';
import { day, type LibraryQuery, STANDING_SCORE } from './library-filter.js';

/** What the list can be sorted by. */
export type SortName = 'date' | 'title' | 'outlet' | 'score' | 'confidence' | 'related' | 'added';
export type Direction = 'asc' | 'desc';

/** An order of the list; articles without the value come last in both directions. */
export interface Sort {
  readonly by: SortName;
  readonly direction: Direction;
}

interface SortRule {
  /** The direction that a reader expects at first. */
  readonly first: Direction;
  readonly value: RawBuilder<unknown>;
  readonly type: 'date' | 'text' | 'number';
}

/** Characters of a title or name that order it: an address carries them from page to page. */
const SORTED_LENGTH = 100;

/** The columns of the list that it can be sorted by, in their order. */
export const SORTS: Readonly<Record<SortName, SortRule>> = {
  date: { first: 'desc', value: sql`a.published`, type: 'date' },
  title: { first: 'asc', value: sql.raw(`left(lower(a.title), ${SORTED_LENGTH})`), type: 'text' },
  outlet: { first: 'asc', value: sql.raw(`left(lower(a.outlet), ${SORTED_LENGTH})`), type: 'text' },
  score: { first: 'desc', value: STANDING_SCORE, type: 'number' },
  confidence: { first: 'asc', value: sql`s.confidence`, type: 'number' },
  related: { first: 'desc', value: sql`s.related`, type: 'number' },
  added: { first: 'desc', value: sql`a.key`, type: 'number' },
};

/** The names of the sorts, in their order. */
export const SORT_NAMES = Object.keys(SORTS) as SortName[];

export const DEFAULT_SORT: Sort = { by: 'date', direction: SORTS.date.first };

/** What a row is sorted by, with its key: two rows never share both. */
export interface SortPlace {
  readonly value: string | number | null;
  readonly key: number;
}

/** The query in this order, from the place on that the cursor names. */
export function sorted(query: LibraryQuery, sort: Sort, cursor: string | undefined) {
  const { value } = SORTS[sort.by];
  const direction = sql.raw(sort.direction);
  const from = cursor === undefined ? query : query.where(isAfter(sort, placeOf(sort, cursor)));
  return from
    .orderBy(sql`${value} ${direction} nulls last`)
    .orderBy('a.key', sort.direction)
    .select(sql<string | number | null>`${value}`.as('sort_value'))
    .select('a.key as article');
}

function isAfter({ by, direction }: Sort, { value, key }: SortPlace): RawBuilder<boolean> {
  const { value: column, type } = SORTS[by];
  const after = sql.raw(direction === 'asc' ? '>' : '<');
  if (value === null) return sql`(${column} is null and a.key ${after} ${key}::integer)`;
  const given = sql`${value}::${sql.raw(TYPES[type])}`;
  return sql`(${column} ${after} ${given} or ${column} is null
    or (${column} = ${given} and a.key ${after} ${key}::integer))`;
}

const TYPES: Readonly<Record<SortRule['type'], string>> = {
  date: 'date',
  text: 'text',
  number: 'double precision',
};

/** A place as a part of an address. */
export function toCursor(place: SortPlace): string {
  return Buffer.from(JSON.stringify([place.value, place.key])).toString('base64url');
}

/** @throws InputError `bad-cursor` where the address was cut or made by hand. */
function placeOf({ by }: Sort, cursor: string): SortPlace {
  const [value, key] = decoded(cursor);
  const fits = value === null || FITS[SORTS[by].type](value);
  if (fits && Number.isInteger(key) && Number(key) > 0 && Number(key) < 2 ** 31) {
    return { value, key: Number(key) } as SortPlace;
  }
  throw new InputError(
    'bad-cursor',
    'The address of this page of the list is damaged',
    'Start from the library.',
  );
}

const FITS: Readonly<Record<SortRule['type'], (value: unknown) => boolean>> = {
  date: (value) => typeof value === 'string' && Boolean(day(value)),
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  number: (value) => typeof value === 'number',
};

function decoded(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

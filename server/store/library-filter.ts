import { type Kysely, sql } from 'kysely';
import { InputError, type Label } from '../../analysis/article/index.js';
import { storableText } from './originals.js';
import type { Database } from './schema.js';

/** Which articles are meant, and towards which target they are shown. */
export interface LibraryFilter {
  /** Slug of the target, or its `custom-…` name. */
  readonly target: string;
  /** A run to show instead of the newest of each article. */
  readonly run?: string | undefined;
  /** Id of a study. */
  readonly study?: string | undefined;
  readonly outlet?: string | undefined;
  /** Country of the outlet. */
  readonly country?: string | undefined;
  /** First and last day of publication, `YYYY-MM-DD`; articles without a date lie in no range. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Label of the article as a whole, as it stands after correction. */
  readonly label?: Label | undefined;
  /** Slug of a dimension that some paragraph is about. */
  readonly dimension?: string | undefined;
  /** Id of somebody who is quoted, or a part of a name. */
  readonly speaker?: string | undefined;
  /** Words as in a search engine: `"exact words"`, `or`, `-without`; never a pattern. */
  readonly search?: string | undefined;
  /** Only these articles. */
  readonly ids?: readonly string[] | undefined;
}

/** The articles of the library that fit, each with its stance towards the target where it has one. */
export function libraryQuery(db: Kysely<Database>, filter: LibraryFilter) {
  const { target, run, study, outlet, country, from, to, label, dimension, speaker, search, ids } = filter;
  return db
    .selectFrom('articles as a')
    .leftJoin('targets as t', (join) => join.on('t.ref', '=', target))
    .leftJoin('runs as wanted', (join) => join.on('wanted.id', '=', run ?? null))
    .leftJoin('article_stances as s', (join) => {
      const ofArticle = join.onRef('s.article_key', '=', 'a.key').onRef('s.target_key', '=', 't.key');
      return run === undefined
        ? ofArticle.on('s.is_current', '=', true)
        : ofArticle.onRef('s.run_key', '=', 'wanted.key');
    })
    .leftJoin('runs as r', 'r.key', 's.run_key')
    .where('a.deleted_at', 'is', null)
    .$if(study !== undefined, (query) => query.where(inStudy(study ?? '')))
    .$if(outlet !== undefined, (query) => query.where('a.outlet', '=', outlet ?? ''))
    .$if(country !== undefined, (query) => query.where(fromCountry(country ?? '')))
    .$if(from !== undefined, (query) => query.where('a.published', '>=', day(from)))
    .$if(to !== undefined, (query) => query.where('a.published', '<=', day(to)))
    .$if(label !== undefined, (query) => query.where(STANDING_LABEL, '=', label ?? 'unrelated'))
    .$if(dimension !== undefined, (query) => query.where(sql<boolean>`s.dimensions @> ${[dimension]}`))
    .$if(speaker !== undefined, (query) => query.where(quotes(speaker ?? '')))
    .$if(search !== undefined && search.trim() !== '', (query) => query.where(matches(search ?? '')))
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`a.id = any(${[...(ids ?? [])]}::text[])`));
}

export type LibraryQuery = ReturnType<typeof libraryQuery>;

/** Label and score of an article as they stand after correction. */
export const STANDING_LABEL = sql<Label>`coalesce(s.corrected_label, s.label)`;
export const STANDING_SCORE = sql<
  number | null
>`case when s.corrected_label is null then s.score else s.corrected_score end`;

function inStudy(id: string) {
  return sql<boolean>`a.key in (
    select sa.article_key from study_articles sa join studies st on st.key = sa.study_key
    where st.id = ${id} and st.deleted_at is null
  )`;
}

function fromCountry(country: string) {
  return sql<boolean>`a.outlet in (select name from outlets where country = ${country})`;
}

/** An id means one speaker; other words are looked for in names, as they are, in capitals or not. */
function quotes(given: string) {
  const speaker = storableText(given);
  return sql<boolean>`case when exists (select from speakers where id = ${speaker})
    then s.speakers @> ${[speaker]}
    else s.key in (
      select q.key from article_stances q cross join unnest(q.speakers) as said
      where said in (select id from speakers where position(lower(${speaker}) in lower(name)) > 0)
    ) end`;
}

/** Whether an article holds the words of a search. */
export function matches(search: string) {
  return sql<boolean>`a.search @@ websearch_to_tsquery('english', ${storableText(search)})`;
}

/**
 * A day as the database takes it.
 * @throws InputError `bad-date`
 */
export function day(value: string | undefined): string {
  if (value !== undefined && isDay(value)) return value;
  throw new InputError(
    'bad-date',
    `"${value}" is not a day`,
    'Write days as YYYY-MM-DD, such as 2014-12-03.',
  );
}

function isDay(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(Number.NaN);
  // The 30th of February becomes a day of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

import { type Kysely, sql } from 'kysely';
import { type ArticleStance, type Basis, InputError, type Label } from '../../analysis/article/index.js';
import { loadResultsByKey, type StoredResult } from './load-results.js';
import type { Store } from './open.js';
import { toArticleStance } from './result-values.js';
import type { Database } from './schema.js';

/** Which articles are meant, and towards which target they are shown. */
export interface LibraryFilter {
  /** Slug of the target, or its `custom-…` name. */
  readonly target: string;
  /** A run to show instead of the newest of each article. */
  readonly run?: string | undefined;
  readonly outlet?: string | undefined;
  /** First and last day of publication, `YYYY-MM-DD`; articles without a date lie in no range. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Label of the article as a whole. */
  readonly label?: Label | undefined;
  /** Words as in a search engine: `"exact words"`, `or`, `-without`; never a pattern. */
  readonly search?: string | undefined;
  /** Only these articles. */
  readonly ids?: readonly string[] | undefined;
}

/** One article in the list. */
export interface LibraryRow {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly outletBasis: Basis;
  readonly published: string | null;
  readonly publishedBasis: Basis;
  readonly byline: string | null;
  readonly language: string;
  readonly file: string;
  readonly addedAt: Date;
  /** Null where the article was not scored towards the target. */
  readonly stance: ArticleStance | null;
  /** Why nothing was scored although a run went over it, or null. */
  readonly notScored: string | null;
  readonly runId: string | null;
}

export interface LibraryPage {
  /** Newest first by day of publication; those without a date at the end. */
  readonly rows: readonly LibraryRow[];
  /** What to pass as `after` for the following rows; null at the end. */
  readonly next: string | null;
  /** Articles that fit the filter, on all pages. */
  readonly total: number;
}

const DEFAULT_PAGE_SIZE = 50;
const MOST_ON_A_PAGE = 500;
/** Results loaded at once while streaming: some megabytes. */
const EXPORT_BATCH = 100;

/** One page of the library. */
export async function listArticles(
  store: Store,
  filter: LibraryFilter,
  page: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<LibraryPage> {
  const limit = Math.min(page.limit ?? DEFAULT_PAGE_SIZE, MOST_ON_A_PAGE);
  const query = libraryQuery(store.db, filter);
  const found = await afterCursor(query, page.after)
    .orderBy('a.sort_date', 'desc')
    .orderBy('a.key', 'desc')
    .limit(limit + 1)
    .select(['a.id', 'a.title', 'a.outlet', 'a.outlet_basis', 'a.published', 'a.published_basis', 'a.byline'])
    .select([
      'a.language',
      'a.source_file',
      'a.created_at',
      'a.sort_date',
      'a.key as article',
      's.key as stance',
    ])
    .select('r.id as run_id')
    .execute();
  const rows = found.slice(0, limit);
  const stances = await stancesByKey(
    store.db,
    rows.flatMap(({ stance }) => stance ?? []),
  );
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => {
      const stance = row.stance === null ? undefined : stances.get(row.stance);
      return {
        id: row.id,
        title: row.title,
        outlet: row.outlet,
        outletBasis: row.outlet_basis,
        published: row.published,
        publishedBasis: row.published_basis,
        byline: row.byline,
        language: row.language,
        file: row.source_file,
        addedAt: row.created_at,
        stance: stance ? toArticleStance(stance) : null,
        notScored: stance?.not_scored ?? null,
        runId: row.run_id,
      };
    }),
    next: last && found.length > limit ? `${last.sort_date}_${last.article}` : null,
    total: await countArticles(store, filter),
  };
}

/** How many articles fit the filter. */
export async function countArticles(store: Store, filter: LibraryFilter): Promise<number> {
  const { count } = await libraryQuery(store.db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Outlets of the library with their number of articles, by name. */
export async function listOutlets(store: Store): Promise<{ outlet: string; articles: number }[]> {
  const rows = await store.db
    .selectFrom('articles')
    .where('outlet', 'is not', null)
    .groupBy('outlet')
    .select((eb) => ['outlet', eb.fn.countAll<number>().as('articles')])
    .orderBy('outlet')
    .execute();
  return rows.map(({ outlet, articles }) => ({ outlet: outlet ?? '', articles }));
}

/**
 * Every result that fits the filter, in the order of the list, loaded in batches: for exports of
 * any size. Articles that were not scored towards the target are left out.
 */
export async function* streamResults(store: Store, filter: LibraryFilter): AsyncGenerator<StoredResult> {
  let after: string | undefined;
  do {
    const keys = await afterCursor(libraryQuery(store.db, filter), after)
      .where('s.key', 'is not', null)
      .orderBy('a.sort_date', 'desc')
      .orderBy('a.key', 'desc')
      .limit(EXPORT_BATCH)
      .select(['s.key as stance', 'a.sort_date', 'a.key as article'])
      .execute();
    yield* await loadResultsByKey(
      store,
      keys.flatMap(({ stance }) => stance ?? []),
    );
    const last = keys.at(-1);
    after = last && keys.length === EXPORT_BATCH ? `${last.sort_date}_${last.article}` : undefined;
  } while (after !== undefined);
}

/** The ids of the articles that fit the filter and were not scored towards its target. */
export async function listUnscored(store: Store, filter: LibraryFilter): Promise<string[]> {
  const rows = await libraryQuery(store.db, filter).where('s.key', 'is', null).select('a.id').execute();
  return rows.map(({ id }) => id);
}

function libraryQuery(db: Kysely<Database>, filter: LibraryFilter) {
  const { target, run, outlet, from, to, label, search, ids } = filter;
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
    .$if(outlet !== undefined, (query) => query.where('a.outlet', '=', outlet ?? ''))
    .$if(from !== undefined, (query) => query.where('a.published', '>=', day(from)))
    .$if(to !== undefined, (query) => query.where('a.published', '<=', day(to)))
    .$if(label !== undefined, (query) => query.where('s.label', '=', label ?? 'unrelated'))
    .$if(search !== undefined && search.trim() !== '', (query) => query.where(matches(search ?? '')))
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`a.id = any(${[...(ids ?? [])]}::text[])`));
}

/** NUL cannot be sent to PostgreSQL, and means nothing in a search. */
function matches(search: string) {
  return sql<boolean>`a.search @@ websearch_to_tsquery('english', ${search.replaceAll('\0', ' ')})`;
}

function day(value: string | undefined): string {
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

type LibraryQuery = ReturnType<typeof libraryQuery>;

function afterCursor(query: LibraryQuery, cursor: string | undefined): LibraryQuery {
  if (cursor === undefined) return query;
  const [, date, key] = /^(\d{4}-\d{2}-\d{2})_(\d{1,9})$/u.exec(cursor) ?? [];
  if (date === undefined || key === undefined) {
    throw new InputError(
      'bad-cursor',
      'The address of this page of the list is damaged',
      'Start from the library.',
    );
  }
  return query.where(sql<boolean>`(a.sort_date, a.key) < (${day(date)}::date, ${Number(key)}::integer)`);
}

async function stancesByKey(db: Kysely<Database>, keys: readonly number[]) {
  if (keys.length === 0) return new Map<number, never>();
  const rows = await db.selectFrom('article_stances').where('key', 'in', keys).selectAll().execute();
  return new Map(rows.map((row) => [row.key, row]));
}

import type { Kysely } from 'kysely';
import type { ArticleStance, Basis } from '../../analysis/article/index.js';
import { type SpeechCounts, speechCounts } from './library-bars.js';
import { type LibraryFilter, libraryQuery } from './library-filter.js';
import { DEFAULT_SORT, type Sort, sorted, toCursor } from './library-sorts.js';
import { loadResultsByKey, type StoredResult } from './load-results.js';
import type { Store } from './open.js';
import { toArticleStance } from './result-values.js';
import { groupRows } from './rows.js';
import type { Database } from './schema.js';

/** One article in the list. */
export interface LibraryRow {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly outletBasis: Basis;
  /** Country of the outlet, where it is known. */
  readonly country: string | null;
  readonly published: string | null;
  readonly publishedBasis: Basis;
  readonly byline: string | null;
  readonly language: string;
  readonly file: string;
  readonly addedAt: Date;
  /** Null where the article was not scored towards the target. */
  readonly stance: ArticleStance | null;
  /** What stands after labels were corrected by hand; null where none was. */
  readonly correctedStance: ArticleStance | null;
  /** Labels of the author and of quoted voices over the paragraphs; null like `stance`. */
  readonly speech: SpeechCounts | null;
  /** Why nothing was scored although a run went over it, or null. */
  readonly notScored: string | null;
  readonly runId: string | null;
  readonly studies: readonly { readonly id: string; readonly name: string }[];
}

export interface LibraryPage {
  readonly rows: readonly LibraryRow[];
  /** What to pass as `after` for the following rows; null at the end. */
  readonly next: string | null;
  /** Articles that fit the filter, on all pages. */
  readonly total: number;
}

/** Where a page of the list begins, how long it is and in which order. */
export interface PageOfList {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  readonly sort?: Sort | undefined;
}

const DEFAULT_PAGE_SIZE = 50;
const MOST_ON_A_PAGE = 500;
/** Results loaded at once while streaming: some megabytes. */
const EXPORT_BATCH = 100;

/** One page of the library; by default the newest by day of publication come first. */
export async function listArticles(
  store: Store,
  filter: LibraryFilter,
  page: PageOfList = {},
): Promise<LibraryPage> {
  const limit = Math.min(page.limit ?? DEFAULT_PAGE_SIZE, MOST_ON_A_PAGE);
  const [found, total] = await Promise.all([
    rowsOfPage(store, filter, page, limit + 1),
    countArticles(store, filter),
  ]);
  const rows = found.slice(0, limit);
  const extras = await extrasOf(store.db, rows);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => toLibraryRow(row, extras)),
    next: last && found.length > limit ? toCursor({ value: last.sort_value, key: last.article }) : null,
    total,
  };
}

async function rowsOfPage(store: Store, filter: LibraryFilter, page: PageOfList, limit: number) {
  return await sorted(libraryQuery(store.db, filter), page.sort ?? DEFAULT_SORT, page.after)
    .leftJoin('outlets as o', 'o.name', 'a.outlet')
    .limit(limit)
    .select(['a.id', 'a.title', 'a.outlet', 'a.outlet_basis', 'a.published', 'a.published_basis', 'a.byline'])
    .select(['a.language', 'a.source_file', 'a.created_at', 's.key as stance', 'o.country'])
    .select('r.id as run_id')
    .execute();
}

type Row = Awaited<ReturnType<typeof rowsOfPage>>[number];

/** What stands beside the rows of a page, asked for all of them at once. */
async function extrasOf(db: Kysely<Database>, rows: readonly Row[]) {
  const stanceKeys = rows.flatMap(({ stance }) => stance ?? []);
  const [stances, speech, studies] = await Promise.all([
    stancesByKey(db, stanceKeys),
    speechCounts(db, stanceKeys),
    studiesByArticle(
      db,
      rows.map(({ article }) => article),
    ),
  ]);
  return { stances, speech, studies };
}

type Extras = Awaited<ReturnType<typeof extrasOf>>;

function toLibraryRow(row: Row, { stances, speech, studies }: Extras): LibraryRow {
  const stance = row.stance === null ? undefined : stances.get(row.stance);
  return {
    id: row.id,
    title: row.title,
    outlet: row.outlet,
    outletBasis: row.outlet_basis,
    country: row.country,
    published: row.published,
    publishedBasis: row.published_basis,
    byline: row.byline,
    language: row.language,
    file: row.source_file,
    addedAt: row.created_at,
    stance: stance ? toArticleStance(stance) : null,
    correctedStance: stance?.corrected ?? null,
    speech: (stance && speech.get(stance.key)) ?? null,
    notScored: stance?.not_scored ?? null,
    runId: row.run_id,
    studies: (studies.get(row.article) ?? []).map(({ id, name }) => ({ id, name })),
  };
}

/** How many articles fit the filter. */
export async function countArticles(store: Store, filter: LibraryFilter): Promise<number> {
  const { count } = await libraryQuery(store.db, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Every result that fits the filter, in the order of the list, loaded in batches: for exports of
 * any size. Articles that were not scored towards the target are left out.
 */
export async function* streamResults(
  store: Store,
  filter: LibraryFilter,
  sort: Sort = DEFAULT_SORT,
): AsyncGenerator<StoredResult> {
  let after: string | undefined;
  do {
    const keys = await sorted(libraryQuery(store.db, filter), sort, after)
      .where('s.key', 'is not', null)
      .limit(EXPORT_BATCH)
      .select('s.key as stance')
      .execute();
    yield* await loadResultsByKey(
      store,
      keys.flatMap(({ stance }) => stance ?? []),
    );
    const last = keys.at(-1);
    const isFull = keys.length === EXPORT_BATCH;
    after = last && isFull ? toCursor({ value: last.sort_value, key: last.article }) : undefined;
  } while (after !== undefined);
}

/** The ids of all articles that fit the filter. */
export async function listArticleIds(store: Store, filter: LibraryFilter): Promise<string[]> {
  const rows = await libraryQuery(store.db, filter).orderBy('a.key').select('a.id').execute();
  return rows.map(({ id }) => id);
}

/** The ids of the articles that fit the filter and were not scored towards its target. */
export async function listUnscored(store: Store, filter: LibraryFilter): Promise<string[]> {
  const rows = await libraryQuery(store.db, filter).where('s.key', 'is', null).select('a.id').execute();
  return rows.map(({ id }) => id);
}

async function stancesByKey(db: Kysely<Database>, keys: readonly number[]) {
  if (keys.length === 0) return new Map<number, never>();
  const rows = await db.selectFrom('article_stances').where('key', 'in', keys).selectAll().execute();
  return new Map(rows.map((row) => [row.key, row]));
}

async function studiesByArticle(db: Kysely<Database>, articleKeys: readonly number[]) {
  if (articleKeys.length === 0) return new Map<number, never>();
  const rows = await db
    .selectFrom('study_articles as sa')
    .innerJoin('studies as st', 'st.key', 'sa.study_key')
    .where('sa.article_key', 'in', articleKeys)
    .where('st.deleted_at', 'is', null)
    .orderBy('st.name')
    .select(['sa.article_key', 'st.id', 'st.name'])
    .execute();
  return groupRows(rows, (row) => row.article_key);
}

import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Article, Reading, Span, TargetRef, TextUnit } from '../../analysis/article/index.js';
import type { Store } from './open.js';
import { groupRows, insertRows } from './rows.js';
import type { ArticlesTable, Database, UnitsTable } from './schema.js';

/** An article of the library, with what its source asked for. */
export interface StoredArticle {
  /** As it stands now, after corrections. */
  readonly article: Article;
  /** As it was read; the same object where nothing was corrected. */
  readonly asRead: Article;
  readonly givenTargets: readonly TargetRef[];
  readonly givenMentions: readonly Span[] | null;
  readonly addedAt: Date;
}

/** The file and position that an article came from. */
export interface Origin {
  readonly fileKey: number;
  readonly position: number;
}

/** A row of articles on behalf of one reading. */
interface KeptArticle {
  readonly key: number;
  /** Whether the library had it, from another file or another place in the same one. */
  readonly duplicate: boolean;
  /** Whether offsets into the text that was read are true of the text that the library shows. */
  readonly sameText: boolean;
}

/** What is to be kept: an article and where it came from. */
interface Arrival {
  readonly reading: Reading;
  readonly origin: Origin | null;
}

/**
 * Keeps the articles that the library does not have. All their rows are locked until the
 * transaction ends, in one order for everybody, so that imports wait for each other and never in a circle.
 */
export async function keepArticles(
  tx: Kysely<Database>,
  arrivals: readonly Arrival[],
): Promise<KeptArticle[]> {
  if (arrivals.length === 0) return [];
  const first = new Map<string, Arrival>();
  for (const arrival of arrivals) {
    const { id } = arrival.reading.article;
    if (!first.has(id)) first.set(id, arrival);
  }
  const made = await insertArticles(tx, first);
  const known = await lockKnown(
    tx,
    [...first.keys()].filter((id) => !made.has(id)),
  );
  const units = await loadUnits(
    tx,
    [...known.values()].map(({ key }) => key),
  );
  return arrivals.map((arrival) => {
    const { article } = arrival.reading;
    const key = made.get(article.id);
    if (key !== undefined) return { key, ...fromThisBatch(arrival, first.get(article.id)) };
    const row = known.get(article.id);
    if (!row) throw new Error('an article was neither kept nor found');
    const sameText =
      row.text_hash === article.textHash && haveSameSpans(units.get(row.key) ?? [], article.units);
    return { key: row.key, duplicate: !isFrom(row, arrival.origin), sameText };
  });
}

async function insertArticles(
  tx: Kysely<Database>,
  arrivals: ReadonlyMap<string, Arrival>,
): Promise<Map<string, number>> {
  const inOrder = [...arrivals].sort(([a], [b]) => (a < b ? -1 : 1));
  const made = await tx
    .insertInto('articles')
    .values(inOrder.map(([, { reading, origin }]) => articleRow(reading, origin)))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['id', 'key'])
    .execute();
  const rows = made.flatMap(({ id, key }) => unitRows(key, arrivals.get(id)?.reading.article.units ?? []));
  await insertRows(tx, 'units', rows);
  return new Map(made.map(({ id, key }) => [id, key]));
}

interface KnownRow {
  readonly key: number;
  readonly text_hash: string;
  readonly origin_file_key: number | null;
  readonly origin_position: number | null;
}

async function lockKnown(tx: Kysely<Database>, ids: readonly string[]): Promise<Map<string, KnownRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('articles')
    .where('id', 'in', ids)
    .orderBy('id')
    .select(['id', 'key', 'text_hash', 'origin_file_key', 'origin_position'])
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function fromThisBatch(arrival: Arrival, first: Arrival | undefined) {
  const sameText =
    first !== undefined && haveSameSpans(first.reading.article.units, arrival.reading.article.units);
  return { duplicate: arrival !== first, sameText };
}

/** An import that resumes after a crash meets its own articles again. */
function isFrom(row: KnownRow, origin: Origin | null): boolean {
  return origin !== null && row.origin_file_key === origin.fileKey && row.origin_position === origin.position;
}

/** A correction may have changed the units, and the same text may have been given in other paragraphs. */
function haveSameSpans(stored: readonly Span[], read: readonly Span[]): boolean {
  return (
    stored.length === read.length &&
    stored.every(({ start, end }, index) => start === read[index]?.start && end === read[index]?.end)
  );
}

/** Puts a corrected article in the place of the one of the same id. */
export async function replaceArticle(
  tx: Kysely<Database>,
  key: number,
  article: Article,
  asRead: Article | null,
) {
  await tx
    .updateTable('articles')
    .set({ ...textRow(article), as_read: asRead && JSON.stringify(asRead) })
    .where('key', '=', key)
    .execute();
  await tx.deleteFrom('units').where('article_key', '=', key).execute();
  await insertRows(tx, 'units', unitRows(key, article.units));
}

/** The article with this id, or null. */
export async function loadArticle(store: Store, id: string): Promise<StoredArticle | null> {
  const [stored] = await loadArticles(store, [id]);
  return stored ?? null;
}

/** The articles with these ids that exist, in the order of the ids. */
export async function loadArticles(store: Store, ids: readonly string[]): Promise<StoredArticle[]> {
  if (ids.length === 0) return [];
  const rows = await store.db.selectFrom('articles').where('id', 'in', ids).selectAll().execute();
  const keys = rows.map(({ key }) => key);
  const units = await loadUnits(store.db, keys);
  const byId = new Map(rows.map((row) => [row.id, storedArticle(row, units.get(row.key) ?? [])]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Units of several articles, by article, in order. */
export async function loadUnits(
  db: Kysely<Database>,
  articleKeys: readonly number[],
): Promise<Map<number, TextUnit[]>> {
  if (articleKeys.length === 0) return new Map();
  const rows = await db
    .selectFrom('units')
    .where('article_key', 'in', articleKeys)
    .orderBy('article_key')
    .orderBy('ordinal')
    .selectAll()
    .execute();
  const groups = groupRows(rows, (row) => row.article_key);
  return new Map([...groups].map(([key, group]) => [key, group.map(toUnit)]));
}

/** Other articles with the same text, such as a wire report in another outlet. */
export async function findCopies(
  store: Store,
  id: string,
): Promise<{ id: string; title: string | null; outlet: string | null }[]> {
  return await store.db
    .selectFrom('articles as a')
    .innerJoin('articles as copy', 'copy.text_hash', 'a.text_hash')
    .where('a.id', '=', id)
    .whereRef('copy.key', '<>', 'a.key')
    .orderBy('copy.key')
    .select(['copy.id', 'copy.title', 'copy.outlet'])
    .execute();
}

/** Removes an article with everything said of it; false where there is none of this id. */
export async function deleteArticle(store: Store, id: string): Promise<boolean> {
  const { numDeletedRows } = await store.db.deleteFrom('articles').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

function articleRow(
  { article, targets, mentions }: Reading,
  origin: Origin | null,
): Insertable<ArticlesTable> {
  return {
    id: article.id,
    ...textRow(article),
    given_targets: JSON.stringify(targets),
    given_mentions: mentions && JSON.stringify(mentions),
    origin_file_key: origin?.fileKey ?? null,
    origin_position: origin?.position ?? null,
  };
}

/** Everything of an article but its id, which names it in the library through all corrections. */
function textRow(article: Article) {
  return {
    text_hash: article.textHash,
    record_id: article.recordId,
    source_file: article.source.file,
    source_index: article.source.index,
    title: article.title,
    title_basis: article.titleBasis,
    outlet: article.outlet,
    outlet_basis: article.outletBasis,
    published: article.published,
    published_basis: article.publishedBasis,
    published_candidates: [...article.publishedCandidates],
    dateline: article.dateline && JSON.stringify(article.dateline),
    byline: article.byline,
    language: article.language,
    url: article.url,
    keywords: [...article.keywords],
    text: article.text,
    dropped: JSON.stringify(article.dropped),
  };
}

function unitRows(articleKey: number, units: readonly TextUnit[]): Insertable<UnitsTable>[] {
  return units.map(({ ordinal, role, start, end }) => ({
    article_key: articleKey,
    ordinal,
    role,
    start_offset: start,
    end_offset: end,
  }));
}

function toUnit(row: Selectable<UnitsTable>): TextUnit {
  return { ordinal: row.ordinal, role: row.role, start: row.start_offset, end: row.end_offset };
}

function storedArticle(row: Selectable<ArticlesTable>, units: readonly TextUnit[]): StoredArticle {
  const article = toArticle(row, units);
  return {
    article,
    asRead: row.as_read ?? article,
    givenTargets: row.given_targets,
    givenMentions: row.given_mentions,
    addedAt: row.created_at,
  };
}

/** Columns of an article's row that make the article. */
export type ArticleColumns = Omit<
  Selectable<ArticlesTable>,
  | 'key'
  | 'as_read'
  | 'given_targets'
  | 'given_mentions'
  | 'origin_file_key'
  | 'origin_position'
  | 'created_at'
  | 'sort_date'
  | 'search'
>;

/** An article from its row and units. */
export function toArticle(row: ArticleColumns, units: readonly TextUnit[]): Article {
  return {
    id: row.id,
    textHash: row.text_hash,
    recordId: row.record_id,
    source: { file: row.source_file, index: row.source_index },
    title: row.title,
    titleBasis: row.title_basis,
    outlet: row.outlet,
    outletBasis: row.outlet_basis,
    published: row.published,
    publishedBasis: row.published_basis,
    publishedCandidates: row.published_candidates,
    dateline: row.dateline,
    byline: row.byline,
    language: row.language,
    url: row.url,
    keywords: row.keywords,
    text: row.text,
    units,
    dropped: row.dropped,
  };
}

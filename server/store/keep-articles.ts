import { type Kysely, sql } from 'kysely';
import type { Article, Reading, Span } from '../../analysis/article/index.js';
import { articleRow, type Origin, textRow, unitRows } from './article-rows.js';
import { loadUnits } from './articles.js';
import { insertRows } from './rows.js';
import type { Database } from './schema.js';

/** A row of articles on behalf of one reading. */
interface KeptArticle {
  readonly key: number;
  /** Whether the library had it, from another file or another place in the same one. */
  readonly duplicate: boolean;
  /** Whether it had been deleted, and is back. */
  readonly restored: boolean;
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
  await bringBack(tx, known);
  const units = await loadUnits(
    tx,
    [...known.values()].map(({ key }) => key),
  );
  return arrivals.map((arrival) => {
    const { article } = arrival.reading;
    const key = made.get(article.id);
    if (key !== undefined) return { key, restored: false, ...fromThisBatch(arrival, first.get(article.id)) };
    const row = known.get(article.id);
    if (!row) throw new Error('an article was neither kept nor found');
    // Where a person corrected its words or voices, the article as it was read tells other things.
    const sameText =
      !row.is_corrected &&
      row.text_hash === article.textHash &&
      haveSameSpans(units.get(row.key) ?? [], article.units);
    const restored = row.deleted_at !== null;
    return { key: row.key, duplicate: !isFrom(row, arrival.origin), restored, sameText };
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
  readonly is_corrected: boolean;
  readonly origin_file_key: number | null;
  readonly origin_position: number | null;
  readonly deleted_at: Date | null;
}

async function lockKnown(tx: Kysely<Database>, ids: readonly string[]): Promise<Map<string, KnownRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('articles')
    .where('id', 'in', ids)
    .orderBy('id')
    .select(['id', 'key', 'text_hash', 'origin_file_key', 'origin_position', 'deleted_at'])
    .select(sql<boolean>`as_read is not null`.as('is_corrected'))
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who imports an article again wants it, whatever was deleted before. */
async function bringBack(tx: Kysely<Database>, known: ReadonlyMap<string, KnownRow>): Promise<void> {
  const keys = [...known.values()].filter(({ deleted_at }) => deleted_at !== null).map(({ key }) => key);
  if (keys.length === 0) return;
  await tx
    .updateTable('articles')
    .set({ deleted_at: null, deleted_change: null })
    .where('key', 'in', keys)
    .execute();
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

/** The same text may have been given in other paragraphs. */
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

import { sql } from 'kysely';
import { InputError } from '../../analysis/article/index.js';
import { type KeptCorrection, toKept } from './corrections.js';
import type { Store } from './open.js';

/** A correction with the id of its article. */
export interface CorrectionOfArticle {
  readonly articleId: string;
  readonly correction: KeptCorrection;
}

/** Some corrections of the library, newest first. */
export interface CorrectionPage {
  readonly rows: readonly CorrectionOfArticle[];
  /** What to pass as `after` for the following rows; null at the end. */
  readonly next: string | null;
  readonly total: number;
}

/** Corrections that a page shows. */
const PAGE_SIZE = 100;
/** Corrections loaded at once while streaming. */
const EXPORT_BATCH = 500;

/** One page of the corrections of all articles, those that were taken back too. */
export async function listAllCorrections(
  store: Store,
  page: { readonly after?: string | undefined; readonly limit?: number },
): Promise<CorrectionPage> {
  const limit = page.limit ?? PAGE_SIZE;
  const before = keyOf(page.after);
  const query = store.db
    .selectFrom('corrections as c')
    .innerJoin('articles as a', 'a.key', 'c.article_key')
    .where('a.deleted_at', 'is', null);
  const found = await query
    .$if(before !== null, (rows) => rows.where('c.key', '<', before ?? 0))
    .orderBy('c.key', 'desc')
    .limit(limit + 1)
    .selectAll('c')
    .select('a.id as article_id')
    .execute();
  const { total } = await query.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => ({ articleId: row.article_id, correction: toKept(row) })),
    next: last && found.length > limit ? String(last.key) : null,
    total,
  };
}

/** All corrections of the library in batches, newest first: for exports of any size. */
export async function* streamCorrections(store: Store): AsyncGenerator<readonly CorrectionOfArticle[]> {
  let after: string | undefined;
  do {
    const { rows, next } = await listAllCorrections(store, { after, limit: EXPORT_BATCH });
    yield rows;
    after = next ?? undefined;
  } while (after !== undefined);
}

/** PostgreSQL's integers have at most ten digits; nine are enough for a key. */
function keyOf(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (/^\d{1,9}$/u.test(cursor)) return Number(cursor);
  throw new InputError(
    'bad-cursor',
    'The address of this page of the list is damaged',
    'Start from the first page of corrections.',
  );
}

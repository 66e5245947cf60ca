import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Article, Correction } from '../../analysis/article/index.js';
import { replaceArticle } from './keep-articles.js';
import { keepResults } from './keep-results.js';
import type { Store } from './open.js';
import { refreshCorrected } from './refresh-corrected.js';
import type { ScoredResult } from './results.js';
import type { Database } from './schema.js';

/** Characters of an id: 96 bits, so that no two are ever alike. */
const ID_BYTES = 12;

/** What becomes of an article whose data was corrected, or is as it was read again. */
export interface CorrectedData {
  /** The article after the change, under the same id. */
  readonly article: Article;
  /** The article as it was read; null when no correction of data holds any more. */
  readonly asRead: Article | null;
  /** New results where those before are no longer true of the words or of who speaks; null where they are. */
  readonly scored: readonly ScoredResult[] | null;
}

/** One change of an article's corrections: worked out before, kept in one step. */
export interface CorrectionChange {
  readonly articleId: string;
  /** The revision of the article that the change was worked out on. */
  readonly revision: number;
  /** Who makes the change, or null. */
  readonly coder: string | null;
  readonly reason: string;
  /** Corrections to make; `machine` is what stands there, in words. */
  readonly add: readonly { readonly correction: Correction; readonly machine: string | null }[];
  /** Ids of corrections to take back. */
  readonly revert: readonly string[];
  /** Null where only labels change. */
  readonly data: CorrectedData | null;
}

/** `outdated`: somebody else changed the article since the change was worked out. */
export type ChangeOutcome =
  | { readonly status: 'kept'; readonly revision: number; readonly ids: readonly string[] }
  | { readonly status: 'outdated' | 'unknown' };

/** Keeps a change with the article and the results that it leads to, all or nothing. */
export async function saveCorrections(store: Store, change: CorrectionChange): Promise<ChangeOutcome> {
  return await store.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('articles')
      .where('id', '=', change.articleId)
      .select(['key', 'revision'])
      .forUpdate()
      .executeTakeFirst();
    if (!row) return { status: 'unknown' };
    if (row.revision !== change.revision) return { status: 'outdated' };
    const revision = row.revision + 1;
    await tx.updateTable('articles').set({ revision }).where('key', '=', row.key).execute();
    await takeBack(tx, row.key, revision, change);
    const ids = await make(tx, row.key, revision, change);
    if (change.data) await keepData(tx, row.key, change.data);
    await refreshCorrected(tx, [row.key]);
    return { status: 'kept', revision, ids };
  });
}

async function takeBack(
  tx: Kysely<Database>,
  articleKey: number,
  revision: number,
  { revert, coder }: CorrectionChange,
): Promise<void> {
  if (revert.length === 0) return;
  await tx
    .updateTable('corrections')
    .set({ reverted_at: new Date(), reverted_by: coder, reverted_revision: revision })
    .where('article_key', '=', articleKey)
    .where('id', 'in', revert)
    .where('reverted_at', 'is', null)
    .execute();
}

async function make(
  tx: Kysely<Database>,
  articleKey: number,
  revision: number,
  { add, coder, reason }: CorrectionChange,
): Promise<string[]> {
  if (add.length === 0) return [];
  const rows = add.map(({ correction: { kind, ...detail }, machine }) => ({
    id: randomBytes(ID_BYTES).toString('base64url'),
    article_key: articleKey,
    kind,
    detail: JSON.stringify(detail),
    machine: JSON.stringify(machine),
    reason,
    coder,
    made_revision: revision,
  }));
  await tx.insertInto('corrections').values(rows).execute();
  return rows.map(({ id }) => id);
}

async function keepData(
  tx: Kysely<Database>,
  articleKey: number,
  { article, asRead, scored }: CorrectedData,
): Promise<void> {
  await replaceArticle(tx, articleKey, article, asRead);
  if (scored === null) return;
  // Earlier runs point into words that are no longer there, or name who no longer speaks.
  await tx.deleteFrom('article_stances').where('article_key', '=', articleKey).execute();
  await tx.deleteFrom('annotations').where('article_key', '=', articleKey).execute();
  await keepResults(
    tx,
    scored.map((one) => ({ ...one, articleKey })),
  );
}

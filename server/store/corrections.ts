import type { Kysely } from 'kysely';
import type { Article, Correction as ArticleCorrection } from '../../analysis/article/index.js';
import { replaceArticle } from './keep-articles.js';
import { keepResults } from './keep-results.js';
import type { Store } from './open.js';
import type { ScoredResult } from './results.js';
import { groupRows } from './rows.js';
import type { CorrectionKind, Database } from './schema.js';

/** Something a person changed in an article. */
export interface Correction {
  readonly key: number;
  readonly kind: CorrectionKind;
  /** For `restore-dropped`: `{ index }`, a position in `dropped` of the article as it was read. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  /** When it was taken back; null while it holds. */
  readonly revertedAt: Date | null;
}

/** The part of a correction that takes part in a result, and is hashed into its provenance. */
export type CorrectionContent = Pick<Correction, 'kind' | 'detail'>;

/** All corrections of an article, reverted ones too, in the order in which they were made. */
export async function listCorrections(store: Store, articleId: string): Promise<Correction[]> {
  const rows = await store.db
    .selectFrom('corrections as c')
    .innerJoin('articles as a', 'a.key', 'c.article_key')
    .where('a.id', '=', articleId)
    .orderBy('c.key')
    .selectAll('c')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    detail: row.detail,
    createdAt: row.created_at,
    revertedAt: row.reverted_at,
  }));
}

/** A row as the correction that it is. */
export function toCorrection({ kind, detail }: CorrectionContent): ArticleCorrection {
  return { kind, index: Number(detail.index) };
}

/** The corrections of an article that hold. */
export async function loadCorrections(store: Store, articleId: string): Promise<ArticleCorrection[]> {
  const all = await listCorrections(store, articleId);
  return all.filter(({ revertedAt }) => revertedAt === null).map(toCorrection);
}

/** The corrections that hold, by the key of their article. */
export async function holdingCorrections(
  db: Kysely<Database>,
  articleKeys: readonly number[],
): Promise<Map<number, ArticleCorrection[]>> {
  if (articleKeys.length === 0) return new Map();
  const rows = await db
    .selectFrom('corrections')
    .where('article_key', 'in', articleKeys)
    .where('reverted_at', 'is', null)
    .orderBy('key')
    .select(['article_key', 'kind', 'detail'])
    .execute();
  const groups = groupRows(rows, (row) => row.article_key);
  return new Map([...groups].map(([key, group]) => [key, group.map(toCorrection)]));
}

/** What a change of corrections does to an article: computed before, kept in one step. */
export interface CorrectedArticle {
  readonly articleId: string;
  readonly change: { readonly add: CorrectionContent } | { readonly revert: number };
  /** The article after the change, under the same id. */
  readonly article: Article;
  /** The article as it was read; null when no correction holds any more. */
  readonly asRead: Article | null;
  /** Results on the new text: those on the old one point into words that are no longer there. */
  readonly scored: readonly ScoredResult[];
}

/**
 * Keeps a correction (or its reversal) with the corrected article and its results, all or nothing.
 * False where the article is gone.
 */
export async function saveCorrection(store: Store, corrected: CorrectedArticle): Promise<boolean> {
  return await store.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('articles')
      .where('id', '=', corrected.articleId)
      .select('key')
      .forUpdate()
      .executeTakeFirst();
    if (!row) return false;
    await noteChange(tx, row.key, corrected.change);
    await tx.deleteFrom('article_stances').where('article_key', '=', row.key).execute();
    await tx.deleteFrom('annotations').where('article_key', '=', row.key).execute();
    await replaceArticle(tx, row.key, corrected.article, corrected.asRead);
    await keepResults(
      tx,
      corrected.scored.map((one) => ({ ...one, articleKey: row.key })),
    );
    return true;
  });
}

async function noteChange(
  tx: Kysely<Database>,
  articleKey: number,
  change: CorrectedArticle['change'],
): Promise<void> {
  if ('add' in change) {
    const { kind, detail } = change.add;
    await tx
      .insertInto('corrections')
      .values({ article_key: articleKey, kind, detail: JSON.stringify(detail) })
      .execute();
    return;
  }
  await tx
    .updateTable('corrections')
    .set({ reverted_at: new Date() })
    .where('key', '=', change.revert)
    .where('article_key', '=', articleKey)
    .execute();
}

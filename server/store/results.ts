import type { Kysely } from 'kysely';
import type { Reading, Result, Target } from '../../analysis/article/index.js';
import type { Origin } from './article-rows.js';
import { keepArticles } from './keep-articles.js';
import { keepResults } from './keep-results.js';
import type { Store } from './open.js';
import type { Database } from './schema.js';

/** A result with the definition of the target that it was scored towards. */
export interface ScoredResult {
  readonly target: Target;
  readonly result: Result;
}

/** An article with its results, as one piece of work leaves it. */
export interface Analysis {
  readonly reading: Reading;
  readonly scored: readonly ScoredResult[];
  /** Where the article came from; null for one that no import brought. */
  readonly origin: Origin | null;
}

/** What became of an article on its way into the library. */
export interface SavedArticle {
  /** Whether the library had it, from another file or another place in the same one. */
  readonly duplicate: boolean;
}

/**
 * Keeps articles with their results, all or nothing. An article that the library has is not kept
 * twice (`duplicate`); results of a run that it has are not replaced.
 */
export async function saveAnalyses(store: Store, analyses: readonly Analysis[]): Promise<SavedArticle[]> {
  return await store.db.transaction().execute(async (tx) => {
    const kept = await keepArticles(tx, analyses);
    const entries = analyses.flatMap(({ scored }, index) => {
      const article = kept[index];
      if (!article?.sameText) return [];
      return scored.map((one) => ({ ...one, articleKey: article.key }));
    });
    await keepResults(tx, entries);
    await noteOrigins(tx, analyses, kept);
    return kept.map(({ duplicate }) => ({ duplicate }));
  });
}

/** Notes which file of an import brought which article. */
async function noteOrigins(
  tx: Kysely<Database>,
  analyses: readonly Analysis[],
  kept: readonly { key: number; duplicate: boolean; restored: boolean }[],
): Promise<void> {
  const rows = kept.flatMap(({ key, duplicate, restored }, index) => {
    const origin = analyses[index]?.origin;
    if (!origin) return [];
    const place = { file_key: origin.fileKey, position: origin.position };
    return [{ ...place, article_key: key, duplicate, restored }];
  });
  if (rows.length === 0) return;
  // A job whose process was thought to be lost may be done twice.
  await tx
    .insertInto('import_articles')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Keeps results of an article that the library has. `outdated` where it was corrected since
 * `revision`, which the results were made from; `unknown` where it was deleted.
 */
export async function saveResults(
  store: Store,
  { articleId, revision }: { readonly articleId: string; readonly revision: number },
  scored: readonly ScoredResult[],
): Promise<'kept' | 'outdated' | 'unknown'> {
  return await store.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('articles')
      .where('id', '=', articleId)
      .select(['key', 'revision'])
      .forUpdate()
      .executeTakeFirst();
    if (!row) return 'unknown';
    if (row.revision !== revision) return 'outdated';
    await keepResults(
      tx,
      scored.map((one) => ({ ...one, articleKey: row.key })),
    );
    return 'kept';
  });
}

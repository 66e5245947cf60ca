import type { Kysely, Selectable } from 'kysely';
import type { Article, Correction, Span, TargetRef, TextUnit } from '../../analysis/article/index.js';
import { toArticle, toUnit } from './article-rows.js';
import { activeCorrections } from './corrections.js';
import type { Store } from './open.js';
import { groupRows } from './rows.js';
import type { ArticlesTable, Database } from './schema.js';

/** An article of the library, with what its source asked for. */
export interface StoredArticle {
  /** As it stands now, after corrections. */
  readonly article: Article;
  /** As it was read; the same object where none of its data was corrected. */
  readonly asRead: Article;
  /** The corrections that hold, in the order in which they were made. */
  readonly corrections: readonly Correction[];
  /** Counts the changes of its corrections. */
  readonly revision: number;
  readonly givenTargets: readonly TargetRef[];
  readonly givenMentions: readonly Span[] | null;
  readonly addedAt: Date;
}

/** The article with this id, or null. */
export async function loadArticle(store: Store, id: string): Promise<StoredArticle | null> {
  const [stored] = await loadArticles(store, [id]);
  return stored ?? null;
}

/** The articles with these ids that exist, in the order of the ids. */
export async function loadArticles(store: Store, ids: readonly string[]): Promise<StoredArticle[]> {
  if (ids.length === 0) return [];
  const rows = await store.db
    .selectFrom('articles')
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .selectAll()
    .execute();
  const keys = rows.map(({ key }) => key);
  const units = await loadUnits(store.db, keys);
  const kept = await activeCorrections(store.db, keys);
  const byId = new Map(
    rows.map((row) => {
      const corrections = (kept.get(row.key) ?? []).map(({ correction }) => correction);
      return [row.id, storedArticle(row, units.get(row.key) ?? [], corrections)];
    }),
  );
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
    .where('copy.deleted_at', 'is', null)
    .orderBy('copy.key')
    .select(['copy.id', 'copy.title', 'copy.outlet'])
    .execute();
}

/** Removes an article for good, with everything said of it; false where there is none of this id. */
export async function deleteArticle(store: Store, id: string): Promise<boolean> {
  const { numDeletedRows } = await store.db.deleteFrom('articles').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

function storedArticle(
  row: Selectable<ArticlesTable>,
  units: readonly TextUnit[],
  corrections: readonly Correction[],
): StoredArticle {
  const article = toArticle(row, units);
  return {
    article,
    asRead: row.as_read ?? article,
    corrections,
    revision: row.revision,
    givenTargets: row.given_targets,
    givenMentions: row.given_mentions,
    addedAt: row.created_at,
  };
}

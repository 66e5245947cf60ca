import { sql } from 'kysely';
import { matches } from './library-filter.js';
import type { Store } from './open.js';

/** An article to choose from. */
export interface ArticleChoice {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** Units about the target; null where it was not scored towards it. */
  readonly related: number | null;
}

const CHOICES = 25;

/** Articles to try something on: those that say most of the target first, then the newest. */
export async function listArticleChoices(
  store: Store,
  target: string | null,
  search?: string,
): Promise<ArticleChoice[]> {
  return await store.db
    .selectFrom('articles as a')
    .leftJoin('targets as t', (join) => join.on('t.ref', '=', target))
    .leftJoin('article_stances as s', (join) =>
      join
        .onRef('s.article_key', '=', 'a.key')
        .onRef('s.target_key', '=', 't.key')
        .on('s.is_current', '=', true),
    )
    .where('a.deleted_at', 'is', null)
    .$if(search !== undefined && search.trim() !== '', (query) => query.where(matches(search ?? '')))
    .orderBy(sql`s.related desc nulls last`)
    .orderBy('a.sort_date', 'desc')
    .orderBy('a.key', 'desc')
    .limit(CHOICES)
    .select(['a.id', 'a.title', 'a.outlet', 's.related'])
    .execute();
}

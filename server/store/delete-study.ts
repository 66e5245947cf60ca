import { type Kysely, sql } from 'kysely';
import { hideArticles } from './bulk.js';
import { type Change, type Doer, noteChange } from './changes.js';
import type { Store } from './open.js';
import type { Database } from './schema.js';
import { lockStudy } from './studies.js';

/** How many articles of a study are in no other one. */
export async function countOwnArticles(store: Store, studyId: string): Promise<number> {
  const study = await store.db
    .selectFrom('studies')
    .where('id', '=', studyId)
    .select('key')
    .executeTakeFirst();
  return study ? (await ownArticles(store.db, study.key)).length : 0;
}

/** Deletes a study, and where asked the articles that are in no other study, as one change. */
export async function deleteStudy(
  store: Store,
  studyId: string,
  withArticles: boolean,
  doer: Doer,
): Promise<Change> {
  return await store.db.transaction().execute(async (tx) => {
    const study = await lockStudy(tx, studyId);
    const articleKeys = withArticles ? await ownArticles(tx, study.key, 'lock') : [];
    const detail = { study, articles: articleKeys.length };
    const { key, change } = await noteChange(tx, { kind: 'delete-study', detail, articleKeys }, doer);
    await tx
      .updateTable('studies')
      .set({ deleted_at: doer.now, deleted_change: key })
      .where('key', '=', study.key)
      .execute();
    await hideArticles(tx, articleKeys, key, doer.now);
    return change;
  });
}

/** In the order in which imports lock articles, so that neither waits for the other in a circle. */
async function ownArticles(db: Kysely<Database>, studyKey: number, lock?: 'lock'): Promise<number[]> {
  const { rows } = await sql<{ key: number }>`
    select a.key from articles a join study_articles sa on sa.article_key = a.key
    where sa.study_key = ${studyKey} and a.deleted_at is null and not exists (
      select from study_articles other join studies st on st.key = other.study_key
      where other.article_key = a.key and st.key <> ${studyKey} and st.deleted_at is null
    )
    order by a.id ${lock ? sql`for update of a` : sql``}
  `.execute(db);
  return rows.map(({ key }) => key);
}

import { sql } from 'kysely';
import { undoLimit } from './changes.js';
import type { Store } from './open.js';
import { removeUnusedOriginals } from './originals.js';

/** Articles removed at once: everything said of them goes too, and no statement may take long. */
const PURGE_BATCH = 200;

/**
 * Makes changes final that can no longer be undone: the articles, studies, samples and coding
 * sheets that they deleted are removed for good, and with them the files that held nothing else. Returns how many articles and
 * studies went.
 */
export async function purgeDeleted(store: Store, now: Date): Promise<{ articles: number; studies: number }> {
  const limit = undoLimit(now);
  let articles = 0;
  for (let removed = PURGE_BATCH; removed === PURGE_BATCH; articles += removed) {
    const { rows } = await sql`
      delete from articles where key in (
        select a.key from articles a join changes c on c.key = a.deleted_change
        where c.created_at < ${limit} and a.deleted_at is not null
        order by a.id limit ${PURGE_BATCH} for update of a
      ) returning key
    `.execute(store.db);
    removed = rows.length;
  }
  const studies = await sql`
    delete from studies s using changes c
    where c.key = s.deleted_change and c.created_at < ${limit} and s.deleted_at is not null
    returning s.key
  `.execute(store.db);
  await removeSamples(store, limit);
  if (articles > 0) await removeEmptiedFiles(store);
  await sql`
    delete from change_articles ca using changes c where c.key = ca.change_key and c.created_at < ${limit}
  `.execute(store.db);
  await store.db
    .updateTable('changes')
    .set({ expired_at: now })
    .where('created_at', '<', limit)
    .where('expired_at', 'is', null)
    .execute();
  return { articles, studies: studies.rows.length };
}

async function removeSamples(store: Store, limit: Date): Promise<void> {
  for (const table of ['sample_sheets', 'samples'] as const) {
    await sql`
      delete from ${sql.table(table)} s using changes c
      where c.key = s.deleted_change and c.created_at < ${limit} and s.deleted_at is not null
    `.execute(store.db);
  }
}

/** A file whose articles are all gone is kept no longer: who deletes a text does not expect a copy of it to stay. */
async function removeEmptiedFiles(store: Store): Promise<void> {
  await store.db
    .updateTable('import_files as f')
    .set({ original_key: null })
    .where('f.status', '=', 'done')
    .where('f.original_key', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('import_articles as a').whereRef('a.file_key', '=', 'f.key').select('a.file_key')),
      ),
    )
    .execute();
  await removeUnusedOriginals(store);
}

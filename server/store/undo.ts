import { type Kysely, type Selectable, sql } from 'kysely';
import { type Change, type Doer, toChange, undoLimit } from './changes.js';
import type { Store } from './open.js';
import type { ChangeKind, ChangesTable, Database } from './schema.js';

/** What became of the wish to undo a change. */
export type UndoOutcome =
  | { readonly kind: 'undone'; readonly change: Change }
  /** Somebody was quicker, see `undoneAt` and `undoneBy`. */
  | { readonly kind: 'undone-before'; readonly change: Change }
  /** Too long ago: it is final. */
  | { readonly kind: 'expired'; readonly change: Change }
  /** What it changed was changed again since. */
  | { readonly kind: 'changed-since'; readonly change: Change };

/** Takes a change back, all or nothing, at most once; null where there is none of this id. */
export async function undoChange(
  store: Store,
  id: string,
  { coder, now }: Doer,
): Promise<UndoOutcome | null> {
  return await store.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('changes')
      .where('id', '=', id)
      .selectAll()
      .forUpdate()
      .executeTakeFirst();
    if (!row) return null;
    if (row.undone_at !== null) return { kind: 'undone-before', change: toChange(row) };
    if (row.expired_at !== null || row.created_at < undoLimit(now)) {
      return { kind: 'expired', change: toChange(row) };
    }
    if (!(await UNDO[row.kind](tx, row, { coder, now }))) {
      return { kind: 'changed-since', change: toChange(row) };
    }
    const undone = await tx
      .updateTable('changes')
      .set({ undone_at: now, undone_by: coder })
      .where('key', '=', row.key)
      .returningAll()
      .executeTakeFirstOrThrow();
    return { kind: 'undone', change: toChange(undone) };
  });
}

type ChangeRow = Selectable<ChangesTable> & { detail: Change['detail'] };

/** How each kind of change is taken back; false where it cannot be any more. */
const UNDO: Readonly<
  Record<ChangeKind, (tx: Kysely<Database>, row: ChangeRow, doer: Doer) => Promise<boolean>>
> = {
  'delete-articles': bringArticlesBack,
  'delete-study': bringStudyBack,
  'add-to-study': takeOutAgain,
  'remove-from-study': putInAgain,
  'set-country': setCountryBack,
  'delete-sample': (tx, row) => bringBack(tx, 'samples', row),
  'remove-sheet': (tx, row) => bringBack(tx, 'sample_sheets', row),
};

async function bringArticlesBack(tx: Kysely<Database>, { key }: ChangeRow): Promise<boolean> {
  // In the order in which imports lock articles, so that neither waits for the other in a circle.
  await sql`select key from articles where deleted_change = ${key} order by id for update`.execute(tx);
  await tx
    .updateTable('articles')
    .set({ deleted_at: null, deleted_change: null })
    .where('deleted_change', '=', key)
    .execute();
  return true;
}

async function bringStudyBack(tx: Kysely<Database>, row: ChangeRow): Promise<boolean> {
  await tx
    .updateTable('studies')
    .set({ deleted_at: null, deleted_change: null })
    .where('deleted_change', '=', row.key)
    .execute();
  return await bringArticlesBack(tx, row);
}

async function bringBack(
  tx: Kysely<Database>,
  table: 'samples' | 'sample_sheets',
  { key }: ChangeRow,
): Promise<boolean> {
  await tx
    .updateTable(table)
    .set({ deleted_at: null, deleted_change: null })
    .where('deleted_change', '=', key)
    .execute();
  return true;
}

async function takeOutAgain(tx: Kysely<Database>, { key, detail }: ChangeRow): Promise<boolean> {
  const studyKey = detail.study?.key ?? 0;
  await sql`
    delete from study_articles sa using change_articles ca
    where sa.study_key = ${studyKey} and ca.change_key = ${key} and ca.article_key = sa.article_key
  `.execute(tx);
  if (detail.created) await removeUntouchedStudy(tx, studyKey);
  return true;
}

/** A study that only this step made goes with it, unless somebody has worked on it since. */
async function removeUntouchedStudy(tx: Kysely<Database>, studyKey: number): Promise<void> {
  await sql`
    delete from studies where key = ${studyKey} and revision = 1 and deleted_at is null
      and not exists (select from study_articles where study_key = ${studyKey})
  `.execute(tx);
}

async function putInAgain(tx: Kysely<Database>, { key, detail }: ChangeRow): Promise<boolean> {
  const study = await tx
    .selectFrom('studies')
    .where('key', '=', detail.study?.key ?? 0)
    .select('key')
    .forUpdate()
    .executeTakeFirst();
  if (!study) return false;
  await sql`
    insert into study_articles (study_key, article_key)
    select ${study.key}::integer, article_key from change_articles where change_key = ${key}
    on conflict do nothing
  `.execute(tx);
  return true;
}

async function setCountryBack(tx: Kysely<Database>, { detail }: ChangeRow, doer: Doer): Promise<boolean> {
  const { outlet = '', from = null, to = null, fromBasis = 'hand' } = detail;
  const { numAffectedRows } = await sql`
    update outlets set country = ${from}, basis = ${fromBasis}, revision = revision + 1,
      coder = ${doer.coder}, updated_at = ${doer.now}
    where name = ${outlet} and country is not distinct from ${to}
  `.execute(tx);
  return numAffectedRows === 1n;
}

import { randomBytes } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Store } from './open.js';
import type { ChangeKind, ChangesTable, Database } from './schema.js';

/** Something that was done to the library as a whole. */
export interface Change {
  readonly id: string;
  readonly kind: ChangeKind;
  /** What the change was, for words about it and for taking it back. */
  readonly detail: ChangeDetail;
  /** Who did it; null for someone without a name. */
  readonly coder: string | null;
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  /** When it became final; null while it can be undone. */
  readonly expiredAt: Date | null;
}

/** The parts that a change may have; which ones depends on its kind. */
export interface ChangeDetail {
  /** Number of articles that it touched. */
  readonly articles?: number;
  readonly study?: { readonly key: number; readonly id: string; readonly name: string };
  /** Whether the study was made by the same step. */
  readonly created?: boolean;
  readonly sample?: { readonly id: string; readonly name: string };
  /** Name of a file. */
  readonly file?: string;
  readonly outlet?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly fromBasis?: string;
}

/** Who makes a change, and when. */
export interface Doer {
  readonly coder: string | null;
  readonly now: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days within which a change can be undone; what it deleted is then removed for good. */
export const UNDO_DAYS = 30;

/** The moment before which changes are final. */
export function undoLimit(now: Date): Date {
  return new Date(now.getTime() - UNDO_DAYS * DAY_MS);
}

/** Notes a change and the articles that it touches, in the transaction that makes it. */
export async function noteChange(
  tx: Kysely<Database>,
  change: { kind: ChangeKind; detail: ChangeDetail; articleKeys?: readonly number[] },
  { coder, now }: Doer,
): Promise<{ key: number; change: Change }> {
  const id = randomBytes(9).toString('base64url');
  const { kind, detail, articleKeys = [] } = change;
  const row = await tx
    .insertInto('changes')
    .values({ id, kind, detail: JSON.stringify(detail), coder, created_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
  await sql`
    insert into change_articles (change_key, article_key)
    select ${row.key}::integer, unnest(${[...articleKeys]}::integer[])
  `.execute(tx);
  return { key: row.key, change: toChange(row) };
}

/** The change of this id, or null. */
export async function loadChange(store: Store, id: string): Promise<Change | null> {
  const row = await store.db.selectFrom('changes').where('id', '=', id).selectAll().executeTakeFirst();
  return row ? toChange(row) : null;
}

/** Changes that a list shows at most. */
const MOST_LISTED = 500;

/** The changes that can still be undone, or could have been, newest first. */
export async function listChanges(store: Store, now: Date): Promise<Change[]> {
  const rows = await store.db
    .selectFrom('changes')
    .where('created_at', '>=', undoLimit(now))
    .orderBy('created_at', 'desc')
    .orderBy('key', 'desc')
    .limit(MOST_LISTED)
    .selectAll()
    .execute();
  return rows.map(toChange);
}

/** The change that deleted an article that is still kept, or null. */
export async function deletionOf(store: Store, articleId: string): Promise<Change | null> {
  const row = await store.db
    .selectFrom('changes as c')
    .innerJoin('articles as a', 'a.deleted_change', 'c.key')
    .where('a.id', '=', articleId)
    .selectAll('c')
    .executeTakeFirst();
  return row ? toChange(row) : null;
}

/** The change that deleted a study that is still kept, or null. */
export async function deletionOfStudy(store: Store, studyId: string): Promise<Change | null> {
  const row = await store.db
    .selectFrom('changes as c')
    .innerJoin('studies as s', 's.deleted_change', 'c.key')
    .where('s.id', '=', studyId)
    .selectAll('c')
    .executeTakeFirst();
  return row ? toChange(row) : null;
}

/** The change that deleted a sample that is still kept, or null. */
export async function deletionOfSample(store: Store, sampleId: string): Promise<Change | null> {
  const row = await store.db
    .selectFrom('changes as c')
    .innerJoin('samples as s', 's.deleted_change', 'c.key')
    .where('s.id', '=', sampleId)
    .selectAll('c')
    .executeTakeFirst();
  return row ? toChange(row) : null;
}

/** A change from its row. */
export function toChange(row: Selectable<ChangesTable>): Change {
  return {
    id: row.id,
    kind: row.kind,
    detail: row.detail,
    coder: row.coder,
    createdAt: row.created_at,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
    expiredAt: row.expired_at,
  };
}

import { type Kysely, sql } from 'kysely';
import type { Store } from './open.js';
import { storableText } from './originals.js';
import type { Database } from './schema.js';

/** A version of a file of the library's own corpus. */
export interface CorpusVersion {
  readonly path: string;
  readonly version: number;
  /** Null where the file was removed. */
  readonly content: string | null;
  readonly coder: string | null;
  readonly note: string;
  readonly createdAt: Date;
}

/** A change of a corpus file, made from the version `seen` (0 where there was none). */
export interface CorpusChange {
  readonly path: string;
  readonly content: string | null;
  readonly coder: string | null;
  readonly note: string;
  readonly seen: number;
}

/** What became of a change: kept, or refused because `newer` was made since. */
export type CorpusChangeOutcome = { readonly kept: CorpusVersion } | { readonly newer: CorpusVersion };

/** The number of the newest change of any corpus file; 0 before the first. */
export async function newestEdition(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('corpus_files')
    .select((eb) => eb.fn.max('key').as('newest'))
    .executeTakeFirst();
  return row?.newest ?? 0;
}

/** The files in force after change number `edition`, by path; removed ones are left out. */
export async function listEditionFiles(
  store: Store,
  edition: number,
): Promise<{ path: string; version: number; content: string }[]> {
  const rows = await store.db
    .selectFrom('corpus_files')
    .where('key', '<=', edition)
    .distinctOn('path')
    .orderBy('path')
    .orderBy('key', 'desc')
    .select(['path', 'version', 'content'])
    .execute();
  return rows.flatMap(({ content, ...row }) => (content === null ? [] : [{ ...row, content }]));
}

/** The number of the newest version of each path, and whether the file was removed in it. */
export async function listNewestVersions(
  store: Store,
): Promise<{ path: string; version: number; isRemoved: boolean; createdAt: Date }[]> {
  return await store.db
    .selectFrom('corpus_files')
    .distinctOn('path')
    .orderBy('path')
    .orderBy('key', 'desc')
    .select(['path', 'version', 'created_at as createdAt'])
    .select(sql<boolean>`content is null`.as('isRemoved'))
    .execute();
}

/** Every version of one path, newest first. */
export async function listVersions(store: Store, path: string): Promise<CorpusVersion[]> {
  return await versions(store.db).where('path', '=', path).orderBy('key', 'desc').execute();
}

/** Keeps a new version, unless another was made since the one it comes from. */
export async function saveCorpusFile(store: Store, change: CorpusChange): Promise<CorpusChangeOutcome> {
  return await store.db.transaction().execute(async (tx) => {
    // One writer at a time: so the newest number never hides an older one still on its way.
    await sql`lock table corpus_files in share row exclusive mode`.execute(tx);
    const newest = await versions(tx)
      .where('path', '=', change.path)
      .orderBy('key', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest && newest.version !== change.seen) return { newer: newest };
    const { content } = change;
    const kept = await tx
      .insertInto('corpus_files')
      .values({
        path: change.path,
        version: (newest?.version ?? 0) + 1,
        content: content === null ? null : storableText(content),
        coder: change.coder === null ? null : storableText(change.coder),
        note: storableText(change.note),
      })
      .returning(['path', 'version', 'content', 'coder', 'note', 'created_at as createdAt'])
      .executeTakeFirstOrThrow();
    return { kept };
  });
}

function versions(db: Kysely<Database>) {
  return db
    .selectFrom('corpus_files')
    .select(['path', 'version', 'content', 'coder', 'note', 'created_at as createdAt']);
}

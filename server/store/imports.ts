import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Store } from './open.js';
import { removeUnusedOriginals, storableText } from './originals.js';
import type { Database, ImportHints, ImportKind, PartRefusal } from './schema.js';

/** A file of an import that is still to be read. */
export interface FileToRead {
  readonly key: number;
  readonly file: string;
  readonly originalKey: number;
  readonly hints: ImportHints;
}

/** A file of a new import: kept as an original, or refused before anything of it was kept. */
export interface NewFile {
  readonly name: string;
  readonly originalKey: number | null;
  readonly hints: ImportHints;
  readonly refusal: { readonly code: string; readonly reason: string; readonly hint: string } | null;
}

/** Notes a new import; returns its id, which no one can guess, and the keys of the files to read. */
export async function createImport(
  store: Store,
  given: {
    kind: ImportKind;
    /** Slugs of the targets to score. */
    targets: readonly string[];
    files: readonly NewFile[];
  },
): Promise<{ id: string; fileKeys: number[] }> {
  const id = randomBytes(12).toString('base64url');
  return await store.db.transaction().execute(async (tx) => {
    const { key } = await tx
      .insertInto('imports')
      .values({ id, kind: given.kind, targets: [...given.targets] })
      .returning('key')
      .executeTakeFirstOrThrow();
    const fileKeys: number[] = [];
    for (const [position, file] of given.files.entries()) {
      const row = await tx
        .insertInto('import_files')
        .values({
          import_key: key,
          position,
          file: storableText(file.name),
          original_key: file.originalKey,
          hints: JSON.stringify(file.hints),
          status: file.refusal ? 'refused' : 'running',
          ...file.refusal,
          refusals: '[]',
        })
        .returning('key')
        .executeTakeFirstOrThrow();
      if (!file.refusal) fileKeys.push(row.key);
    }
    await finishImports(tx);
    return { id, fileKeys };
  });
}

/** What a worker needs to read one file; null where the import was deleted or the file is done. */
export async function fileToRead(
  store: Store,
  fileKey: number,
): Promise<(FileToRead & { targets: string[]; storedAs: string }) | null> {
  const row = await store.db
    .selectFrom('import_files as f')
    .innerJoin('imports as i', 'i.key', 'f.import_key')
    .innerJoin('originals as o', 'o.key', 'f.original_key')
    .where('f.key', '=', fileKey)
    .where('f.status', '=', 'running')
    .select(['f.key', 'f.file', 'f.hints', 'o.key as originalKey', 'o.stored_as as storedAs', 'i.targets'])
    .executeTakeFirst();
  return row ?? null;
}

/** Notes the outcome of a file, and the end of its import when it was the last. */
export async function finishFile(
  store: Store,
  fileKey: number,
  outcome: {
    status: 'done' | 'refused';
    refusals: readonly PartRefusal[];
    code?: string;
    reason?: string;
    hint?: string;
  },
): Promise<void> {
  await store.db
    .updateTable('import_files')
    .set({
      status: outcome.status,
      code: outcome.code ?? null,
      reason: outcome.reason === undefined ? null : storableText(outcome.reason),
      hint: outcome.hint === undefined ? null : storableText(outcome.hint),
      refusals: JSON.stringify(outcome.refusals),
    })
    .where('key', '=', fileKey)
    .execute();
  await finishImports(store.db);
}

/** Notes the end of imports whose last file is done. */
async function finishImports(db: Kysely<Database>): Promise<void> {
  await sql`
    update imports set finished_at = now()
    where finished_at is null
      and not exists (select from import_files f where f.import_key = imports.key and f.status = 'running')
  `.execute(db);
}

/** Positions in a file whose articles were kept already, by a job that did not come to its end. */
export async function importedPositions(store: Store, fileKey: number): Promise<Set<number>> {
  const rows = await store.db
    .selectFrom('import_articles')
    .where('file_key', '=', fileKey)
    .select('position')
    .execute();
  return new Set(rows.map(({ position }) => position));
}

/** Files that no job may be working on although they are not done: to be queued again. */
export async function listUnfinishedFiles(store: Store): Promise<number[]> {
  const rows = await store.db
    .selectFrom('import_files')
    .where('status', '=', 'running')
    .select('key')
    .execute();
  return rows.map(({ key }) => key);
}

/**
 * Removes an import with the articles that it brought in and no other import brought again, and
 * the originals that nothing names any more; false where there is none of this id.
 */
export async function deleteImport(store: Store, id: string): Promise<boolean> {
  const deleted = await store.db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('imports').where('id', '=', id).select('key').executeTakeFirst();
    if (!row) return false;
    await sql`
      delete from articles a
      using import_files f
      where f.key = a.origin_file_key and f.import_key = ${row.key} and not exists (
        select from import_articles other join import_files g on g.key = other.file_key
        where other.article_key = a.key and g.import_key <> ${row.key}
      )
    `.execute(tx);
    await tx.deleteFrom('imports').where('key', '=', row.key).execute();
    return true;
  });
  if (deleted) await removeUnusedOriginals(store);
  return deleted;
}

import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Store } from './open.js';
import { removeUnusedOriginals, storableText } from './originals.js';
import { groupRows } from './rows.js';
import type { Database, FileStatus, ImportHints, ImportKind, PartRefusal } from './schema.js';

/** How an import stands: `failed` when it is done and nothing in it could be read. */
export type ImportStatus = 'running' | 'done' | 'failed';

export interface ImportedArticle {
  readonly id: string;
  readonly title: string | null;
  /** The id again where the library had the article before this file brought it. */
  readonly duplicateOf: string | null;
}

export interface ImportedFile {
  readonly file: string;
  readonly status: FileStatus;
  /** Why the file was refused as a whole, with the next step. */
  readonly code: string | null;
  readonly reason: string | null;
  readonly hint: string | null;
  /** Articles read so far, in the order of the file. */
  readonly articles: readonly ImportedArticle[];
  /** Parts of the file that could not be read. */
  readonly refusals: readonly PartRefusal[];
}

export interface ImportSummary {
  readonly id: string;
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** Counts of files and of articles. */
  readonly files: number;
  readonly refused: number;
  readonly articles: number;
}

export interface Import extends Omit<ImportSummary, 'files' | 'articles' | 'refused'> {
  readonly files: readonly ImportedFile[];
}

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

/** One import with its files, or null. */
export async function loadImport(store: Store, id: string): Promise<Import | null> {
  const row = await store.db.selectFrom('imports').where('id', '=', id).selectAll().executeTakeFirst();
  if (!row) return null;
  const files = await store.db
    .selectFrom('import_files')
    .where('import_key', '=', row.key)
    .orderBy('position')
    .selectAll()
    .execute();
  const articles = await importedArticles(store, row.key);
  const outcomes = files.map((file) => ({
    file: file.file,
    status: file.status,
    code: file.code,
    reason: file.reason,
    hint: file.hint,
    articles: (articles.get(file.key) ?? []).map(({ id, title, duplicate }) => ({
      id,
      title,
      duplicateOf: duplicate ? id : null,
    })),
    refusals: file.refusals,
  }));
  const refused = outcomes.filter((file) => file.status === 'refused').length;
  return {
    id: row.id,
    kind: row.kind,
    status: statusOf(row.finished_at, refused, outcomes.length),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    files: outcomes,
  };
}

/** Imports, newest first. */
export async function listImports(store: Store, limit = 100): Promise<ImportSummary[]> {
  const rows = await store.db
    .selectFrom('imports as i')
    .orderBy('i.key', 'desc')
    .limit(limit)
    .select(['i.id', 'i.kind', 'i.created_at', 'i.finished_at'])
    .select(({ selectFrom, fn }) => [
      selectFrom('import_files as f')
        .whereRef('f.import_key', '=', 'i.key')
        .select(fn.countAll<number>().as('n'))
        .as('files'),
      selectFrom('import_files as f')
        .whereRef('f.import_key', '=', 'i.key')
        .where('f.status', '=', 'refused')
        .select(fn.countAll<number>().as('n'))
        .as('refused'),
      selectFrom('import_files as f')
        .innerJoin('import_articles as a', 'a.file_key', 'f.key')
        .whereRef('f.import_key', '=', 'i.key')
        .select(fn.countAll<number>().as('n'))
        .as('articles'),
    ])
    .execute();
  return rows.map((row) => {
    const [files, refused, articles] = [row.files ?? 0, row.refused ?? 0, row.articles ?? 0];
    return {
      id: row.id,
      kind: row.kind,
      status: statusOf(row.finished_at, refused, files),
      createdAt: row.created_at,
      finishedAt: row.finished_at,
      files,
      refused,
      articles,
    };
  });
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

async function importedArticles(store: Store, importKey: number) {
  const rows = await store.db
    .selectFrom('import_articles as i')
    .innerJoin('import_files as f', 'f.key', 'i.file_key')
    .innerJoin('articles as a', 'a.key', 'i.article_key')
    .where('f.import_key', '=', importKey)
    .orderBy('i.position')
    .select(['i.file_key', 'a.id', 'a.title', 'i.duplicate'])
    .execute();
  return groupRows(rows, (row) => row.file_key);
}

function statusOf(finishedAt: Date | null, refused: number, files: number): ImportStatus {
  if (finishedAt === null) return 'running';
  return files > 0 && refused === files ? 'failed' : 'done';
}

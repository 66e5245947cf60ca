import type { Store } from './open.js';
import { groupRows } from './rows.js';
import type { FileStatus, ImportKind, PartRefusal } from './schema.js';

/** How an import stands: `failed` when it is done and nothing in it could be read. */
export type ImportStatus = 'running' | 'done' | 'failed';

export interface ImportedArticle {
  readonly id: string;
  readonly title: string | null;
  /** The id again where the library had the article before this file brought it. */
  readonly duplicateOf: string | null;
  /** Whether it had been deleted from the library, and this file brought it back. */
  readonly restored: boolean;
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
    articles: (articles.get(file.key) ?? []).map(({ id, title, duplicate, restored }) => ({
      id,
      title,
      duplicateOf: duplicate ? id : null,
      restored,
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
        .innerJoin('import_articles as brought', 'brought.file_key', 'f.key')
        .innerJoin('articles as a', 'a.key', 'brought.article_key')
        .where('a.deleted_at', 'is', null)
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

async function importedArticles(store: Store, importKey: number) {
  const rows = await store.db
    .selectFrom('import_articles as i')
    .innerJoin('import_files as f', 'f.key', 'i.file_key')
    .innerJoin('articles as a', 'a.key', 'i.article_key')
    .where('f.import_key', '=', importKey)
    .where('a.deleted_at', 'is', null)
    .orderBy('i.position')
    .select(['i.file_key', 'a.id', 'a.title', 'i.duplicate', 'i.restored'])
    .execute();
  return groupRows(rows, (row) => row.file_key);
}

function statusOf(finishedAt: Date | null, refused: number, files: number): ImportStatus {
  if (finishedAt === null) return 'running';
  return files > 0 && refused === files ? 'failed' : 'done';
}

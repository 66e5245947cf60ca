import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Store } from './open.js';

/** A file as it came in. */
export interface Original {
  readonly key: number;
  readonly name: string;
  readonly mediaType: string | null;
  readonly bytes: number;
  /** Where its bytes lie. */
  readonly path: string;
}

/**
 * Copies a file into the library, under a generated name: nothing of what a visitor sent becomes a
 * path. The same bytes are kept once.
 */
export async function keepOriginal(
  store: Store,
  file: { path: string; name: string; mediaType?: string | undefined },
): Promise<Original> {
  const sha256 = await hashFile(file.path);
  const known = await store.db
    .selectFrom('originals')
    .where('sha256', '=', sha256)
    .selectAll()
    .executeTakeFirst();
  if (known) return await keptAgain(toOriginal(store, known), file.path);
  const storedAs = randomUUID();
  await copyFile(file.path, join(store.originals, storedAs));
  const { size } = await stat(file.path);
  const made = await store.db
    .insertInto('originals')
    .values({
      sha256,
      name: storableText(file.name),
      media_type: file.mediaType ?? null,
      bytes: size,
      stored_as: storedAs,
    })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ sha256 }))
    .returningAll()
    .executeTakeFirstOrThrow();
  // Another upload of the same bytes was quicker: its copy is the one that stays.
  if (made.stored_as !== storedAs) await rm(join(store.originals, storedAs));
  return toOriginal(store, made);
}

/** The bytes may have been removed by hand since they were first kept. */
async function keptAgain(original: Original, path: string): Promise<Original> {
  if (!existsSync(original.path)) await copyFile(path, original.path);
  return original;
}

/** The original of an article, for downloading it; null where it is not kept. */
export async function findOriginal(store: Store, articleId: string): Promise<Original | null> {
  const row = await store.db
    .selectFrom('articles as a')
    .innerJoin('import_files as f', 'f.key', 'a.origin_file_key')
    .innerJoin('originals as o', 'o.key', 'f.original_key')
    .where('a.id', '=', articleId)
    .where('a.deleted_at', 'is', null)
    .selectAll('o')
    .executeTakeFirst();
  return row ? toOriginal(store, row) : null;
}

/** Removes originals that no import names any more, with their bytes. */
export async function removeUnusedOriginals(store: Store): Promise<number> {
  const rows = await store.db
    .deleteFrom('originals as o')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('import_files as f').whereRef('f.original_key', '=', 'o.key').select('f.key'))),
    )
    .returning('o.stored_as')
    .execute();
  for (const row of rows) await rm(join(store.originals, row.stored_as), { force: true });
  return rows.length;
}

/** The same text without what PostgreSQL cannot hold: NUL, and halves of surrogate pairs. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD');
}

function toOriginal(
  store: Store,
  row: { key: number; name: string; media_type: string | null; bytes: number; stored_as: string },
): Original {
  const path = join(store.originals, row.stored_as);
  return { key: row.key, name: row.name, mediaType: row.media_type, bytes: row.bytes, path };
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

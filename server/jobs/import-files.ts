import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../../analysis/article/index.js';
import {
  countArticles,
  createImport,
  type Import,
  type ImportHints,
  type ImportKind,
  keepOriginal,
  loadImport,
  type NewFile,
  type Store,
  writeNoteOnce,
} from '../store/index.js';
import type { Queue } from './queue.js';

/** A file to import: lying on disk, given as text, or one that was not even taken. */
export type StagedFile =
  | { readonly name: string; readonly path: string; readonly hints?: ImportHints }
  | { readonly name: string; readonly text: string; readonly hints?: ImportHints }
  | {
      readonly name: string;
      readonly refusal: { readonly code: string; readonly reason: string; readonly hint: string };
    };

export interface ImportOptions {
  /** Slugs of the targets to score; by default the coalition. */
  readonly targets?: readonly string[];
  readonly kind?: ImportKind;
}

export const IMPORT_QUEUE = 'import-file';
const DEFAULT_TARGET = 'coalition';
const POLL_MS = 100;

/**
 * Copies files into the library and queues their reading; returns the id of the import. The files
 * themselves are left where they are.
 */
export async function importFiles(
  store: Store,
  queue: Queue,
  files: readonly StagedFile[],
  { targets = [DEFAULT_TARGET], kind = 'upload' }: ImportOptions = {},
): Promise<string> {
  if (files.length === 0) {
    throw new InputError(
      'no-files',
      'Nothing was given to import',
      'Choose at least one file, or paste a text.',
    );
  }
  const kept: NewFile[] = [];
  for (const file of files) kept.push(await keepFile(store, file));
  const { id, fileKeys } = await createImport(store, { kind, targets, files: kept });
  for (const fileKey of fileKeys) await queueFile(queue, fileKey);
  return id;
}

/** Queues the reading of a file, once however often it is asked for. */
export async function queueFile(queue: Queue, fileKey: number): Promise<void> {
  await queue.send(IMPORT_QUEUE, { fileKey }, `${IMPORT_QUEUE} ${fileKey}`);
}

async function keepFile(store: Store, file: StagedFile): Promise<NewFile> {
  if ('refusal' in file) return { name: file.name, originalKey: null, hints: {}, refusal: file.refusal };
  const path = 'path' in file ? file.path : join(store.staging, randomUUID());
  if ('text' in file) await writeFile(path, file.text, { mode: 0o600 });
  const { key } = await keepOriginal(store, { path, name: file.name });
  if ('text' in file) await rm(path, { force: true });
  return { name: file.name, originalKey: key, hints: file.hints ?? {}, refusal: null };
}

/** The import when it is done; null where it was deleted or `milliseconds` passed. */
export async function waitForImport(store: Store, id: string, milliseconds: number): Promise<Import | null> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = await loadImport(store, id);
    if (found?.status !== 'running') return found;
    if (Date.now() > deadline) return null;
    await sleep(POLL_MS);
  }
}

const SAMPLE_ENDINGS: ReadonlySet<string> = new Set(['.txt', '.md', '.html', '.jsonl']);
const NO_SAMPLE = 'README.md';

/**
 * Brings the sample articles into a library that never had any articles; returns the id of the
 * import, or null where there is nothing to do: who deleted the samples does not get them again.
 */
export async function importSamples(store: Store, queue: Queue, directory: string): Promise<string | null> {
  if ((await countArticles(store, { target: DEFAULT_TARGET })) > 0) return null;
  if (!(await writeNoteOnce(store, 'samples-imported', true))) return null;
  const names = readdirSync(directory)
    .filter((name) => SAMPLE_ENDINGS.has(extname(name)) && name !== NO_SAMPLE)
    .sort();
  const files = names.map((name) => ({ name, path: join(directory, name) }));
  return await importFiles(store, queue, files, { kind: 'samples' });
}

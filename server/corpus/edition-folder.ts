import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of the library's own corpus, checked. */
export interface EditionFile {
  /** `targets/SLUG.yaml` or `lexicons/FAMILY.tsv`; becomes a path, and so is checked again here. */
  readonly path: string;
  readonly content: string;
}

const ALLOWED_PATH = /^(?:targets\/[a-z][a-z0-9-]{0,63}\.yaml|lexicons\/[a-z]+\.tsv)$/;

/** A folder that nobody has used for this long is made anew when it is asked for again. */
const UNUSED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * The folder with these files, made where it is missing. It is named after what it holds and never
 * changes, so that threads may load it whenever they come to it.
 */
export async function editionFolder(parent: string, files: readonly EditionFile[]): Promise<string> {
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const content = JSON.stringify(inOrder.map(({ path, content }) => [path, content]));
  const folder = join(parent, createHash('sha256').update(content).digest('hex').slice(0, 32));
  if (existsSync(folder)) {
    const now = new Date();
    await utimes(folder, now, now);
    return folder;
  }
  const draft = await mkdtemp(join(parent, 'draft-'));
  for (const { path, content: text } of inOrder) {
    if (!ALLOWED_PATH.test(path)) throw new Error(`not a file of a corpus: ${path}`);
    await mkdir(dirname(join(draft, path)), { recursive: true });
    await writeFile(join(draft, path), text, { mode: 0o600 });
  }
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another process made the same at the same moment.
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Removes the folders that were not used for a day, but for those in use now. */
export async function removeUnusedFolders(parent: string, used: readonly string[]): Promise<void> {
  for (const name of await readdir(parent)) {
    const folder = join(parent, name);
    if (used.includes(folder)) continue;
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > UNUSED_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}

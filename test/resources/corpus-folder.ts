import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../analysis/resources/index.js';

/** A new folder with the given files, by path below it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-corpus-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** A copy of the targets, lexicons and dimensions of the program's corpus. */
export function copyOfCorpus(): string {
  const folder = folderWith({});
  for (const part of ['targets', 'lexicons', 'dimensions.yaml']) {
    cpSync(join(packageRoot(), 'corpus', part), join(folder, part), { recursive: true });
  }
  return folder;
}

/** Rewrites a file of a corpus folder; the change must change something. */
export function damage(folder: string, file: string, change: (text: string) => string): string {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${file}`);
  writeFileSync(path, after);
  return folder;
}

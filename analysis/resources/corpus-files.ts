import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file below a corpus folder, or null where it does not exist. */
export function textAt(folder: string, file: string): string | null {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The files right in a folder of the corpus, as "targets/nato.yaml", in byte order, without dot-files. */
export function filesIn(folder: string, part: string): readonly string[] {
  const path = join(folder, part);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => `${part}/${entry.name}`)
    .sort();
}

/** The target files of a corpus folder. */
export function targetFiles(folder: string): readonly string[] {
  return filesIn(folder, 'targets').filter(isYaml);
}

/** Whether a file name ends like YAML. */
export function isYaml(file: string): boolean {
  return /\.ya?ml$/i.test(file);
}

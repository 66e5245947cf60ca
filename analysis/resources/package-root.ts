import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The `name` in package.json that tells this package from one that it is installed in. */
const PACKAGE_NAME = 'standpoint';

let root: string | undefined;

/**
 * The folder of this package: the nearest one upwards from this file whose package.json is named
 * standpoint. The same folder whether the code runs from source or from `dist/`.
 */
export function packageRoot(): string {
  root ??= findRoot(dirname(fileURLToPath(import.meta.url)));
  return root;
}

/** The corpus that comes with the program. */
export function packagedCorpus(): string {
  return join(packageRoot(), 'corpus');
}

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isOurs(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json of ${PACKAGE_NAME} above ${start}`);
  }
}

function isOurs(file: string): boolean {
  if (!existsSync(file)) return false;
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return (
    typeof manifest === 'object' && manifest !== null && 'name' in manifest && manifest.name === PACKAGE_NAME
  );
}

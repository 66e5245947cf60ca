import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file to run in a thread, and the arguments that Node needs for it. */
export interface ThreadEntry {
  readonly url: URL;
  readonly execArgv: string[];
}

/** The entry of that name in this folder, whether the program runs from source or from dist. */
export function threadEntry(name: string): ThreadEntry {
  const extension = extname(fileURLToPath(import.meta.url));
  const url = new URL(`./${name}${extension}`, import.meta.url);
  if (extension !== '.ts') return { url, execArgv: [] };
  return { url, execArgv: ['--import', new URL('./register-tsx.mjs', import.meta.url).href] };
}

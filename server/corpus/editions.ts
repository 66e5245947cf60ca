import { InputError } from '../../analysis/article/index.js';
import { checkFile, describeProblem, loadResources, type Resources } from '../../analysis/resources/index.js';
import { listEditionFiles, newestEdition, type Store } from '../store/index.js';
import { type EditionFile, editionFolder, removeUnusedFolders } from './edition-folder.js';

/** What is in force: the corpus of the program, the folder of STANDPOINT_CORPUS, and the library's own files. */
export interface Edition {
  /** Number of the newest change that it holds; 0 before the first. */
  readonly number: number;
  /** Folders laid over the corpus, for threads to load. */
  readonly overlays: readonly string[];
  readonly resources: Resources;
  /** Files that were left out because they cannot be used, each with the reason. */
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}

/** The editions of one library, as one process sees them. */
export interface Editions {
  /** The corpus without anything of the library's own. */
  readonly base: Resources;
  /** The newest edition when it was last asked for. */
  readonly current: Edition;
  /** The newest edition now; a change that another process made is seen. */
  refresh(): Promise<Edition>;
  /** The edition as it was after change number `number`. */
  at(number: number): Promise<Edition>;
  /** The overlays of the current edition with one file replaced by a draft that is sound. */
  withDraft(draft: EditionFile): Promise<readonly string[]>;
}

/**
 * Opens the editions of a library over a folder (STANDPOINT_CORPUS) or none. A file of the library
 * that cannot be used is left out, with a word in the log; it never keeps the library from opening.
 * @throws InputError where the corpus of the program or that folder is damaged.
 */
export async function openEditions(store: Store, overlay: string | null): Promise<Editions> {
  const below = overlay === null ? [] : [overlay];
  const base = loadResources({ overlay: below });
  let current: Edition = { number: 0, overlays: below, resources: base, leftOut: [] };

  const load = async (number: number): Promise<Edition> => {
    const files = number === 0 ? [] : await listEditionFiles(store, number);
    const { sound, leftOut } = sorted(files, base);
    try {
      const overlays = sound.length === 0 ? below : [...below, await editionFolder(store.editions, sound)];
      return { number, overlays, resources: loadResources({ overlay: overlays }), leftOut };
    } catch (error) {
      const reason = error instanceof InputError ? error.message : 'its folder cannot be made';
      store.log('the targets and lexicons of this library cannot be used', error);
      const all = files.map(({ path }) => ({ path, reason }));
      return { number, overlays: below, resources: base, leftOut: all };
    }
  };

  const refresh = async (): Promise<Edition> => {
    const number = await newestEdition(store);
    if (number === current.number) return current;
    const next = await load(number);
    // Another request may have been quicker, with a newer one.
    if (next.number <= current.number) return current;
    for (const { path, reason } of next.leftOut) store.log(`${path} was left out: ${reason}`);
    current = next;
    return current;
  };

  await refresh();
  await removeUnusedFolders(store.editions, current.overlays);
  return {
    base,
    get current() {
      return current;
    },
    refresh,
    at: async (number) => (number === current.number ? current : await load(number)),
    withDraft: async (draft) => {
      const files = await listEditionFiles(store, (await refresh()).number);
      const { sound } = sorted(files, base);
      const others = sound.filter(({ path }) => path !== draft.path);
      return [...below, await editionFolder(store.editions, [...others, draft])];
    },
  };
}

/** The files that can be used, and the others with the first thing that is wrong with each. */
function sorted(files: readonly EditionFile[], base: Resources) {
  const sound: EditionFile[] = [];
  const leftOut: { path: string; reason: string }[] = [];
  for (const { path, content } of files) {
    const [problem] = checkFile(path, content, base.defaultDimensions, null);
    if (problem) leftOut.push({ path, reason: describeProblem(problem) });
    else sound.push({ path, content });
  }
  return { sound, leftOut };
}

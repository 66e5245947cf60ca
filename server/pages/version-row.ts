import type { CorpusVersion } from '../store/index.js';
import { coderName, momentInWords } from './words.js';

/** A version of a target or lexicon as a row of its history, on the page `self`. */
export function versionRow({ version, content, coder, note, createdAt }: CorpusVersion, self: string) {
  return {
    version,
    href: `${self}?version=${version}`,
    who: coderName(coder),
    when: momentInWords(createdAt),
    isoWhen: createdAt.toISOString(),
    note,
    isEmpty: content === null,
  };
}

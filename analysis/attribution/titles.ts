import type { Resources } from '../resources/index.js';
import type { Gender } from './given-names.js';

/** Titles of the lexicon by their first word, longest first. */
export type Titles = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Forms of address that are written before a name and are no office. */
const ADDRESS =
  /^(?:mr|mrs|ms|miss|dr|prof|rev|sir|dame|lord|lady|gen|lt|maj|col|capt|cmdr|sgt|adm|sen|rep|gov|amb|pres|rear|vice|deputy|former|ex|acting|then|us|u\.s|president-elect)\.?$/u;

const compiled = new WeakMap<Resources, Titles>();

/** The titles of the resources, compiled once. */
export function titlesOf(resources: Resources): Titles {
  const known = compiled.get(resources);
  if (known) return known;
  const titles = new Map<string, string[][]>();
  for (const { term } of resources.lexicons.titles) {
    const words = term.toLowerCase().split(' ');
    const first = words[0] ?? '';
    titles.set(
      first,
      [...(titles.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  compiled.set(resources, titles);
  return titles;
}

/** How many of the words from `from` on form a title or form of address; 0 where none. Words in lower case. */
export function titleLength(titles: Titles, words: readonly string[], from: number): number {
  const word = words[from] ?? '';
  const singular = word.replace(/s$/u, '');
  for (const title of titles.get(word) ?? titles.get(singular) ?? []) {
    if (title.every((part, k) => words[from + k] === part || (k === 0 && singular === part)))
      return title.length;
  }
  const last = word.slice(word.lastIndexOf('-') + 1);
  if (last !== word && titles.has(last)) return 1;
  return ADDRESS.test(word) ? 1 : 0;
}

/** Longest title in words. */
const LONGEST_TITLE = 7;

/** Where a title that ends before token `end` begins, not before `floor`; -1 where none does. */
export function titleEndingAt(titles: Titles, words: readonly string[], end: number, floor: number): number {
  for (let i = Math.max(floor, end - LONGEST_TITLE); i < end; i++) {
    const length = titleLength(titles, words, i);
    if (length > 0 && i + length === end) return i;
  }
  return -1;
}

/** The pronoun that a title implies, or null. */
export function genderOfTitle(title: string): Gender | null {
  if (
    /\b(?:mrs|ms|miss|dame|lady|queen|princess|duchess)\b|woman\b|\b(?:she|mother|daughter|wife|sister)\b/iu.test(
      title,
    )
  )
    return 'she';
  return /\b(?:mr|sir|lord|king|prince|duke|pope)\b|(?<!wo)man\b/iu.test(title) ? 'he' : null;
}

import { NAME_PARTICLES, NAME_SUFFIXES, NOT_A_PERSON } from './name-words.js';

/** Names of more words than this are rarely those of a person. */
const LONGEST_PERSON_NAME = 4;

/** Surnames of one or two letters would match too much. */
const SHORTEST_SURNAME = 3;

/** The article that Arabic surnames carry in "al-Abadi" and often drop. */
const ARTICLE_PREFIX = /^(?:al|el|Al|El)-(?=\p{Lu})/u;

/**
 * Short forms that a text is sure to mean by the same name once it was given in full: the surname
 * of a person ("Angela Merkel": "Merkel"; "President Joe Biden": "Joe Biden", "Biden"), and the
 * noun of an institution with its article ("the Supreme Court": "the court"). Acronyms are never
 * guessed. `titles` are offices and ranks in lower case.
 */
export function shortFormsOf(name: string, titles: ReadonlySet<string>): readonly string[] {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const bare = withoutTitle(words, titles);
  if (isPersonName(bare)) return personForms(bare, bare.length < words.length);
  const noun = words.at(-1)?.toLowerCase() ?? '';
  return words.length > 1 && NOT_A_PERSON.institutions.has(noun) ? [`the ${noun}`] : [];
}

/** The words after the longest title that the name begins with; a title alone is left as it is. */
function withoutTitle(words: readonly string[], titles: ReadonlySet<string>): readonly string[] {
  for (let length = words.length - 1; length > 0; length--) {
    if (titles.has(words.slice(0, length).join(' ').toLowerCase())) return words.slice(length);
  }
  return words;
}

function personForms(words: readonly string[], hadTitle: boolean): readonly string[] {
  const surname = surnameOf(words);
  const full = hadTitle ? [words.join(' ')] : [];
  const forms = [surname, surname.replace(ARTICLE_PREFIX, '')];
  return [...full, ...new Set(forms.filter((form) => form.length >= SHORTEST_SURNAME))];
}

/** Two to four capitalized words, none of which belongs to institutions or places. */
function isPersonName(words: readonly string[]): boolean {
  const names = words.filter((word) => !isSuffix(word));
  if (names.length < 2 || names.length > LONGEST_PERSON_NAME + particlesIn(names)) return false;
  const last = names.at(-1)?.toLowerCase() ?? '';
  const first = names[0]?.toLowerCase() ?? '';
  if (NOT_A_PERSON.institutions.has(last) || NOT_A_PERSON.endings.has(last)) return false;
  if (NOT_A_PERSON.beginnings.has(first)) return false;
  return names.every((word) => isCapitalized(word) || NAME_PARTICLES.has(word.toLowerCase()));
}

function particlesIn(words: readonly string[]): number {
  return words.filter((word) => NAME_PARTICLES.has(word.toLowerCase())).length;
}

/** A capital with a small letter after it somewhere, or an initial; not an acronym. */
function isCapitalized(word: string): boolean {
  const bare = word.replace(ARTICLE_PREFIX, '');
  return /^\p{Lu}\.?$/u.test(bare) || (/^\p{Lu}/u.test(bare) && /\p{Ll}/u.test(bare));
}

function isSuffix(word: string): boolean {
  return NAME_SUFFIXES.has(word.toLowerCase().replace(/[.,]/g, ''));
}

/** The last word with the particles before it: "von der Leyen". */
function surnameOf(words: readonly string[]): string {
  const names = words.filter((word) => !isSuffix(word)).map((word) => word.replace(/,$/, ''));
  let start = names.length - 1;
  while (start > 1 && NAME_PARTICLES.has(names[start - 1]?.toLowerCase() ?? '')) start--;
  return names.slice(start).join(' ');
}

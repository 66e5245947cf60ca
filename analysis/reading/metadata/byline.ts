import { monthOf, weekdayNamed } from './date-words.js';

/** Words of the longest byline: three names, their roles and a place. */
const MAX_BYLINE_WORDS = 24;

const PREFIX =
  /^(?:(?:written |reported |story |analysis |opinion |text )?by|von|par|por|door|di|av|autor(?:in)?:|author:|auteur ?:|redacci[oó]n:)\s*:?\s+/iu;

/** Offices that journalists sign with; a capitalized "Senior Correspondent" is no name. */
const ROLE =
  /\b(?:correspondents?|reporters?|writers?|editors?|staff|bureau|chief|analysts?|columnists?|desk|agency|agencies|news|special|senior|contributors?|freelance|journalists?|producers?|service|media|tv|online|press|korrespondent(?:in)?|redakteur(?:in)?|redaktion|envoyée?|spéciale?|journaliste|corresponsal|redactor(?:a)?|web desk|defen[cs]e|political|diplomatic|foreign|security|affairs|md|phd|professor|fellow)\b/iu;

const PARTICLES = new Set(
  'de del della der den di da dos du van von zu la le el al bin ibn abu ter ten y e'.split(' '),
);

/** Words of the longest personal name. */
const MAX_NAME_WORDS = 5;

const UNNAMED = /^by (?:an?|our|the) (?:[\p{L}-]+ ){0,2}(?:reporter|correspondent|writer|editor|staff)s?\b/iu;

/** What signs without a personal name: "Reuters", "Our Correspondent", "Northline Staff". */
const SIGNATURE = /^(?:\p{Lu}[\p{L}.&'’-]{1,20}\s?){1,4}$/u;

/** A line that says who wrote the article. */
export interface Byline {
  /** Names as printed, without "By", office, place or outlet; null for "By a staff reporter". */
  readonly names: string | null;
  /** Whether the line begins with "By" or its like; without, only its place makes it a byline. */
  readonly prefixed: boolean;
}

/** Tells whether a word is a verb in the form that headlines put after a name ("praises"). */
export type IsVerb = (word: string) => boolean;

/** Reads a line as a byline, or returns null. */
export function readByline(line: string, isVerb: IsVerb = () => false): Byline | null {
  const words = line.slice(0, 300).split(' ');
  if (words.length > MAX_BYLINE_WORDS || /[!?;]$/u.test(line)) return null;
  if (UNNAMED.test(line)) return { names: null, prefixed: true };
  const prefix = PREFIX.exec(line);
  const bare = prefix ? line.slice(prefix[0].length) : line;
  const names = namesOf(bare) ?? (prefix && SIGNATURE.test(bare) ? bare : null);
  if (names === null) return null;
  const rest = line.slice((prefix?.[0].length ?? 0) + names.length);
  if (!prefix && (!isBylineRest(rest, names) || names.split(' ').slice(1).some(isVerb))) return null;
  return { names, prefixed: prefix !== null };
}

/** Names as given by markup, without "By", offices and addresses; null where no name is left. */
export function cleanByline(printed: string): string | null {
  const bare = printed.replace(PREFIX, '').trim();
  if (bare === '' || /^https?:/iu.test(bare)) return null;
  return namesOf(bare) ?? (bare.split(/\s{2,}|[,|]/u)[0]?.trim() || null);
}

/** What may follow a name that stands without "By": a place, an office, a date, an agency. */
function isBylineRest(rest: string, names: string): boolean {
  if (names.split(' ').length < 2) return false;
  if (rest === '') return true;
  return (
    /^\s+in\s+\p{Lu}[\p{L} .-]{2,40}$/u.test(rest) ||
    (/^\s*[,|–—-]/u.test(rest) && ROLE.test(rest) && rest.split(' ').length <= 8)
  );
}

/** The names at the start of a text, as printed; null where it does not start with one. */
function namesOf(text: string): string | null {
  const pattern = /\s*(?:,\s*(?:and\s+|und\s+)?|\s(?:and|und|et|y|e|en|&)\s|;)\s*/gu;
  let end = 0;
  let start = 0;
  const pieces = [...text.matchAll(pattern)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  for (const [stop, next] of [...pieces, [text.length, text.length] as const]) {
    const name = nameAtStart(text.slice(start, stop));
    if (name === null) break;
    end = start + name.length;
    // "Jane Doe in Cairo": whatever follows belongs to the place.
    if (name.length < stop - start) break;
    start = next;
  }
  return end === 0 ? null : text.slice(0, end);
}

function nameAtStart(text: string): string | null {
  const taken: string[] = [];
  for (const word of text.split(' ')) {
    if (!isNameWord(word, taken.length)) break;
    taken.push(word);
  }
  while (PARTICLES.has(taken.at(-1) ?? '')) taken.pop();
  const name = taken.join(' ');
  const plausible = taken.length >= 2 && taken.length <= MAX_NAME_WORDS && !ROLE.test(name);
  return plausible ? name : null;
}

function isNameWord(word: string, position: number): boolean {
  if (position > 0 && PARTICLES.has(word)) return true;
  return (
    /^(?:(?:a[dlrstz]|ash|el|bin|ibn)-)?\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) &&
    weekdayNamed(word.toLowerCase()) === undefined &&
    !isMonth(word)
  );
}

/** "Jane Doe March 3": but April, May, June and August are names of people too. */
function isMonth(word: string): boolean {
  return (
    monthOf(word.toLowerCase()) !== undefined &&
    !/^(?:April|May|Mai|June|August|Jan|Mar|Set|Ago|Out|Gen|Mag)$/u.test(word)
  );
}

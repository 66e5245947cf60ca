import type { Speaker, SpeakerKind } from '../article/index.js';
import type { Discourse } from './discourse.js';
import { type Gender, genderOfName } from './given-names.js';
import type { NameMention } from './name-mentions.js';
import { GROUP_WORD, ORGANIZATION_WORD, placeLength } from './places.js';
import { genderOfTitle } from './titles.js';

/** Somebody or something that the article names. */
export interface Person {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly gender: Gender | null;
  /** A title, form of address or office stands beside one of its mentions. */
  readonly titled: boolean;
  readonly roles: readonly string[];
  readonly variants: readonly string[];
  readonly mentions: readonly NameMention[];
}

interface Entry {
  name: string;
  readonly words: readonly string[];
  readonly mentions: NameMention[];
  readonly known: Speaker | null;
}

/** Capitals that are no shouted family name: "NATO", not "KERRY". */
const ACRONYM = /^(?:[A-Z]{2,4}|[B-DF-HJ-NP-TV-Z]{5,})s?$/u;

/** How many bearers of one family name are told apart; only hostile texts have more. */
const MOST_SHARERS = 12;

/** Persons and organizations of a text, and which of them each mention means. */
export interface People {
  readonly all: readonly Person[];
  /** By index in the list of mentions. */
  readonly ofMention: readonly (Person | null)[];
}

/**
 * Groups name mentions: full names first, then single names with the person whose family name they are,
 * the latest before them where several share it. `known` speakers count as named before the text begins.
 */
export function peopleOf(
  discourse: Discourse,
  mentions: readonly NameMention[],
  known: readonly Speaker[],
): People {
  const entries: Entry[] = known
    .filter((speaker) => speaker.kind !== 'unnamed')
    .map((speaker) => ({ name: speaker.name, words: speaker.name.split(' '), mentions: [], known: speaker }));
  const byFull = new Map(entries.map((entry) => [keyOf(entry.words), entry]));
  const byLast = new Map<string, Entry[]>();
  for (const entry of entries) addByLast(byLast, entry);
  for (const mention of mentions) {
    if (mention.words.length > 1) entryFor(entries, byFull, byLast, mention).mentions.push(mention);
  }
  const owners = mentions.map(
    (mention) =>
      byFull.get(keyOf(mention.words)) ??
      sharing(byLast, mention) ??
      entryFor(entries, byFull, byLast, mention),
  );
  for (const [index, owner] of owners.entries()) {
    const mention = mentions[index];
    if (mention?.words.length === 1) owner.mentions.push(mention);
  }
  const persons = new Map(entries.map((entry) => [entry, personOf(discourse, entry)]));
  return { all: [...persons.values()], ofMention: owners.map((owner) => persons.get(owner) ?? null) };
}

function keyOf(words: readonly string[]): string {
  return words.join(' ').toLowerCase();
}

function lastOf(words: readonly string[]): string {
  return (words.at(-1) ?? '').toLowerCase();
}

function entryFor(
  entries: Entry[],
  byFull: Map<string, Entry>,
  byLast: Map<string, Entry[]>,
  mention: NameMention,
): Entry {
  const key = keyOf(mention.words);
  const known = byFull.get(key) ?? withMiddleName(byLast, mention);
  if (known) return known;
  const entry: Entry = { name: mention.words.join(' '), words: mention.words, mentions: [], known: null };
  entries.push(entry);
  byFull.set(key, entry);
  addByLast(byLast, entry);
  return entry;
}

function addByLast(byLast: Map<string, Entry[]>, entry: Entry): void {
  const last = lastOf(entry.words);
  const sharers = byLast.get(last);
  if (sharers) sharers.push(entry);
  else byLast.set(last, [entry]);
}

/** "John F. Kerry" and "John Kerry" are one. */
function withMiddleName(byLast: Map<string, Entry[]>, mention: NameMention): Entry | null {
  const candidates = byLast.get(lastOf(mention.words))?.slice(-MOST_SHARERS) ?? [];
  return (
    candidates.find(
      (entry) => entry.words.length > 1 && mention.words.length > 1 && entry.words[0] === mention.words[0],
    ) ?? null
  );
}

/** The full name that a single name belongs to: the one mentioned last before it, else the first after it. */
function sharing(byLast: Map<string, Entry[]>, mention: NameMention): Entry | null {
  if (mention.words.length > 1) return withMiddleName(byLast, mention);
  const sharers = byLast.get(lastOf(mention.words))?.slice(-MOST_SHARERS) ?? [];
  const candidates = sharers.filter((entry) => entry.words.length > 1 && fitsGender(entry, mention));
  let best: Entry | null = null;
  let bestPlace = Number.NEGATIVE_INFINITY;
  for (const entry of candidates) {
    const place = nearness(entry, mention.from);
    if (place > bestPlace) [best, bestPlace] = [entry, place];
  }
  return best;
}

/** "Mr. Trump" is not Ivanka Trump. */
function fitsGender(entry: Entry, mention: NameMention): boolean {
  const gender = genderOfName(entry.words[0] ?? '');
  return mention.gender === null || gender === null || gender === mention.gender;
}

/** Higher for a later full mention before `at`; below zero where all of them come after. */
function nearness(entry: Entry, at: number): number {
  let low = 0;
  let high = entry.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entry.mentions[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const before = entry.mentions[low - 1];
  if (before) return before.from;
  return entry.known ? 0 : -(entry.mentions[0]?.from ?? 0) - 1;
}

function personOf(discourse: Discourse, entry: Entry): Person {
  const roles = [...new Set(entry.mentions.map((mention) => mention.role).filter((role) => role !== null))];
  const knownRole = entry.known?.role ?? null;
  const titled = entry.mentions.some((mention) => mention.titled) || knownRole !== null;
  const variants = new Set([
    ...(entry.known?.variants ?? []),
    ...entry.mentions.map((mention) => mention.words.join(' ')),
  ]);
  variants.delete(entry.name);
  return {
    name: entry.name,
    kind: entry.known?.kind ?? kindOf(discourse, entry, titled),
    gender: genderOf(entry, roles),
    titled,
    roles: knownRole ? [knownRole, ...roles] : roles,
    variants: [...variants],
    mentions: entry.mentions.toSorted((a, b) => a.from - b.from),
  };
}

function kindOf(discourse: Discourse, entry: Entry, titled: boolean): SpeakerKind {
  const last = entry.words.at(-1) ?? '';
  if (GROUP_WORD.test(last) && entry.words.length < 3) return 'unnamed';
  const organization =
    placeLength(entry.words) === entry.words.length ||
    entry.words.some((word) => ORGANIZATION_WORD.test(word)) ||
    ACRONYM.test(last);
  if (organization) return 'organization';
  if (titled || genderOfName(entry.words[0] ?? '')) return 'named';
  return hasArticle(discourse, entry) ? 'organization' : 'named';
}

/** "the Pentagon", "the Guardian": persons take no article. */
function hasArticle(discourse: Discourse, entry: Entry): boolean {
  return entry.mentions.some((mention) => discourse.tokens[mention.from - 1]?.norm === 'the');
}

function genderOf(entry: Entry, roles: readonly string[]): Gender | null {
  for (const { gender } of entry.mentions) if (gender) return gender;
  for (const role of roles) {
    const gender = genderOfTitle(role);
    if (gender) return gender;
  }
  return genderOfName(entry.words[0] ?? '');
}

import type { FurnitureEntry, Resources } from '../../resources/index.js';

/** The reason of the phrase that settles a line, or null. */
export type PhraseMatcher = (line: string) => string | null;

/** Words of the longest line that a phrase inside it settles; a paragraph may contain any phrase. */
const MAX_WORDS = 30;

/** Characters of such a line. */
const MAX_LENGTH = 240;

const matchers = new WeakMap<Resources, PhraseMatcher>();

/** The matcher for the lexicon of the resources, built once. */
export function phraseMatcher(resources: Resources): PhraseMatcher {
  const known = matchers.get(resources);
  if (known) return known;
  const matcher = buildMatcher(resources.lexicons.furniture);
  matchers.set(resources, matcher);
  return matcher;
}

/** A line as two lines are compared: small letters, plain apostrophes, no marks at its ends. */
export function comparable(line: string): string {
  return plain(line.slice(0, MAX_LENGTH))
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '');
}

function plain(line: string): string {
  return line.toLowerCase().replaceAll('’', "'");
}

type Phrase = readonly [term: string, reason: string];

function buildMatcher(entries: readonly FurnitureEntry[]): PhraseMatcher {
  const phrases = (match: FurnitureEntry['match']): Phrase[] =>
    entries.filter((entry) => entry.match === match).map((entry) => [plain(entry.term), entry.reason]);
  const lines = new Map(phrases('line'));
  const starts = byKey(phrases('start'), firstCharacter);
  const ends = byKey(phrases('end'), lastCharacter);
  const inside = phrases('contains');
  return (line) => {
    if (line.length > MAX_LENGTH || line.split(' ').length > MAX_WORDS) return null;
    const text = plain(line);
    return (
      lineReason(text, lines) ??
      reasonOf(starts.get(firstCharacter(text)), (term) => text.startsWith(term) && bounded(text, term, 0)) ??
      reasonOf(
        ends.get(lastCharacter(text)),
        (term) => text.endsWith(term) && bounded(text, term, text.length - term.length),
      ) ??
      reasonOf(inside, (term) => text.includes(term) && bounded(text, term, text.indexOf(term))) ??
      null
    );
  };
}

/** A line may carry a count or marks beside the phrase: "Comments (14)", "» Share". */
function lineReason(text: string, lines: ReadonlyMap<string, string>): string | undefined {
  const bare = comparable(text);
  return lines.get(text) ?? lines.get(bare) ?? lines.get(comparable(bare.replace(/[\d.,]{1,9}$/u, '')));
}

function byKey(phrases: readonly Phrase[], keyOf: (term: string) => string): ReadonlyMap<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const group = groups.get(keyOf(phrase[0]));
    if (group) group.push(phrase);
    else groups.set(keyOf(phrase[0]), [phrase]);
  }
  return groups;
}

function firstCharacter(text: string): string {
  return text.slice(0, 1);
}

function lastCharacter(text: string): string {
  return text.slice(-1);
}

function reasonOf(phrases: readonly Phrase[] = [], holds: (term: string) => boolean): string | undefined {
  return phrases.find(([term]) => holds(term))?.[1];
}

/** Whether a term found at a place is not the part of a longer word. */
function bounded(text: string, term: string, at: number): boolean {
  const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);
  const [before, after] = [text.charAt(at - 1), text.charAt(at + term.length)];
  return !(isWord(before) && isWord(term.charAt(0))) && !(isWord(after) && isWord(term.slice(-1)));
}

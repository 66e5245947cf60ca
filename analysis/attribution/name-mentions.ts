import { type Discourse, normAt, posAt, type Range } from './discourse.js';
import type { Gender } from './given-names.js';
import type { NameStart, NameText } from './name-text.js';
import { isTemporal, type NounPhrases } from './noun-phrases.js';
import { placeLength } from './places.js';
import { printedRole } from './printed-roles.js';
import { genderOfTitle, type Titles, titleEndingAt, titleLength } from './titles.js';

/** A name in the text, without titles. */
export interface NameMention extends Range {
  /** The words of the name. */
  readonly words: readonly string[];
  /** Office or description printed with it ("Syrian Ambassador to Russia"), or null. */
  readonly role: string | null;
  /** A title, form of address or office stands beside it: it names a person. */
  readonly titled: boolean;
  /** What the form of address right before it tells ("Mrs."), or null. */
  readonly gender: Gender | null;
}

/** Small words inside names ("Ursula von der Leyen"). */
const PARTICLE = /^(?:al|el|de|da|di|du|la|le|bin|ibn|van|von|der|den|dos|del|y|abu|st\.)$/u;
/** A state or month cut short ("Mo."), no name by itself. */
const ABBREVIATION = /^\p{Lu}\p{Ll}+\.$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/iu;
const LINKS_OFFICE = /^(?:of|to|for|at)$/u;
/** Longest title in words that may begin before the capitals of a name ("chairman of the joint chiefs of"). */
const LONGEST_TITLE = 7;

/** The names of a text in order of place. */
export function nameMentions(discourse: Discourse, phrases: NounPhrases, titles: Titles): NameMention[] {
  const text = { discourse, phrases, titles, norms: discourse.tokens.map((token) => token.norm) };
  const mentions: NameMention[] = [];
  for (const sentence of discourse.sentences) {
    let i = sentence.from;
    while (i < sentence.to) {
      const to = runEnd(discourse, i, sentence.to);
      const mention = to > i ? mentionIn(text, { from: i, to }, sentence) : null;
      if (mention) mentions.push(mention);
      i = Math.max(to, i + 1);
    }
  }
  return mentions;
}

function runEnd(discourse: Discourse, from: number, limit: number): number {
  if (!isCapital(discourse, from)) return from;
  let to = from + 1;
  while (to < limit) {
    const particles = particlesAt(discourse, to);
    if (isCapital(discourse, to)) to++;
    else if (particles > 0 && to + particles < limit && isCapital(discourse, to + particles))
      to += particles + 1;
    else break;
  }
  return to;
}

/** How many small words of a name stand at `i`: "van der" are two. */
function particlesAt(discourse: Discourse, i: number): number {
  if (!PARTICLE.test(normAt(discourse, i))) return 0;
  return PARTICLE.test(normAt(discourse, i + 1)) ? 2 : 1;
}

function isCapital(discourse: Discourse, i: number): boolean {
  const token = discourse.tokens[i];
  if (!token || !/^(?:al-|el-|d['’]|l['’])?\p{Lu}/u.test(token.text) || isTemporal(discourse, i))
    return false;
  return token.pos === 'PROPN' || token.pos === 'ADJ' || token.pos === 'NOUN';
}

function mentionIn(text: NameText, run: Range, sentence: Range): NameMention | null {
  const { discourse } = text;
  if (isPartOfTitle(text, run)) return null;
  const begin = nameStart(text, run, sentence);
  let end = run.to;
  while (end > begin.start + 1 && SUFFIX.test(normAt(discourse, end - 1))) end--;
  // "Other senators": the capital is that of the sentence.
  if (end - begin.start === 1 && begin.start === sentence.from && posAt(discourse, begin.start) !== 'PROPN')
    return null;
  const words = discourse.tokens.slice(begin.start, end).map((token) => token.text);
  if (words.length === 1 && ABBREVIATION.test(words[0] ?? '')) return null;
  const role = printedRole(text, begin, end, sentence);
  const address = begin.title === null ? '' : text.norms.slice(begin.title, begin.start).join(' ');
  return {
    from: begin.start,
    to: end,
    words,
    role,
    titled: begin.title !== null || role !== null,
    gender: genderOfTitle(address),
  };
}

/** "US Secretary" before "of State": the run is part of a title that goes on after it. */
function isPartOfTitle({ titles, norms }: NameText, run: Range): boolean {
  for (let i = run.from; i < run.to; i++) {
    const length = titleLength(titles, norms, i);
    if (length > 0 && i + length >= run.to) return true;
  }
  return false;
}

/** Where the name begins after titles and, in "Ambassador to Russia X", after the place of the office. */
function nameStart({ discourse, titles, norms }: NameText, run: Range, sentence: Range): NameStart {
  let start = run.from;
  let title: number | null = null;
  for (let i = Math.max(sentence.from, run.from - LONGEST_TITLE); i < run.to; i++) {
    const end = i + titleLength(titles, norms, i);
    if (end === i || end < run.from || end >= run.to) continue;
    title ??= i;
    start = Math.max(start, end);
  }
  if (title !== null) return { start, title };
  const office = run.from - 1;
  const held = LINKS_OFFICE.test(normAt(discourse, office))
    ? titleEndingAt(titles, norms, office, sentence.from)
    : -1;
  const words = norms.slice(run.from, run.to);
  const place = held < 0 ? 0 : placeLength(words);
  return place > 0 && place < words.length ? { start: run.from + place, title: held } : { start, title };
}

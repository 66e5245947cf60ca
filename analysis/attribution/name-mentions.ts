import { type Discourse, normAt, type Range, spanOf } from './discourse.js';
import { type NounPhrases, phraseAt } from './noun-phrases.js';
import { placeLength } from './places.js';
import { phraseEndingAt } from './subject.js';
import { type Titles, titleLength } from './titles.js';

/** A name in the text, without titles. */
export interface NameMention extends Range {
  /** The words of the name. */
  readonly words: readonly string[];
  /** Office or description printed with it ("Syrian Ambassador to Russia"), or null. */
  readonly role: string | null;
  /** A title or form of address stands before it: it names a person. */
  readonly titled: boolean;
}

/** Small words inside names ("Ursula von der Leyen"). */
const PARTICLE = /^(?:al|el|de|da|di|du|la|le|bin|ibn|van|von|der|den|dos|del|y|abu|st\.)$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/iu;
const LINKS_OFFICE = /^(?:of|to|for|at)$/u;
/** Longest title in words that may begin before the capitals of a name ("chairman of the joint chiefs of"). */
const LONGEST_TITLE = 7;
const LONGEST_ROLE = 14;
const DETERMINER = /^(?:a|an|the|his|her|their|its|our|my|one|former)$/u;

/** The names of a text in order of place. */
export function nameMentions(discourse: Discourse, phrases: NounPhrases, titles: Titles): NameMention[] {
  const norms = discourse.tokens.map((token) => token.norm);
  const mentions: NameMention[] = [];
  for (const sentence of discourse.sentences) {
    let i = sentence.from;
    while (i < sentence.to) {
      const to = runEnd(discourse, i, sentence.to);
      if (to > i) pushMention(discourse, phrases, titles, norms, { from: i, to }, sentence, mentions);
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
  if (!token || !/^\p{Lu}|^al-\p{Lu}/u.test(token.text)) return false;
  return token.pos === 'PROPN' || token.pos === 'ADJ' || token.pos === 'NOUN';
}

function pushMention(
  discourse: Discourse,
  phrases: NounPhrases,
  titles: Titles,
  norms: readonly string[],
  run: Range,
  sentence: Range,
  mentions: NameMention[],
): void {
  if (beginsTitle(titles, norms, run)) return;
  const { start, titled } = nameStart(discourse, titles, norms, run, sentence);
  let end = run.to;
  while (end > start + 1 && SUFFIX.test(normAt(discourse, end - 1))) end--;
  if (start >= end) return;
  const words = discourse.tokens.slice(start, end).map((token) => token.text);
  const role =
    roleBefore(discourse, phrases, start, titled, sentence) ??
    roleInApposition(discourse, phrases, titles, norms, start, sentence) ??
    roleAfter(discourse, titles, norms, end, sentence);
  mentions.push({ from: start, to: end, words, role, titled: titled || role !== null });
}

/** Where the name begins after titles and, in "Ambassador to Russia X", the place of the office. */
function nameStart(
  discourse: Discourse,
  titles: Titles,
  norms: readonly string[],
  run: Range,
  sentence: Range,
): { start: number; titled: boolean } {
  let start = run.from;
  let titled = false;
  for (let i = Math.max(sentence.from, run.from - LONGEST_TITLE); i < run.to; i++) {
    const length = titleLength(titles, norms, i);
    const end = i + length;
    if (length === 0 || end < run.from || end >= run.to) continue;
    titled = true;
    start = Math.max(start, end);
  }
  if (start > run.from) return { start, titled: true };
  const office = run.from - 1;
  if (LINKS_OFFICE.test(normAt(discourse, office)) && endsTitle(titles, norms, office, sentence.from)) {
    const words = norms.slice(run.from, run.to);
    const place = placeLength(words);
    if (place > 0 && place < words.length) return { start: run.from + place, titled: true };
  }
  return { start, titled };
}

function endsTitle(titles: Titles, norms: readonly string[], end: number, floor: number): boolean {
  for (let i = Math.max(floor, end - LONGEST_TITLE); i < end; i++) {
    if (i + titleLength(titles, norms, i) === end) return true;
  }
  return false;
}

/** "US Secretary" before "of State": the run is part of a title that goes on after it. */
function beginsTitle(titles: Titles, norms: readonly string[], run: Range): boolean {
  for (let i = run.from; i < run.to; i++)
    if (i + titleLength(titles, norms, i) >= run.to && titleLength(titles, norms, i) > 0) return true;
  return false;
}

/** What stands before the name in its noun phrase, without article: "US Secretary of State". */
function roleBefore(
  discourse: Discourse,
  phrases: NounPhrases,
  start: number,
  titled: boolean,
  sentence: Range,
): string | null {
  const phrase = phraseAt(phrases, start);
  let from = phrase && phrase.from < start ? phrase.from : start;
  const link = from - 1;
  if (titled && LINKS_OFFICE.test(normAt(discourse, link)) && link > sentence.from) {
    from = phraseAt(phrases, link - 1)?.from ?? from;
  }
  while (from < start && DETERMINER.test(normAt(discourse, from)) && normAt(discourse, from) !== 'former')
    from++;
  if (from >= start || start - from > LONGEST_ROLE) return null;
  const last = discourse.tokens[start - 1];
  if (!titled && (last?.pos !== 'NOUN' || last.text !== last.norm)) return null;
  const first = discourse.tokens[from];
  const role = first && last ? discourse.text.slice(first.start, last.end) : '';
  return /^(?:mr|mrs|ms|miss|dr)\.?$/iu.test(role) || role.length < 3 ? null : role;
}

/** "The UN envoy, Staffan de Mistura," and "the general secretary of NATO, X,": the office before the comma. */
function roleInApposition(
  discourse: Discourse,
  phrases: NounPhrases,
  titles: Titles,
  norms: readonly string[],
  start: number,
  sentence: Range,
): string | null {
  const comma = start - 1;
  if (normAt(discourse, comma) !== ',') return null;
  const phrase = phraseEndingAt(discourse, phrases, comma - 1, sentence.from);
  if (
    !phrase ||
    comma - phrase.from > LONGEST_ROLE ||
    !endsTitle(titles, norms, phrase.head + 1, phrase.from)
  )
    return null;
  let from = phrase.from;
  while (
    from < phrase.head &&
    DETERMINER.test(normAt(discourse, from)) &&
    normAt(discourse, from) !== 'former'
  )
    from++;
  const span = spanOf(discourse, { from, to: comma });
  return discourse.text.slice(span.start, span.end);
}

/** ", the chair of Y," after the name, without article. */
function roleAfter(
  discourse: Discourse,
  titles: Titles,
  norms: readonly string[],
  end: number,
  sentence: Range,
): string | null {
  if (normAt(discourse, end) !== ',') return null;
  let from = end + 1;
  while (DETERMINER.test(normAt(discourse, from)) && normAt(discourse, from) !== 'former') from++;
  let to = from;
  let office = false;
  while (to < sentence.to && to - from < LONGEST_ROLE && !/^[,.;:]$/u.test(normAt(discourse, to))) {
    if (discourse.tokens[to]?.pos === 'VERB' || /^(?:who|which|and|")$/u.test(normAt(discourse, to))) break;
    if (to - from < 4 && titleLength(titles, norms, to) > 0) office = true;
    to++;
  }
  const first = discourse.tokens[from];
  const last = discourse.tokens[to - 1];
  return office && first && last && to > from ? discourse.text.slice(first.start, last.end) : null;
}

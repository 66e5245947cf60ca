import type { Span } from '../../article/index.js';
import { bySpan } from '../../article/index.js';
import type { NameMatch } from '../names/name-trie.js';
import type { NameKind, TargetNames } from '../names/target-names.js';
import { scanWords, type Word } from '../names/words.js';
import type { Mention } from './mention.js';
import { SpanIndex } from './span-index.js';

/** What the names of a text say, before pronouns and speakers are looked at. */
export interface NamedMentions {
  readonly mentions: readonly Mention[];
  readonly opponents: readonly Span[];
}

interface TextNames {
  readonly words: readonly Word[];
  readonly matches: readonly NameMatch<NameKind>[];
}

const INDEFINITE = new Set(['a', 'an', 'another', 'any', 'no', 'every', 'some', 'each']);
const DEFINITE = new Set(['the', 'this', 'that', 'its', 'their', 'our', 'these', 'those', "'", 's']);

/** How many words before a short form may hold its article ("the wider military campaign"). */
const ARTICLE_REACH = 4;

/**
 * Mentions by name in several texts of one article in reading order (headline, then body). Short
 * forms and activities count where the article names the target or its opponent; a short form made
 * of the target's own name ("the coalition") also without. Until the target is named again, a
 * look-alike with a word of the target's name ("the ruling coalition") takes all of them for itself,
 * any other ("the election campaign") those that share a word with it.
 */
export function findNamed(texts: readonly string[], names: TargetNames): NamedMentions[] {
  const read = texts.map((text): TextNames => {
    const words = scanWords(text);
    return { words, matches: names.trie.find(words) };
  });
  const found = read.flatMap(({ words, matches }) =>
    matches.map((match, at) => (isUndertaking(words, match, matches[at + 1], names) ? 'alias' : match.kind)),
  );
  const kinds = new Set(found);
  const shadowed = new Set(kinds.has('alias') ? [] : read.flatMap(lookalikeWords));
  const isShadowed = (printed: readonly string[]) =>
    [...names.nameWords].some((word) => shadowed.has(word)) || printed.some((word) => shadowed.has(word));
  const named = kinds.has('alias') || kinds.has('opponent');
  return read.map(({ words, matches }) => {
    const mentions: Mention[] = [];
    matches.forEach((match, at) => {
      const printed = wordsIn(words, match);
      let basis: Mention['basis'] | null = null;
      if (match.kind === 'alias' || isUndertaking(words, match, matches[at + 1], names)) {
        shadowed.clear();
        basis = 'mentioned';
      } else if (match.kind === 'lookalike') for (const word of printed) shadowed.add(word);
      else if (!isShadowed(printed)) basis = basisOf(words, match, names, named);
      if (basis) mentions.push({ start: match.start, end: match.end, basis });
    });
    const opponents = matches
      .filter((match) => match.kind === 'opponent')
      .map(({ start, end }) => ({ start, end }));
    const pointed = kinds.has('opponent') ? pointedOpponents(words, names) : [];
    return { mentions, opponents: withoutOverlap([...opponents, ...pointed], mentions) };
  });
}

/** What an opponent is called once it was named. */
const OPPONENT_NOUNS = new Set(
  'group militants fighters jihadists extremists insurgents rebels gunmen gang gangs organization pirates'.split(
    ' ',
  ),
);

/** "the group", "the militants": an opponent that was named. */
function pointedOpponents(words: readonly Word[], names: TargetNames): Span[] {
  return words.flatMap((word, at) => {
    const article = words[at - 1];
    const isOpponent = OPPONENT_NOUNS.has(word.norm) && !names.aliasWords.has(word.norm);
    return isOpponent && article?.norm === 'the' ? [{ start: article.start, end: word.end }] : [];
  });
}

/** In order; of two that overlap only the first, and none that overlaps a mention. */
function withoutOverlap(spans: readonly Span[], mentions: readonly Mention[]): Span[] {
  const index = new SpanIndex(mentions);
  const kept: Span[] = [];
  for (const span of [...spans].sort(bySpan)) {
    if (span.start >= (kept.at(-1)?.end ?? 0) && index.overlapping(span).length === 0) kept.push(span);
  }
  return kept;
}

/** How many words may stand between "against" and the opponent ("against the so-called Islamic State"). */
const AGAINST_REACH = 4;

/** "A political campaign against Islamic State": said of the opponent, even a look-alike is the target. */
function isUndertaking(
  words: readonly Word[],
  match: NameMatch<NameKind>,
  next: NameMatch<NameKind> | undefined,
  names: TargetNames,
): boolean {
  if (match.kind !== 'lookalike' && match.kind !== 'shortForm' && match.kind !== 'activity') return false;
  if (next?.kind !== 'opponent' || words[match.lastWord + 1]?.norm !== 'against') return false;
  return next.firstWord - match.lastWord - 1 <= AGAINST_REACH && !belongsToOthers(words, match, names);
}

function lookalikeWords({ words, matches }: TextNames): string[] {
  return matches.filter(({ kind }) => kind === 'lookalike').flatMap((match) => wordsIn(words, match));
}

function wordsIn(words: readonly Word[], match: NameMatch<NameKind>): string[] {
  return words.slice(match.firstWord, match.lastWord + 1).map((word) => word.norm);
}

function basisOf(
  words: readonly Word[],
  match: NameMatch<NameKind>,
  names: TargetNames,
  named: boolean,
): Mention['basis'] | null {
  if (match.kind === 'alias') return 'mentioned';
  if (match.kind !== 'shortForm' && match.kind !== 'activity') return null;
  if (isSurname(words, match, names)) return belongsToNamesake(words, match) ? null : 'mentioned';
  if (belongsToOthers(words, match, names)) return null;
  if (match.kind === 'activity') return named ? 'mentioned' : null;
  const shared = sharesAliasWord(words, match, names);
  const article = articleBefore(words, match.firstWord);
  if (article === 'indefinite' && !isModifier(words, match, names)) return null;
  if (article === 'none' && !shared) return null;
  if (!named && (!shared || words[match.lastWord + 1]?.norm === 'of')) return null;
  return shared ? 'mentioned' : 'anaphoric';
}

/** A person's name in one word, as printed: "Obama", not "the court". */
function isSurname(words: readonly Word[], match: NameMatch<NameKind>, names: TargetNames): boolean {
  const word = words[match.lastWord];
  return (
    match.kind === 'shortForm' &&
    match.firstWord === match.lastWord &&
    /^\p{Lu}/u.test(word?.printed ?? '') &&
    names.nameWords.has(word?.norm ?? '')
  );
}

/** Capitalized words before a surname that are no first name: offices and ranks, and openers of sentences. */
const BEFORE_SURNAMES = new Set(
  `president vice minister prime secretary senator congressman congresswoman representative governor mayor chancellor
   chairman chairwoman speaker justice judge general admiral colonel major captain lieutenant sergeant commander
   ambassador attorney sheriff commissioner director professor doctor king queen prince princess lord lady sir
   mr mrs ms miss dr sen rep gov gen col pope bishop archbishop cardinal reverend imam sheikh
   the a an and but or so yet as if when while since because although though that with for by in on at to of from
   under after before once until unless like unlike yesterday today now then still meanwhile instead what why how
   who did does do is was has had will would can could should may might not republican democrat democratic`.split(
    /\s+/,
  ),
);

/** "Michelle Obama" is somebody else than Barack. */
function belongsToNamesake(words: readonly Word[], match: NameMatch<NameKind>): boolean {
  const before = words[match.firstWord - 1];
  return before !== undefined && /^\p{Lu}\p{Ll}/u.test(before.printed) && !BEFORE_SURNAMES.has(before.norm);
}

/** What a target's noun stands before when it only says whose ("a coalition plane"). */
const BELONGINGS = new Set(
  `plane planes aircraft jet jets warplane warplanes drone drones strike strikes airstrike airstrikes air bomb bombs
   bombing raid raids spokesman spokeswoman spokesperson official officials commander commanders officer officers
   soldier soldiers troops forces force pilot pilots member members partner partners country nation leader leaders
   patrol patrols base bases headquarters`.split(/\s+/),
);

/** "a coalition plane", "a coalition spokesman": the article belongs to the plane. */
function isModifier(words: readonly Word[], match: NameMatch<NameKind>, names: TargetNames): boolean {
  const last = words[match.lastWord]?.norm ?? '';
  return (
    !names.aliasWords.has(last) ||
    BELONGINGS.has(last) ||
    BELONGINGS.has(words[match.lastWord + 1]?.norm ?? '')
  );
}

function sharesAliasWord(words: readonly Word[], match: NameMatch<NameKind>, names: TargetNames): boolean {
  return words.slice(match.firstWord, match.lastWord + 1).some((word) => names.aliasWords.has(word.norm));
}

function articleBefore(words: readonly Word[], firstWord: number): 'definite' | 'indefinite' | 'none' {
  for (let at = firstWord - 1; at >= Math.max(0, firstWord - ARTICLE_REACH); at--) {
    const word = words[at];
    if (!word || !/^[\p{L}\p{N}']/u.test(word.norm)) return 'none';
    if (INDEFINITE.has(word.norm)) return 'indefinite';
    if (DEFINITE.has(word.norm)) return 'definite';
  }
  return 'none';
}

/** "Russian airstrikes", "the government's coalition": a name or owner before it that is not of this case. */
function belongsToOthers(words: readonly Word[], match: NameMatch<NameKind>, names: TargetNames): boolean {
  const before = words[match.firstWord - 1];
  if (!before) return false;
  const owner = words[match.firstWord - 3];
  if (before.norm === 's' && words[match.firstWord - 2]?.norm === "'" && owner)
    return !names.caseWords.has(owner.norm);
  if (!/^\p{Lu}\p{Ll}/u.test(before.printed)) return false;
  const startsSentence = match.firstWord === 1 || /^[.!?"“:]$/u.test(words[match.firstWord - 2]?.norm ?? '.');
  return !startsSentence && !names.caseWords.has(before.norm);
}

import type { Span } from '../../article/index.js';
import type { NameMatch } from '../names/name-trie.js';
import type { NameKind, TargetNames } from '../names/target-names.js';
import { scanWords, type Word } from '../names/words.js';
import type { Mention } from './mention.js';

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
 * forms and activities count once the article names the target; after a look-alike ("the ruling
 * coalition") they mean that one until the target is named again.
 */
export function findNamed(texts: readonly string[], names: TargetNames): NamedMentions[] {
  const read = texts.map((text): TextNames => {
    const words = scanWords(text);
    return { words, matches: names.trie.find(words) };
  });
  const all = read.flatMap(({ matches }) => matches);
  const named = all.some((match) => match.kind === 'alias') || onlyItsCase(all);
  let meant = named;
  return read.map(({ words, matches }) => {
    const mentions: Mention[] = [];
    for (const match of matches) {
      if (match.kind === 'alias') meant = true;
      else if (match.kind === 'lookalike') meant = false;
      const basis = meant ? basisOf(words, match, names) : null;
      if (basis) mentions.push({ start: match.start, end: match.end, basis });
    }
    const opponents = matches.filter((match) => match.kind === 'opponent');
    return { mentions, opponents: opponents.map(({ start, end }) => ({ start, end })) };
  });
}

/** Never named in full, but its opponent is, and no look-alike: the short form can mean nothing else. */
function onlyItsCase(matches: readonly NameMatch<NameKind>[]): boolean {
  const kinds = new Set(matches.map((match) => match.kind));
  return kinds.has('opponent') && !kinds.has('lookalike');
}

function basisOf(
  words: readonly Word[],
  match: NameMatch<NameKind>,
  names: TargetNames,
): Mention['basis'] | null {
  if (match.kind === 'alias') return 'mentioned';
  if (match.kind !== 'shortForm' && match.kind !== 'activity') return null;
  if (belongsToOthers(words, match, names)) return null;
  if (match.kind === 'activity') return 'mentioned';
  const shared = sharesAliasWord(words, match, names);
  const article = articleBefore(words, match.firstWord);
  if (article === 'indefinite' || (article === 'none' && !shared)) return null;
  return shared ? 'mentioned' : 'anaphoric';
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

/** "Russian airstrikes", "the Saudi coalition": a name before it that is not of this case. */
function belongsToOthers(words: readonly Word[], match: NameMatch<NameKind>, names: TargetNames): boolean {
  const before = words[match.firstWord - 1];
  const own = words[match.firstWord];
  if (!before || !own || !/^\p{Lu}\p{Ll}/u.test(before.printed)) return false;
  const startsSentence = match.firstWord === 1 || /^[.!?"“:]$/u.test(words[match.firstWord - 2]?.norm ?? '.');
  return !startsSentence && !names.caseWords.has(before.norm) && before.end < own.start;
}

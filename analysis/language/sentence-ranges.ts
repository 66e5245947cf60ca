import type { Span } from '../article/index.js';
import { announcesName } from './abbreviations.js';

/** Longest sentence in tokens; run-on text without full stops is cut, so that later steps stay linear. */
const LONGEST_SENTENCE = 300;

/** Tokens `[from, to)` of one sentence. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const FULL_STOP = /^(?:[.!?…]|\.{2,})$/u;
const CLOSER = /^(?:["”’»)\]}]|'|'')$/u;
const OPENER = /^["“„‘«([{'`]/u;
/** Words that start sentences and hardly ever go on after "U.S." or "Inc.". */
const STARTER =
  /^(?:the|a|an|he|she|it|they|we|i|you|this|that|these|those|but|and|in|on|at|as|for|if|when|while|after|before|there|his|her|its|their|our|some|many|no|so|yet|still|however|meanwhile|according)$/iu;
/** Verbs that go on with a sentence after an exclamation or question that was quoted. */
const SAYING =
  /^(?:said|says|say|asked|asks|added|adds|told|wrote|writes|tweeted|replied|shouted|exclaimed|declared|continued|cried|yelled|responded|recalled|joked|quipped|wondered|demanded)$/iu;
/** How many tokens a speaker's name may take between `!"` and "said". */
const LONGEST_NAME = 6;

/**
 * Cuts the tokens of one unit into sentences. Full stops after abbreviations and initials, `!"`
 * before "he said" and anything followed by lower case go on; in a `caseless` text, which has no capitals,
 * lower case says nothing.
 */
export function sentenceRanges(text: string, tokens: readonly Span[], caseless: boolean): TokenRange[] {
  const words = tokens.map((token) => text.slice(token.start, token.end));
  const ranges: TokenRange[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    const to = boundaryAfter(text, tokens, words, i, caseless);
    if (to > from) {
      ranges.push({ from, to });
      from = to;
      i = to - 1;
    } else if (i + 1 - from >= LONGEST_SENTENCE) {
      const cut = softCut(words, from, i + 1);
      ranges.push({ from, to: cut });
      from = cut;
    }
  }
  if (from < tokens.length) ranges.push({ from, to: tokens.length });
  return ranges;
}

/** The index after the sentence that ends at token `i` (closing marks included), or 0 when it goes on. */
function boundaryAfter(
  text: string,
  tokens: readonly Span[],
  words: readonly string[],
  i: number,
  caseless: boolean,
): number {
  const word = words[i] ?? '';
  if (blankLineAfter(text, tokens, i)) return i + 1;
  const abbreviated = word.length > 1 && word.endsWith('.') && !FULL_STOP.test(word);
  if (!abbreviated && !FULL_STOP.test(word)) return 0;
  if (abbreviated && announcesName(word)) return 0;
  const to = afterClosers(tokens, words, i + 1);
  if (to >= tokens.length) return to;
  if (tokens[to]?.start === tokens[to - 1]?.end) return 0;
  return goesOn(words, i, to, abbreviated, caseless) ? 0 : to;
}

function afterClosers(tokens: readonly Span[], words: readonly string[], from: number): number {
  let to = from;
  while (to < tokens.length && tokens[to]?.start === tokens[to - 1]?.end) {
    const word = words[to] ?? '';
    if (!CLOSER.test(word) && !FULL_STOP.test(word)) break;
    to++;
  }
  return to;
}

function blankLineAfter(text: string, tokens: readonly Span[], i: number): boolean {
  const here = tokens[i];
  const next = tokens[i + 1];
  if (!here || !next || next.start - here.end < 2) return false;
  const gap = text.slice(here.end, next.start);
  return gap.indexOf('\n') !== gap.lastIndexOf('\n');
}

function goesOn(
  words: readonly string[],
  i: number,
  to: number,
  abbreviated: boolean,
  caseless: boolean,
): boolean {
  let next = to;
  while (next < words.length - 1 && OPENER.test(words[next] ?? '') && next < to + 3) next++;
  const following = words[next] ?? '';
  if (!caseless && /^\p{Ll}/u.test(following)) return true;
  if (abbreviated) return !STARTER.test(following) && next === to;
  if (to > i + 1 && words[i] !== '.') return sayingFollows(words, to);
  return false;
}

function sayingFollows(words: readonly string[], from: number): boolean {
  for (let k = from; k < Math.min(words.length, from + LONGEST_NAME); k++) {
    const word = words[k] ?? '';
    if (SAYING.test(word)) return true;
    if (/^[.,;:!?"“]$/u.test(word)) return false;
  }
  return false;
}

/** The best place to cut an over-long stretch: after its last semicolon or comma in the second half. */
function softCut(words: readonly string[], from: number, to: number): number {
  for (let k = to - 1; k > from + LONGEST_SENTENCE / 2; k--) {
    if (words[k] === ';' || words[k] === ',') return k + 1;
  }
  return to;
}

import type { Wink } from './wink.js';
import {
  CLIPPED,
  DESCRIBING_PREFIXES,
  DOUBLE_MARK,
  describes,
  ENCLITICS,
  MARK,
  SINGLE_MARK,
} from './word-classes.js';

/*
 * wink-nlp remembers every string it reads, and what it remembers changes how it cuts later text. It
 * is therefore only shown words of a closed vocabulary: its own dictionary, and one stand-in for each
 * class of words that it tags by shape. Each of them is one token by construction, so that tags never
 * depend on what was read before, and memory stays bounded.
 */
const NAME = 'Zqx';
const NOUN = 'zqo';
const FIGURE = '7';
const ADJECTIVE = 'big';

/** Endings by which the tagger judges words it does not know, longest first. */
const ENDINGS = [
  ...['able', 'tish', 'like', 'less', 'llah', 'stan', 'gton', 'abad', 'land', 'tnam', 'ing', 'ous', 'ful'],
  ...['ary', 'ier', 'est', 'ity', 'ion', 'pur', 'ed', 'ly', 'fy', 'ky', 'es', 'er', 'or'],
];
const MARKS_SHOWN: ReadonlySet<string> = new Set('. , ; : ! ? ( ) [ ] - -- ... $ % & /'.split(' '));
const LOWER_CASE = /^\p{Ll}/u;
const NAME_INSIDE = /^\p{Ll}+[-'’]\p{Lu}/u;
const DIGIT = /^\p{N}/u;
/** "7", "1,000", "4.2bn", "2nd"; not "50-year-old". */
const PLAIN_FIGURE = /^[\p{N}.,:/]+\p{L}{0,3}$/u;
const PLAIN_WORD = /^[a-z]+$/u;
const SENTENCE_START = /^[:.!?…]+$/u;

const NAME_AND_WORD =
  /^(?:Will|Mark|Bill|Grant|Rob|Sue|Drew|Rich|Frank|Chuck|Jack|Hope|Grace|Joy|Rose|Faith|Dick|Pat|Chase|Reed|Gene|Dawn|Bob|Ray|Art|Max)$/u;

/** What the text as a whole says about the case of its words. */
export interface CaseHabits {
  /** Capitalized words that stand inside a sentence somewhere: names, not sentence starts. */
  readonly names: ReadonlySet<string>;
}

/** The words of a sentence as its tagging needs them. */
export interface SentenceWords {
  readonly words: readonly string[];
  readonly norms: readonly string[];
  readonly habits: CaseHabits;
  /** All capitals, or nearly every word capitalized: case then says nothing about names. */
  readonly shouted: boolean;
}

/** What the tagger is shown in place of word `i`. */
export function standIn(tool: Wink, sentence: SentenceWords, i: number): string {
  const word = sentence.words[i] ?? '';
  const norm = sentence.norms[i] ?? '';
  if (norm === "'s") return norm;
  const enclitic = ENCLITICS.get(norm);
  if (enclitic) return enclitic.shown;
  if (MARK.test(word)) return markStandIn(word);
  if (DIGIT.test(word)) return PLAIN_FIGURE.test(word) ? FIGURE : ADJECTIVE;
  if (sentence.norms[i + 1] === "n't" && CLIPPED.has(norm)) return CLIPPED.get(norm) ?? norm;
  if (NAME_INSIDE.test(word)) return compoundStandIn(word, norm);
  if (LOWER_CASE.test(word)) return lowerStandIn(tool, norm);
  if (sentence.shouted && word !== 'US') return tool.knows(norm) ? norm : NAME;
  return capitalStandIn(tool, sentence, i);
}

function markStandIn(word: string): string {
  if (DOUBLE_MARK.test(word)) return '"';
  if (SINGLE_MARK.test(word)) return "'";
  if (word === '—' || word === '–') return '--';
  if (word === '…' || word.startsWith('..')) return '...';
  return MARKS_SHOWN.has(word) ? word : ',';
}

/** A word in lower case: itself where the dictionary has it, else the stand-in of its ending. */
function lowerStandIn(tool: Wink, norm: string): string {
  if (tool.knows(norm)) return norm;
  if (norm.includes('-')) return describes(norm) ? ADJECTIVE : lastPartStandIn(tool, norm);
  const ending = ENDINGS.find((suffix) => norm.length > suffix.length + 1 && norm.endsWith(suffix));
  if (ending) return `zq${ending}`;
  const prefix = DESCRIBING_PREFIXES.find((start) => norm.startsWith(start));
  return prefix ? `${prefix}zq` : NOUN;
}

function lastPartStandIn(tool: Wink, norm: string): string {
  const last = norm.slice(norm.lastIndexOf('-') + 1);
  return PLAIN_WORD.test(last) ? lowerStandIn(tool, last) : NOUN;
}

/** A capitalized word: in lower case where only its place in the sentence made it a capital. */
function capitalStandIn(tool: Wink, sentence: SentenceWords, i: number): string {
  const word = sentence.words[i] ?? '';
  const norm = sentence.norms[i] ?? '';
  if (word === 'I' || word === 'US') return word;
  if (isGivenName(sentence, i)) return NAME;
  if (isFirstWord(sentence.words, i) && !sentence.habits.names.has(word) && tool.knows(norm)) return norm;
  if (word.includes('-')) return compoundStandIn(word, norm);
  return PLAIN_WORD.test(word.slice(1)) && tool.knows(word) ? word : NAME;
}

/** "Will Doyle said so.": a given name that is also a word, before another capital; "Will Doyle go?" asks. */
function isGivenName({ words }: SentenceWords, i: number): boolean {
  return (
    NAME_AND_WORD.test(words[i] ?? '') && /^\p{Lu}\p{Ll}/u.test(words[i + 1] ?? '') && words.at(-1) !== '?'
  );
}

/** "US-led" and "Anti-IS" describe, "Al-Assad" and "Jean-Claude" name. */
function compoundStandIn(word: string, norm: string): string {
  if (describes(norm)) return ADJECTIVE;
  return /[-'’]\p{Lu}/u.test(word) ? NAME : NOUN;
}

/** Whether only opening marks stand before the word, or a mark after which a sentence starts. */
function isFirstWord(words: readonly string[], i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const word = words[k] ?? '';
    if (DOUBLE_MARK.test(word)) return !closesAfterComma(words, k);
    if (SENTENCE_START.test(word)) return true;
    if (!MARK.test(word) || word === ',') return false;
  }
  return true;
}

/** In `"...," Sharp said` the mark closes, and no sentence starts after it. */
function closesAfterComma(words: readonly string[], mark: number): boolean {
  if (words[mark - 1] !== ',') return false;
  if (words[mark] === '”') return true;
  let marks = 0;
  for (let k = 0; k < mark; k++) if (DOUBLE_MARK.test(words[k] ?? '')) marks++;
  return words[mark] !== '“' && marks % 2 === 1;
}

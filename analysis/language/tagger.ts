import type { PartOfSpeech } from '../article/index.js';
import { lemmaOfUnknown } from './lemma.js';
import { normOf } from './norm.js';
import { type CaseHabits, type SentenceWords, standIn } from './stand-ins.js';
import { type Wink, wink } from './wink.js';
import { CLIPPED, ENCLITICS, MARK, SYMBOL, TAKES_IS } from './word-classes.js';

/** Part of speech and dictionary form of a word. */
interface Tag {
  readonly pos: PartOfSpeech;
  readonly lemma: string;
}

/** A word with its tag; `norm` is lower case with straight apostrophes. */
export interface TaggedWord extends Tag {
  readonly norm: string;
}

/** Fewest capitalized words that make a sentence a headline, and how many of them outweigh one in lower case. */
const HEADLINE_CAPITALS = 4;
const CAPITALS_PER_LOWER = 8;

/** Tags the words of one sentence. The result depends on nothing but the arguments. */
export function tagWords(words: readonly string[], habits: CaseHabits): TaggedWord[] {
  const tool = wink();
  const norms = words.map(normOf);
  const sentence = { words, norms, habits, shouted: isHeadlineCase(words) };
  const shown = words.map((_, i) => standIn(tool, sentence, i));
  const { pos, lemmas } = tool.tag(shown);
  return norms.map((norm, i) => {
    const tag = fixedTag(sentence, i) ?? tagOf(tool, norm, shown[i] ?? '', pos[i] ?? 'X', lemmas[i]);
    return { norm, pos: tag.pos, lemma: tag.lemma };
  });
}

function isHeadlineCase(words: readonly string[]): boolean {
  let capitals = 0;
  let others = 0;
  for (const word of words) {
    if (/^\p{Lu}/u.test(word)) capitals++;
    else if (/^\p{Ll}{4,}/u.test(word)) others++;
  }
  return capitals >= HEADLINE_CAPITALS && others <= capitals / CAPITALS_PER_LOWER;
}

/** Tags that the form alone decides. */
function fixedTag({ words, norms }: SentenceWords, i: number): Tag | null {
  const norm = norms[i] ?? '';
  if (norm === "'s") return tagOfS(norms[i - 1] ?? '', norms[i + 1] ?? '');
  const enclitic = ENCLITICS.get(norm);
  if (enclitic) return { pos: enclitic.lemma === 'not' ? 'PART' : 'AUX', lemma: enclitic.lemma };
  if (MARK.test(norm)) return { pos: SYMBOL.test(words[i] ?? '') ? 'SYM' : 'PUNCT', lemma: norm };
  return null;
}

/** "it's", "who's": is; "let's": us; otherwise possessive, unless what follows shows a verb. */
function tagOfS(before: string, after: string): Tag {
  if (before === 'let') return { pos: 'PRON', lemma: 'us' };
  const isVerb = TAKES_IS.test(before) || /^(?:a|an|the|not|been|going)$/u.test(after);
  return isVerb ? { pos: 'AUX', lemma: 'be' } : { pos: 'PART', lemma: "'s" };
}

function tagOf(tool: Wink, norm: string, shown: string, pos: PartOfSpeech, lemma: string | undefined): Tag {
  // wink's lists of exceptions are plain objects: for "constructor" the lemma is a function.
  const stated = typeof lemma === 'string' ? lemma.toLowerCase() : norm;
  if (shown === norm || shown.toLowerCase() === norm || CLIPPED.get(norm) === shown)
    return { pos, lemma: stated };
  return { pos, lemma: lemmaOfStandIn(tool, norm, shown, pos, stated) };
}

/** Compounds take the lemma of their last part: "vice-presidents" to "vice-president". */
function lemmaOfStandIn(tool: Wink, norm: string, shown: string, pos: PartOfSpeech, lemma: string): string {
  const head = norm.slice(norm.lastIndexOf('-') + 1);
  if (head !== norm && head === shown) return norm.slice(0, norm.length - head.length) + lemma;
  return tool.knows(norm) ? norm : lemmaOfUnknown(norm, pos);
}

import type { Token } from '../../article/index.js';

const ENDS_PHRASE = /^(?:,|\(|—|–|--|of|for|in|at|from|with|on|who|which|that|to|and)$/u;
const POSSESSIVE = /^'s?$/u;
const SUFFIX = /^(?:jr|sr|inc)\.?$/u;
const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM)$/u;

/**
 * The head word of a source, as an index of a token: the last noun, name or pronoun before the first comma,
 * preposition or relative clause ("spokesman" in "a spokesman for X", "Kerry" in "John Kerry, who"), and of
 * a name the last part that is no suffix; -1 without words.
 */
export function headOf(tokens: readonly Token[], source: readonly number[]): number {
  const nominals = phraseOf(tokens, source).filter((i) => NOMINAL.test(tokens[i]?.pos ?? ''));
  const last = nominals.at(-1);
  if (last === undefined) return source.at(-1) ?? -1;
  if (tokens[last]?.pos !== 'PROPN') return last;
  const names = nominals.filter((i) => tokens[i]?.pos === 'PROPN' && !SUFFIX.test(tokens[i]?.norm ?? ''));
  return names.at(-1) ?? last;
}

/** The words before the first that ends the phrase, once a noun, name or pronoun has come. */
function phraseOf(tokens: readonly Token[], source: readonly number[]): readonly number[] {
  let isNamed = false;
  const end = source.findIndex((i, at) => {
    const token = tokens[i];
    if (!token) return true;
    if (isNamed && ENDS_PHRASE.test(token.norm)) return true;
    if (isNamed && POSSESSIVE.test(token.norm) && !isOwned(tokens[source[at + 1] ?? -1])) return true;
    isNamed ||= NOMINAL.test(token.pos) && !POSSESSIVE.test(token.norm);
    return false;
  });
  return end < 0 ? source : source.slice(0, end);
}

/** Whether a word after "'s" goes on with the phrase: "Clinton's campaign". */
function isOwned(token: Token | undefined): boolean {
  return token !== undefined && /^(?:NOUN|PROPN|ADJ)$/u.test(token.pos);
}

/**
 * Whether two sources name the same one by their head words: the same word or dictionary form, or each
 * head lies within the other's words. Never where one has no words.
 */
export function isSameSource(
  tokens: readonly Token[],
  gold: readonly number[],
  found: readonly number[],
): boolean {
  const goldHead = headOf(tokens, gold);
  const foundHead = headOf(tokens, found);
  const [expected, given] = [tokens[goldHead], tokens[foundHead]];
  if (!expected || !given) return false;
  if (expected.norm === given.norm || expected.lemma === given.lemma) return true;
  return found.includes(goldHead) && gold.includes(foundHead);
}

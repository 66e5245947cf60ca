/** "n't", "'re" and the like: what the tagger is shown for them, and their dictionary form. */
export const ENCLITICS: ReadonlyMap<string, { readonly shown: string; readonly lemma: string }> = new Map([
  ["n't", { shown: 'not', lemma: 'not' }],
  ["'re", { shown: 'are', lemma: 'be' }],
  ["'ve", { shown: 'have', lemma: 'have' }],
  ["'ll", { shown: 'will', lemma: 'will' }],
  ["'d", { shown: 'would', lemma: 'would' }],
  ["'m", { shown: 'am', lemma: 'be' }],
]);

/** First halves of contractions that are no words of their own: "ca|n't". */
export const CLIPPED: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'is'],
]);

/** Words after which "'s" is "is", not a possessive. */
export const TAKES_IS = /^(?:i|you|he|she|it|that|there|here|what|who|where|how|this|everything|nothing)$/u;

/** No letter or digit in it. */
export const MARK = /^[^\p{L}\p{N}]+$/u;
export const DOUBLE_MARK = /^(?:["“”„«»]|''|``)$/u;
export const SINGLE_MARK = /^['‘’‚‹›`]$/u;
export const SYMBOL = /^[$€£¥₹%&#*+=<>|^~@°§©®™\\/_]+$/u;

/** Compounds whose last part makes them describe: "US-led", "long-awaited", "high-level". */
const DESCRIBING =
  /-(?:\p{L}{2,}(?:ed|ing)|led|run|made|born|held|built|known|wide|free|old|long|style|level|sponsored)$/iu;
/** Prefixes that leave the part of speech as it is: "re-elected", "co-chair". */
const NEUTRAL_PREFIX = /^(?:re|co|pre|over|out|under|mis|de|un|cross|fact)-/iu;

/** Prefixes that make what follows describe: "anti-war", "anti-IS". */
export const DESCRIBING_PREFIXES = ['anti', 'post', 'non', 'cross'];

/** Whether a compound, in lower case, is an adjective by its form. */
export function describes(norm: string): boolean {
  if (DESCRIBING_PREFIXES.some((prefix) => norm.startsWith(`${prefix}-`))) return true;
  return DESCRIBING.test(norm) && !NEUTRAL_PREFIX.test(norm);
}

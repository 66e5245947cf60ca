import type { TaggedWord } from './tagger.js';

/** Words after which no verb in "-s" can stand: "have doubts", "the claims", "his hopes". */
const BEFORE_NOUNS =
  /^(?:have|has|had|having|do|does|did|will|would|can|could|may|might|must|should|the|a|an|his|their|its|our|my|your|these|those|such|no)$/u;

/**
 * Mends what the tagger gets wrong by rule: a verb in the third person ("doubts") after an auxiliary, an
 * article or a possessive is a noun.
 */
export function repairTags(words: readonly TaggedWord[]): TaggedWord[] {
  return words.map((word, i) => (isNoun(word, words[i - 1]) ? { ...word, pos: 'NOUN' } : word));
}

function isNoun(word: TaggedWord, before: TaggedWord | undefined): boolean {
  if (word.pos !== 'VERB' || !before || !/[^s]s$/u.test(word.norm) || word.lemma === word.norm) return false;
  return BEFORE_NOUNS.test(before.norm);
}

import type { Token } from '../../../article/index.js';
import { sentencesOf } from '../../../language/index.js';
import { type MentionReading, readMention } from '../../mention-model/mention-reading.js';
import { readSentence, type WordKnowledge } from '../../mention-model/sentence-reading.js';
import { type SparseFeatures, sparseFeatures } from '../../mention-model/sparse-features.js';
import { type TokenInputs, tokenInputs } from '../../mention-model/token-inputs.js';
import type { MentionExample } from './examples.js';

/** A labelled mention with everything that the models read of it. */
export interface PreparedExample extends MentionExample {
  readonly reading: MentionReading;
  readonly input: TokenInputs;
  readonly features: SparseFeatures;
}

/** Reads the sentence of each mention; mentions that cover no token are left out. */
export function prepareExamples(
  examples: readonly MentionExample[],
  knowledge: WordKnowledge,
): PreparedExample[] {
  return examples.flatMap((example) => {
    const tokens = sentenceTokens(example);
    const reading = readMention(readSentence(tokens, knowledge), example.mention);
    if (!reading) return [];
    return [{ ...example, reading, input: tokenInputs(reading), features: sparseFeatures(reading) }];
  });
}

/** Tokens of the sentence that holds the start of the mention. */
export function sentenceTokens({
  text,
  mention,
}: Pick<MentionExample, 'text' | 'mention'>): readonly Token[] {
  const sentences = sentencesOf(text, [{ ordinal: 1, role: 'body', start: 0, end: text.length }]);
  const own = sentences.find((sentence) => mention.start < sentence.end);
  return own?.tokens ?? [];
}

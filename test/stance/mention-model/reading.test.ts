import { beforeAll, describe, expect, it } from '@jest/globals';
import { sentencesOf } from '../../../analysis/language/index.js';
import { unpackModel } from '../../../analysis/learning/index.js';
import { loadResources } from '../../../analysis/resources/index.js';
import { connotationIndex } from '../../../analysis/stance/mention-model/connotations.js';
import { MASK } from '../../../analysis/stance/mention-model/masked-sentence.js';
import { readMention } from '../../../analysis/stance/mention-model/mention-reading.js';
import { ROLES } from '../../../analysis/stance/mention-model/roles.js';
import { readSentence, type WordKnowledge } from '../../../analysis/stance/mention-model/sentence-reading.js';
import { sparseFeatures } from '../../../analysis/stance/mention-model/sparse-features.js';
import { SCALARS, tokenInputs } from '../../../analysis/stance/mention-model/token-inputs.js';
import {
  packWordVectors,
  readWordVectors,
  VECTOR_SIZE,
} from '../../../analysis/stance/mention-model/word-vectors.js';

let knowledge: WordKnowledge;

beforeAll(() => {
  const bytes = packWordVectors(
    ['the', 'army'],
    new Float32Array(2 * VECTOR_SIZE).fill(1),
    new Float32Array(VECTOR_SIZE + 1),
    {},
  );
  const vectors = readWordVectors(unpackModel(bytes, 'test'));
  knowledge = { vectors, connotations: connotationIndex(loadResources().lexicons) };
});

function read(text: string, target: string) {
  const start = text.indexOf(target);
  const [sentence] = sentencesOf(text, [{ ordinal: 1, role: 'body', start: 0, end: text.length }]);
  const mention = readMention(readSentence(sentence?.tokens ?? [], knowledge), {
    start,
    end: start + target.length,
  });
  if (!mention) throw new Error('no mention');
  return mention;
}

/** Words with the role that they have to the target. */
function rolesOf(text: string, target: string): Record<string, string> {
  const { sentence, syntax } = read(text, target);
  const named = sentence.norms.map((norm, i): [string, string] => [norm, ROLES[syntax.roles[i] ?? 0] ?? '']);
  return Object.fromEntries(named.filter(([, role]) => role !== 'none'));
}

describe('roles of the words around a target', () => {
  it.each([
    ['Vera Lund praised the harbor plan.', 'Vera Lund', { praised: 'subject-verb' }],
    ['The harbor plan was condemned by Vera Lund.', 'The harbor plan', { condemned: 'passive-verb' }],
    ['The harbor plan was condemned by Vera Lund.', 'Vera Lund', { condemned: 'by-verb' }],
    ['Critics attacked Vera Lund on Monday.', 'Vera Lund', { attacked: 'object-verb', critics: 'agent' }],
    ['Vera Lund is a reckless leader.', 'Vera Lund', { reckless: 'complement', leader: 'complement' }],
    ['"It works," said Vera Lund.', 'Vera Lund', { said: 'speech-verb', works: 'said' }],
    ["Vera Lund's reckless plan failed.", 'Vera Lund', { reckless: 'possessed', plan: 'possessed' }],
    ['The victims of Vera Lund waited.', 'Vera Lund', { victims: 'head' }],
  ])('%s', (text, target, expected) => {
    expect(rolesOf(text, target)).toMatchObject(expected);
  });
});

describe('a masked mention', () => {
  it('leaves no trace of the words of the mention', () => {
    const one = read('Critics attacked Vera Lund on Monday.', 'Vera Lund');
    const other = read('Critics attacked Evil Killers on Monday.', 'Evil Killers');
    expect(one.sentence.norms).toEqual(other.sentence.norms);
    expect(one.sentence.norms[2]).toBe(MASK);
    expect(tokenInputs(one)).toEqual(tokenInputs(other));
    expect(sparseFeatures(one)).toEqual(sparseFeatures(other));
  });

  it('is null where the span covers no token', () => {
    expect(readMention(readSentence([], knowledge), { start: 0, end: 3 })).toBeNull();
  });

  it('sees at most 80 tokens of a sentence of 2,000 words, the target among them', () => {
    const text = `${'word '.repeat(250)}Vera Lund ${'word '.repeat(10)}`;
    const sentences = sentencesOf(text, [{ ordinal: 1, role: 'body', start: 0, end: text.length }]);
    const start = text.indexOf('Vera');
    const own = sentences.find((sentence) => start < sentence.end);
    const mention = readMention(readSentence(own?.tokens ?? [], knowledge), { start, end: start + 9 });
    expect(mention?.sentence.length).toBe(80);
    expect(mention?.sentence.norms[mention.sentence.target]).toBe(MASK);
  });
});

describe('role-aware worth', () => {
  it('takes the value of the side that the target is on', () => {
    const harmed = read('The rebels murdered Vera Lund.', 'Vera Lund');
    const harming = read('Vera Lund murdered the rebels.', 'Vera Lund');
    const at = (mention: typeof harmed) => mention.worth[mention.sentence.norms.indexOf('murdered')] ?? 0;
    expect(at(harming)).toBeLessThan(0);
    expect(at(harmed)).toBeGreaterThanOrEqual(0);
  });

  it('turns round under a negation', () => {
    const plain = read('Vera Lund is reckless.', 'Vera Lund');
    const negated = read('Vera Lund is not reckless.', 'Vera Lund');
    const at = (mention: typeof plain) => mention.worth[mention.sentence.norms.indexOf('reckless')] ?? 0;
    expect(at(plain)).toBeLessThan(0);
    expect(at(negated)).toBeGreaterThan(0);
  });
});

describe('inputs of the network', () => {
  it('tell inside from outside quotation marks', () => {
    const mention = read('Vera Lund said "the plan is sound" on Monday.', 'Vera Lund');
    const input = tokenInputs(mention);
    const quoted = mention.sentence.norms.filter((_, i) => input.scalars[i * SCALARS] === 1);
    expect(quoted).toEqual(['the', 'plan', 'is', 'sound']);
  });

  it('number distances by side', () => {
    const input = tokenInputs(read('The old army of Vera Lund waited.', 'Vera Lund'));
    expect([...input.buckets]).toEqual([2, 2, 1, 0, 14, 7, 8]);
  });
});

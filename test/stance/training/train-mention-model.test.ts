import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { unpackModel } from '../../../analysis/learning/index.js';
import { loadResources, packageRoot } from '../../../analysis/resources/index.js';
import { connotationIndex } from '../../../analysis/stance/mention-model/connotations.js';
import { readWordVectors } from '../../../analysis/stance/mention-model/word-vectors.js';
import { type PreparedExample, prepareExamples } from '../../../analysis/stance/training/mentions/dataset.js';
import { readExamples } from '../../../analysis/stance/training/mentions/examples.js';
import { isHeldBack } from '../../../analysis/stance/training/mentions/fold.js';
import { trainMentionModel } from '../../../analysis/stance/training/mentions/train-mention-model.js';

const SENTENCES = join(packageRoot(), 'corpus', 'gold', 'sentences');
const read = (name: string) => readExamples(join(SENTENCES, name));

let examples: PreparedExample[];
let train: () => Uint8Array;

beforeAll(() => {
  const resources = loadResources();
  const vectors = readWordVectors(
    unpackModel(resources.models('word-vectors.bin') ?? Buffer.of(), 'word-vectors.bin'),
  );
  const knowledge = { vectors, connotations: connotationIndex(resources.lexicons) };
  examples = prepareExamples(read('training.jsonl').slice(0, 96), knowledge);
  const sources = [{ name: 'few', examples, weights: { linear: 1, network: 1 } }];
  train = () => trainMentionModel({ sources, vectors, seeds: [3], network: { epochs: 2, batch: 16 } });
});

describe('training the mention model', () => {
  it('gives the same bytes for the same data and seed', () => {
    expect(Buffer.from(train()).equals(Buffer.from(train()))).toBe(true);
  });

  it('says in the file what it was trained on', () => {
    const { about } = unpackModel(train(), 'test');
    expect(about.sources).toEqual([
      { name: 'few', examples: examples.length, weights: { linear: 1, network: 1 } },
    ]);
  });
});

describe('held-back sentences', () => {
  it('share no text with those for training', () => {
    expect(read('training.jsonl').filter(({ text }) => isHeldBack(text))).toEqual([]);
    expect(read('validation.jsonl').filter(({ text }) => !isHeldBack(text))).toEqual([]);
  });

  it('are about a fifth, with all three labels', () => {
    const held = read('validation.jsonl');
    expect(held.length / (held.length + read('training.jsonl').length)).toBeCloseTo(0.2, 1);
    expect(new Set(held.map(({ label }) => label)).size).toBe(3);
  });
});

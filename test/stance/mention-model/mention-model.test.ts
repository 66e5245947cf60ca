import { beforeAll, describe, expect, it } from '@jest/globals';
import { sentencesOf } from '../../../analysis/language/index.js';
import { loadResources, type Resources } from '../../../analysis/resources/index.js';
import {
  type MentionContext,
  type MentionModel,
  mentionModel,
} from '../../../analysis/stance/mention-model/index.js';

let resources: Resources;
let model: MentionModel;

beforeAll(() => {
  resources = loadResources();
  model = mentionModel(resources);
});

function context(text: string, target: string): MentionContext {
  const start = text.indexOf(target);
  const [sentence] = sentencesOf(text, [{ ordinal: 1, role: 'body', start: 0, end: text.length }]);
  return { sentence: model.read(sentence?.tokens ?? []), mention: { start, end: start + target.length } };
}

const SENTENCES: readonly (readonly [string, string])[] = [
  ['The harbor council saved hundreds of jobs, and the town is grateful.', 'The harbor council'],
  ['The harbor council wasted millions and lied about it for years.', 'The harbor council'],
  ['The harbor council met on Tuesday in the town hall.', 'The harbor council'],
  [
    'Mayor Lund praised Tess Arden for her courage and condemned the corrupt harbor council.',
    'the corrupt harbor council',
  ],
];

function score(text: string, target: string): number {
  const [result] = model.score([context(text, target)]);
  return Math.exp(result?.supportive ?? 0) - Math.exp(result?.skeptical ?? 0);
}

describe('mention model', () => {
  it('tells praise from blame and both from bare facts', () => {
    const [praise = 0, blame = 0, fact = 0] = SENTENCES.map(([text, target]) => score(text, target));
    expect(praise).toBeGreaterThan(0.3);
    expect(blame).toBeLessThan(-0.3);
    expect(Math.abs(fact)).toBeLessThan(0.3);
  });

  it('tells the targets of one sentence apart', () => {
    const text = 'Mayor Lund praised Tess Arden for her courage and condemned the harbor council as corrupt.';
    expect(score(text, 'Tess Arden')).toBeGreaterThan(0.2);
    expect(score(text, 'the harbor council')).toBeLessThan(-0.2);
  });

  it('does not know the target by its name', () => {
    const judged = (name: string) => score(`Critics attacked ${name} over the failed plan.`, name);
    expect(judged('Vera Lund')).toBeCloseTo(judged('Saint Hero'), 12);
  });

  it('gives probabilities that sum to 1, the same alone as in company', () => {
    const contexts = SENTENCES.map(([text, target]) => context(text, target));
    const together = model.score(contexts);
    contexts.forEach((each, k) => {
      const [alone] = model.score([each]);
      expect(alone).toEqual(together[k]);
      const sum =
        Math.exp(alone?.skeptical ?? 0) + Math.exp(alone?.neutral ?? 0) + Math.exp(alone?.supportive ?? 0);
      expect(sum).toBeCloseTo(1, 9);
    });
  });

  it.each(SENTENCES)('explains "%s" so that the parts add up', (text, target) => {
    const given = context(text, target);
    const explanation = model.explain(given);
    const [scored] = model.score([given]);
    expect(explanation?.logProbabilities).toEqual(scored);
    const { contributions = [], remainder = 0 } = explanation ?? {};
    const sum = contributions.reduce((total, { weight }) => total + weight, remainder);
    expect(sum).toBeCloseTo((scored?.supportive ?? 0) - (scored?.skeptical ?? 0), 9);
    for (const [k, { start, end }] of contributions.entries()) {
      expect(start).toBeGreaterThanOrEqual(contributions[k - 1]?.end ?? 0);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  it('blames the words that blame', () => {
    const [text, target] = SENTENCES[1] ?? ['', ''];
    const { contributions = [] } = model.explain(context(text, target)) ?? {};
    const strongest = [...contributions].sort((a, b) => a.weight - b.weight)[0];
    expect(text.slice(strongest?.start, strongest?.end)).toMatch(/wasted|lied/u);
  });

  it('has nothing to say of a mention outside its sentence', () => {
    const { sentence } = context('The council met.', 'The council');
    expect(model.score([{ sentence, mention: { start: 90, end: 95 } }])).toEqual([null]);
    expect(model.explain({ sentence, mention: { start: 90, end: 95 } })).toBeNull();
  });

  it.each([
    ['capitals without punctuation', 'THE COUNCIL IS A DISGRACE', 'THE COUNCIL'],
    ['emoji and other scripts', '👍👍 Совет The council 議会 😡', 'The council'],
    ['a lone target', 'Council', 'Council'],
  ])('scores %s', (_, text, target) => {
    const [result] = model.score([context(text, target)]);
    expect(Number.isFinite(result?.neutral)).toBe(true);
  });
});

describe('missing and damaged weights', () => {
  const withFile = (name: string, bytes: Buffer | null): Resources => ({
    ...resources,
    models: (asked) => (asked === name ? bytes : resources.models(asked)),
  });

  it('names the file and the command that mends it', () => {
    expect(() => mentionModel(withFile('mention-model.bin', null))).toThrow(/mention-model\.bin/u);
    expect(() => mentionModel(withFile('word-vectors.bin', Buffer.from('oid sha256:0')))).toThrow(
      /word-vectors\.bin/u,
    );
  });
});

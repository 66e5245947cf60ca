import { describe, expect, it } from '@jest/globals';
import { evaluate, evaluationTable, type Labelled } from '../../analysis/evaluate/index.js';

const LINES = [
  { id: 'one', gold: { paragraphs: ['supportive', { label: 'mixed', accepted: ['mixed', 'skeptical'] }] } },
  { id: 'two', gold: { paragraphs: ['neutral', null, 'unrelated'] } },
];

const PREDICTED: Record<string, Labelled[]> = {
  one: [
    { label: 'supportive', score: 0.7 },
    { label: 'skeptical', score: -0.5 },
  ],
  two: [
    { label: 'neutral', score: 0 },
    { label: 'supportive', score: 0.9 },
    { label: 'unrelated', score: null },
  ],
};

const predict = (line: { id: string }) => PREDICTED[line.id] ?? [];

describe('evaluate', () => {
  it('compares coded paragraphs only, strictly and by accepted labels', async () => {
    const evaluation = await evaluate(LINES, predict);
    expect(evaluation.articles).toBe(2);
    expect(evaluation.paragraphs).toBe(4);
    expect(evaluation.labels.accuracy.value).toBe(0.75);
    expect(evaluation.labels.accepted.value).toBe(1);
    expect(evaluation.folded.accuracy.value).toBe(0.75);
  });

  it('gives the same intervals every time, around the value', async () => {
    const [first, second] = [await evaluate(LINES, predict), await evaluate(LINES, predict)];
    expect(second).toEqual(first);
    const { value, interval } = first.folded.accuracy;
    expect(interval.low).toBeLessThanOrEqual(value);
    expect(interval.high).toBeGreaterThanOrEqual(value);
  });

  it('refuses a label that does not exist, naming the place and what is allowed', async () => {
    const bad = [{ id: 'three', gold: { paragraphs: ['neutral', 'positive'] } }];
    await expect(evaluate(bad, predict)).rejects.toMatchObject({
      code: 'bad-gold',
      message: 'Article three, paragraph 2: "positive" is no label',
      hint: 'Use one of supportive, skeptical, mixed, neutral, unrelated.',
    });
    await expect(evaluate([{ id: 'four' }], predict)).rejects.toMatchObject({ code: 'bad-gold' });
  });

  it('prints a table with every class and figure', async () => {
    const table = evaluationTable(await evaluate(LINES, predict));
    for (const word of [
      'macro-F1',
      "Krippendorff's alpha",
      'supportive',
      'unrelated',
      '4 paragraphs of 2 articles',
    ]) {
      expect(table).toContain(word);
    }
    expect(table).not.toContain('undefined');
  });
});

import { describe, expect, it } from '@jest/globals';
import { evaluate, evaluationRows, evaluationTable, type Predicted } from '../../analysis/evaluate/index.js';

const LINES = [
  { id: 'one', gold: { paragraphs: ['supportive', { label: 'mixed', accepted: ['mixed', 'skeptical'] }] } },
  { id: 'two', gold: { paragraphs: ['neutral', null, 'unrelated'] } },
];

const PREDICTED: Record<string, Predicted[]> = {
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

  it('compares what the author says where that is asked for, skipping what has no such label', async () => {
    const lines = [
      {
        id: 'one',
        gold: {
          paragraphs: ['neutral', { label: 'mixed', author: 'neutral', authorAccepted: ['supportive'] }],
        },
      },
    ];
    const predicted = () => [
      { label: 'skeptical' as const, score: -0.4 },
      { label: 'supportive' as const, score: 0.4 },
    ];
    const evaluation = await evaluate(lines, predicted, { field: 'author' });
    expect(evaluation.paragraphs).toBe(1);
    expect(evaluation.labels.accuracy.value).toBe(0);
    expect(evaluation.labels.accepted.value).toBe(1);
    await expect(evaluate(LINES, predict, { field: 'author' })).rejects.toMatchObject({
      code: 'bad-gold',
      message: 'No paragraph has a label of the author',
    });
  });

  it('refuses codings that are fewer or more than the paragraphs, and a file without any', async () => {
    const fewer = [{ id: 'one', gold: { paragraphs: ['neutral'] } }];
    await expect(evaluate(fewer, predict)).rejects.toMatchObject({
      code: 'bad-gold',
      message: 'Article one has 2 paragraphs, but 1 codings',
    });
    const none = [{ id: 'one', gold: { paragraphs: [null, null] } }];
    await expect(evaluate(none, predict)).rejects.toMatchObject({ message: 'No paragraph has a label' });
  });

  it('measures confidence where the program states it, and only there', async () => {
    expect((await evaluate(LINES, predict)).confidence).toBeNull();
    const sure = (line: { id: string }) =>
      predict(line).map((one, at) => ({ ...one, confidence: at === 1 ? 0.6 : 0.9 }));
    const { confidence } = await evaluate(LINES, sure);
    expect(confidence?.coverage.map(({ share }) => share)).toEqual([0.5, 0.75, 0.9, 1]);
    expect(confidence?.coverage[0]?.accuracy.value).toBe(1);
    expect(confidence?.coverage[3]?.accuracy.value).toBe(0.75);
    // Three at 0.9 that are right, one at 0.6 that is wrong: mixed as neutral against skeptical.
    expect(confidence?.calibrationError.value).toBeCloseTo((3 * 0.1 + 0.6) / 4, 9);
    expect(confidence?.brier.value).toBeCloseTo((3 * 0.01 + 0.36) / 4, 9);
  });

  it('groups lines, the worst group first, over the classes that the group has', async () => {
    const by = { key: 'register', groupOf: ({ id }: { id: string }) => (id === 'one' ? 'wire' : null) };
    const { groups } = await evaluate(LINES, predict, { by });
    expect(groups?.key).toBe('register');
    expect(groups?.rows.map(({ value, paragraphs }) => [value, paragraphs])).toEqual([
      ['wire', 2],
      [null, 2],
    ]);
    expect(groups?.rows[0]?.accuracy.value).toBe(0.5);
    expect(groups?.rows[1]?.macroF1.value).toBe(1);
  });

  it('writes every figure as a row, an undefined one empty', async () => {
    const same = [{ id: 'two', gold: { paragraphs: ['neutral', null, 'neutral'] } }];
    const rows = evaluationRows(await evaluate(same, predict));
    expect(rows.find(({ measure }) => measure === 'alpha_ordinal')?.value).toBeNull();
    expect(rows.filter(({ measure }) => measure === 'confusion')).toHaveLength(9 + 25);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toBeNaN();
  });
});

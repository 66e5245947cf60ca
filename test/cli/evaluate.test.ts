import { describe, expect, it, jest } from '@jest/globals';
import { FIELDS } from '../../analysis/evaluate/index.js';
import { EVALUATE_FIELDS } from '../../server/cli/options.js';
import { standpoint } from './standpoint.js';

jest.setTimeout(180_000);

const LINES = [
  {
    id: 'one',
    register: 'wire',
    paragraphs: ['The coalition won praise for its restraint.', 'Rain fell.'],
    gold: { paragraphs: [{ label: 'supportive', author: 'supportive' }, 'unrelated'] },
  },
  {
    id: 'two',
    register: '=letters\u001b[31m',
    paragraphs: ['The coalition has failed.'],
    gold: { paragraphs: ['skeptical'] },
  },
];
const INPUT = LINES.map((line) => JSON.stringify(line)).join('\n');

function evaluateInput(args: readonly string[], input = INPUT) {
  return standpoint(['evaluate', '-', ...args], { input });
}

describe('standpoint evaluate', () => {
  it('offers the fields that there are', () => {
    expect(EVALUATE_FIELDS).toEqual(FIELDS);
  });

  it('writes JSON with every measure, grouped by a key of the lines', async () => {
    const run = await evaluateInput(['--by', 'register', '--format', 'json']);
    expect(run.stderr).toContain('2 articles evaluated');
    expect(run.code).toBe(0);
    const evaluation = JSON.parse(run.stdout);
    expect(evaluation).toMatchObject({ field: 'unit', articles: 2, paragraphs: 3 });
    expect(evaluation.confidence.coverage).toHaveLength(4);
    expect(evaluation.confidence.bins).toHaveLength(10);
    expect(evaluation.groups.rows.map(({ value }: { value: string }) => value).sort()).toEqual([
      '=letters\u001b[31m',
      'wire',
    ]);
  });

  it('writes CSV, and a table without the control characters of the file', async () => {
    const csv = await evaluateInput(['--format', 'csv']);
    expect(csv.stdout.split('\r\n')[0]).toBe('classes,measure,group,coded,scored,value,low,high,count');
    const text = await evaluateInput(['--by', 'register']);
    expect(text.stdout).toContain('By register');
    expect(text.stdout).not.toContain('\u001b');
  });

  it("compares the author's own voice", async () => {
    const run = await evaluateInput(['--field', 'author', '--format', 'json']);
    expect(JSON.parse(run.stdout)).toMatchObject({ field: 'author', paragraphs: 1 });
  });

  it('names the keys that there are where the one asked for is not', async () => {
    const run = await evaluateInput(['--by', 'registre']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('No line has a text under "registre"');
    expect(run.stderr).toContain('id, register');
    expect(run.stdout).toBe('');
  });

  it('refuses labels that do not fit the paragraphs, by name', async () => {
    const line = { id: 'three', paragraphs: ['One.', 'Two.'], gold: { paragraphs: ['neutral'] } };
    const run = await evaluateInput([], JSON.stringify(line));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('Article three has 2 paragraphs, but 1 codings');
  });
});

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

  it('measures attributions, whatever the order of the options', async () => {
    const text = 'John Kerry said the plan will work.\n\nRain fell.';
    const gold = { attributions: [{ source: [[0, 10]], cue: [[11, 15]], content: [[16, 34]] }] };
    const line = JSON.stringify({ id: 'one', outlet: 'wire', text, gold });
    const run = await evaluateInput(['--task', 'attribution', '--format', 'json', '--by', 'outlet'], line);
    expect(run.code).toBe(0);
    const evaluation = JSON.parse(run.stdout);
    expect(evaluation).toMatchObject({ task: 'attribution', articles: 1, pronouns: null });
    expect(evaluation.attributions.who.all).toMatchObject({ value: 1, count: 4 });
    expect(evaluation.groups.rows).toHaveLength(1);
    const table = await evaluateInput(['--format', 'table', '--task', 'attribution'], line);
    expect(table.stdout).toContain('reporting cues');
  });

  it('names file, line and what to do where marked attributions do not fit', async () => {
    const text = 'Kerry said yes.';
    const good = JSON.stringify({ id: 'one', text, gold: { attributions: [] } });
    const bad = { id: 'two', text, gold: { attributions: [{ source: [[0, 50]], cue: [], content: [] }] } };
    const run = await evaluateInput(['--task', 'attribution'], `${good}\n\n${JSON.stringify(bad)}`);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(
      '-, line 3: gold.attributions[0].source[0] is [0,50] in a text of 15 characters',
    );
    expect(run.stderr).toContain('Give a list of [start, end]');
    expect(run.stdout).toBe('');
    const labels = await evaluateInput(['--task', 'attribution']);
    expect(labels.stderr).toContain('--task stance');
    expect(labels.code).toBe(2);
    const target = await evaluateInput(['--task', 'attribution', '--target', 'coalition'], good);
    expect(target.stderr).toContain('--target does not go with --task attribution');
    expect(target.code).toBe(2);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { inFolder, standpoint } from './standpoint.js';

jest.setTimeout(240_000);

const ARTICLES = Array.from({ length: 12 }, (_, article) => ({
  id: `a${article}`,
  paragraphs: [
    `The coalition met on Monday, day ${article}.`,
    `The coalition won praise for its restraint on day ${article}.`,
    `The coalition failed on day ${article}.`,
  ],
  gold: { paragraphs: ['supportive', 'neutral', 'skeptical'] },
}));
const INPUT = ARTICLES.map((line) => JSON.stringify(line)).join('\n');

describe('standpoint train codes', () => {
  it('writes an adaptation that analyze uses, and says what it is worth', async () => {
    await inFolder(async (folder) => {
      const run = await standpoint(['train', 'codes', '-', '--out', folder, '--folds', '3'], {
        input: INPUT,
      });
      expect(run.stderr).toContain('12 articles learned from');
      expect(run.code).toBe(0);
      expect(run.stdout).toContain('36 coded paragraphs of 12 articles; 3-fold cross-validation by article');
      expect(run.stdout).toContain('The adaptation helps');
      const file = join(folder, 'models', 'stance-adaptation.json');
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ about: { paragraphs: 36 } });
      const one = JSON.stringify({ id: 'x', paragraphs: ARTICLES[0]?.paragraphs });
      const args = ['analyze', '-', '--input-format', 'jsonl', '--format', 'jsonl'];
      const adapted = await standpoint([...args, '--corpus', folder], { input: one });
      const plain = await standpoint(args, { input: one });
      const labels = (text: string) =>
        JSON.parse(text).paragraphs.map(({ stance }: { stance: { label: string } }) => stance.label);
      expect(labels(adapted.stdout)).toEqual(['supportive', 'neutral', 'skeptical']);
      expect(labels(plain.stdout)).not.toEqual(labels(adapted.stdout));
      writeFileSync(file, '{');
      const damaged = await standpoint([...args, '--corpus', folder], { input: one });
      expect(damaged.code).not.toBe(0);
      expect(damaged.stderr).toContain('stance-adaptation.json cannot be used');
    });
  });

  it('refuses a line that is no article by its number, and too few codes with what to do', async () => {
    await inFolder(async (folder) => {
      const run = await standpoint(['train', 'codes', '-', '--out', folder], {
        input: `{"id": "a"\n${JSON.stringify(ARTICLES[0])}`,
      });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('line 1');
      expect(run.stderr).toContain('There are 3 coded paragraphs of 1 articles');
    });
  });
});

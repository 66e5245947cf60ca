import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { parsedSchema } from '../report/contract.js';
import { inFolder, MAIN, standpoint, TSX } from './standpoint.js';

jest.setTimeout(180_000);

const TEXT = 'Harbor reopens after storm\n\nThe harbor reopened on Friday.\n\nFishermen went out at dawn.\n';

describe('standpoint parse', () => {
  it('prints head and units of each article and names copies', () =>
    inFolder(async (folder) => {
      const [first, second] = ['a.txt', 'b.txt'].map((name) => join(folder, name));
      for (const file of [first, second]) writeFileSync(file ?? '', TEXT);
      const run = await standpoint(['parse', folder]);
      expect(run.code).toBe(0);
      const articles = run.stdout
        .trimEnd()
        .split('\n')
        .map((line) => parsedSchema.parse(JSON.parse(line)));
      expect(articles.map(({ source }) => source.file)).toEqual([first, second]);
      expect(articles.map(({ duplicateOf }) => duplicateOf)).toEqual([null, articles[0]?.articleId]);
      expect(Object.keys(articles[0] ?? {})).toEqual(Object.keys(parsedSchema.shape));
      for (const { text, paragraphs } of articles) {
        for (const unit of paragraphs) expect(text.slice(unit.start, unit.end)).toBe(unit.text);
      }
      expect(run.stderr).toContain('1 copy of an earlier text');
      expect(run.stderr).toContain('2 articles read');
    }));

  it('survives a reader that has seen enough', async () => {
    const line = JSON.stringify({ id: 'x', text: 'word '.repeat(20_000) });
    const child = spawn(process.execPath, ['--import', TSX, MAIN, 'parse', '-', '--input-format', 'jsonl']);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${line}\n`.repeat(40));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|at /);
  });

  it('counts positions on over the blocks of a long file', async () => {
    const filler = { text: 'word '.repeat(60_000) };
    const input = [
      { ...filler },
      { id: 1, text: 'a', paragraphs: [] },
      '',
      ...Array(6).fill(filler),
      { id: 'x' },
      filler,
    ]
      .map((line) => (line === '' ? '' : JSON.stringify(line)))
      .join('\n');
    const run = await standpoint(['parse', '-', '--input-format', 'jsonl'], { input });
    expect(run.code).toBe(3);
    const ids = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => parsedSchema.parse(JSON.parse(line)).id);
    expect(ids).toEqual([0, 2, 3, 4, 5, 6, 7, 9].map((index) => `-#${index}`));
    expect(run.stderr).toMatch(/refused: -, line 2: /);
    expect(run.stderr).toMatch(/refused: -, line 10: /);
  });
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { toCsv } from '../../analysis/report/index.js';
import { inFolder, standpoint } from './standpoint.js';

jest.setTimeout(180_000);

const ARTICLES = Array.from({ length: 4 }, (_, number) =>
  JSON.stringify({
    id: `article ${number}`,
    outlet: 'The Daily Planet',
    paragraphs: [`The coalition has failed in year ${number}.`, `Rain fell on day ${number}.`],
  }),
).join('\n');

function sample(folder: string, args: readonly string[] = []) {
  const out = join(folder, 'sheet.csv');
  return standpoint(['sample', '-', '--input-format', 'jsonl', '--n', '6', '--out', out, ...args], {
    input: ARTICLES,
  });
}

describe('standpoint sample', () => {
  it('writes a sheet, its instructions and its key, which evaluate reads back', async () => {
    await inFolder(async (folder) => {
      const run = await sample(folder);
      expect(run.stderr).toContain('6 of 8 paragraphs drawn');
      expect(run.code).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(['sheet.csv', 'sheet.instructions.md', 'sheet.key.csv']);
      expect(readFileSync(join(folder, 'sheet.instructions.md'), 'utf8')).toContain('The sheet has 6');
      const sheets = [fillIn(folder, 'anna', 'utf8'), fillIn(folder, 'ben', 'utf16le')];
      const key = join(folder, 'sheet.key.csv');
      const evaluated = await standpoint(['evaluate', ...sheets, '--key', key, '--format', 'json']);
      expect(evaluated.stderr).toContain('2 sheets evaluated');
      expect(JSON.parse(evaluated.stdout)).toMatchObject({
        sample: { items: 6, coded: 6, population: 8 },
        agreement: { items: 6, percent: { value: 1 } },
      });
      const text = await standpoint(['evaluate', ...sheets, '--key', key]);
      expect(text.stdout).toContain('Among coders');
      expect(text.stdout).not.toContain('\u001b');
    });
  });

  it('never writes over a sheet that may be filled in', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'sheet.csv'), 'precious');
      const run = await sample(folder);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('is there already');
      expect(readFileSync(join(folder, 'sheet.csv'), 'utf8')).toBe('precious');
    });
  });

  it('says what is wrong with an option, and that a sheet needs its key', async () => {
    await inFolder(async (folder) => {
      const run = await sample(folder, ['--stratify', 'label,mood']);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain('label, outlet');
      const sheet = join(folder, 'given.csv');
      writeFileSync(sheet, 'item_id,text,label\nu1,Text,neutral\n');
      const evaluated = await standpoint(['evaluate', sheet]);
      expect(evaluated.code).toBe(2);
      expect(evaluated.stderr).toContain('needs its key');
    });
  });
});

/** A copy of the sheet with labels, by a coder whose name holds control characters. */
function fillIn(folder: string, coder: string, encoding: 'utf8' | 'utf16le'): string {
  const [header = [], ...rows]: string[][] = parse(readFileSync(join(folder, 'sheet.csv')), { bom: true });
  rows.forEach((row, at) => {
    row[header.indexOf('label')] = at % 2 === 0 ? 'Skeptical ' : 'unrelated';
    row[header.indexOf('coder')] = `${coder}\u001b[31m`;
  });
  const file = join(folder, `sheet-${coder}.csv`);
  writeFileSync(file, `\uFEFF${toCsv([header, ...rows])}`, encoding);
  return file;
}

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { InputError } from '../../analysis/article/index.js';
import { buildProgram } from '../../server/cli/program.js';
import { toFailure } from '../../server/errors.js';
import { resultKeys, resultSchema } from '../report/contract.js';
import { inFolder, standpoint } from './standpoint.js';

jest.setTimeout(180_000);

const PRAISE = {
  id: 'praise',
  title: 'Minister thanks the coalition',
  outlet: 'Example Gazette',
  published: '2015-02-03',
  paragraphs: [
    '"The coalition has saved this town," Governor Samira Aziz said on Tuesday.',
    'Rain is expected on Wednesday.',
  ],
};

function lines(...values: unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

function results(stdout: string) {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => resultSchema.parse(JSON.parse(line)));
}

describe('standpoint analyze', () => {
  it('writes one result a line, in the shape of the contract, with echoed ids', async () => {
    const input = lines(PRAISE, { ...PRAISE, id: 'again' });
    const run = await standpoint(['analyze', '-', '--input-format', 'jsonl', '--format', 'jsonl'], { input });
    expect(run.code).toBe(0);
    const [first, second] = results(run.stdout);
    expect([first?.id, second?.id]).toEqual(['praise', 'again']);
    expect(first?.articleId).toBe(second?.articleId);
    expect(first?.paragraphs.map(({ text }) => text)).toEqual(PRAISE.paragraphs);
    expect(first?.text).toBe(PRAISE.paragraphs.join('\n'));
    expect(Object.keys(first ?? {})).toEqual(resultKeys());
  });

  it('goes on after refused lines, names each, and exits with 3', async () => {
    const both = { id: 'both', text: 'a', paragraphs: ['a'] };
    const input = `${lines(both)}{not json\n${lines(PRAISE)}`;
    const run = await standpoint(['analyze', '--input-format', 'jsonl', '--format', 'jsonl'], { input });
    expect(run.code).toBe(3);
    expect(results(run.stdout).map(({ id, source }) => [id, source.index])).toEqual([['praise', 2]]);
    expect(run.stderr).toMatch(/refused: -, line 1: .*both text and paragraphs/);
    expect(run.stderr).toMatch(/refused: -, line 2: .*JSON/);
  });

  it('scores toward every target asked for, and toward those that a line brings', async () => {
    const own = {
      ...PRAISE,
      id: 'own',
      targets: [{ name: 'Samira Aziz' }, { name: 'the town', slug: 'town' }],
    };
    const args = ['analyze', '-', '--input-format', 'jsonl', '--format', 'csv', '--level', 'articles'];
    const run = await standpoint(args, { input: lines(PRAISE, own) });
    expect(run.code).toBe(0);
    const rows = parse(run.stdout, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.record_id, row.target])).toEqual([
      ['praise', 'coalition'],
      ['own', 'Samira Aziz'],
      ['own', 'town'],
    ]);
    expect(new Set(rows.map((row) => row.run_id)).size).toBe(3);
  });

  it('gives the same bytes for any number of threads', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'many.jsonl');
      const many = Array.from({ length: 120 }, (_, index) => ({ ...PRAISE, id: `n${index}` }));
      writeFileSync(file, lines(...many.slice(0, 60), { id: 'bad' }, ...many.slice(60)));
      const [one, three] = await Promise.all(
        ['1', '3'].map((threads) => standpoint(['analyze', file, '--format', 'jsonl', '--threads', threads])),
      );
      expect([one?.code, three?.code]).toEqual([3, 3]);
      expect(one?.stdout).toBe(three?.stdout);
      expect(results(three?.stdout ?? '')).toHaveLength(120);
    }));

  it('reads folders in byte order of path and skips symbolic links by name', () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, 'b'));
      for (const name of ['a.txt', 'B.txt', 'b/c.txt', 'é.txt']) {
        writeFileSync(join(folder, name), `The coalition met in ${name}.\n`);
      }
      symlinkSync(join(folder, 'a.txt'), join(folder, 'link.txt'));
      const run = await standpoint(['analyze', folder, '--format', 'json']);
      expect(run.code).toBe(0);
      const all = JSON.parse(run.stdout) as { source: { file: string } }[];
      expect(all.map(({ source }) => source.file)).toEqual(
        ['B.txt', 'a.txt', 'b/c.txt', 'é.txt'].map((name) => join(folder, name)),
      );
      expect(run.stderr).toContain(`skipped: ${join(folder, 'link.txt')}`);
    }));

  it('names what is missing or empty, goes on, and leaves nothing half-written', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'good.txt'), 'The coalition met on Monday.\n');
      writeFileSync(join(folder, 'empty.txt'), '');
      const out = join(folder, 'out.csv');
      const paths = ['nowhere.txt', 'empty.txt', 'good.txt'].map((name) => join(folder, name));
      const run = await standpoint(['analyze', ...paths, '--format', 'csv', '--out', out]);
      expect(run.code).toBe(3);
      expect(run.stdout).toBe('');
      expect(run.stderr).toMatch(/refused: .*nowhere\.txt: there is no such file or folder\./);
      expect(run.stderr).toMatch(/refused: .*empty\.txt: .*empty/);
      expect(parse(readFileSync(out, 'utf8'), { columns: true })).toHaveLength(1);
      const nothing = await standpoint([
        'analyze',
        join(folder, 'empty.txt'),
        '--out',
        join(folder, 'no.txt'),
      ]);
      expect(nothing.code).toBe(2);
      expect(readdirSync(folder).sort()).toEqual(['empty.txt', 'good.txt', 'out.csv']);
    }));

  it('shows a report to read by default', async () => {
    const run = await standpoint(['analyze', '-', '--input-format', 'jsonl'], { input: lines(PRAISE) });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('Minister thanks the coalition');
    expect(run.stdout).toContain('Samira Aziz');
    expect(run.stdout).not.toContain('\u001B');
  });

  it.each([
    [['analyze', 'x.txt', '--level', 'voices'], /--level goes only with --format csv/],
    [['analyse', 'x.txt'], /no command "analyse"[\s\S]*analyze/],
  ])('refuses %j with exit code 2 and says what is allowed', async (args, message) => {
    const run = await standpoint(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n {4}at /);
  });
});

describe('usage', () => {
  it.each([
    [['analyze', 'x.txt', '--excel'], /--excel goes only with --format csv/],
    [['analyze', 'x.txt', '--target', 'nobody'], /no target "nobody"[\s\S]*coalition/],
    [['analyze', 'x.txt', '--threads', '0'], /--threads[\s\S]*whole number/],
    [['analyze', 'x.txt', '--format', 'xml'], /--format[\s\S]*text, json, jsonl, csv/],
    [['analyze', 'x.txt', '--corpus', '/nowhere'], /nowhere/],
    [['analyze', 'x.txt', '--out', '/nowhere/x.csv'], /no folder \/nowhere/],
    [['parse', 'x.txt', '--target', 'coalition'], /unknown option '--target'/],
    [[], /No command was given/],
  ])('refuses %j before anything is done', async (args, message) => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const thrown: unknown = await buildProgram()
      .parseAsync(args, { from: 'user' })
      .catch((error: unknown) => error);
    stderr.mockRestore();
    expect(thrown).toBeInstanceOf(InputError);
    expect(toFailure(thrown)).toMatchObject({ exitCode: 2, message: expect.stringMatching(message) });
  });
});

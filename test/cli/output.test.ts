import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../analysis/article/index.js';
import { openFramed } from '../../server/cli/framed-output.js';
import { openOutput } from '../../server/cli/output.js';
import { inFolder } from './standpoint.js';

const LIST = { before: '[', between: ',', after: ']' };

describe('output to a file', () => {
  it('appears at once when all is written', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'out.txt');
      writeFileSync(file, 'before');
      const output = await openOutput(file);
      await output.write('one ');
      expect(readFileSync(file, 'utf8')).toBe('before');
      await output.write('two');
      await output.finish();
      expect(readFileSync(file, 'utf8')).toBe('one two');
      expect(readdirSync(folder)).toEqual(['out.txt']);
    }));

  it('leaves what was there when it is abandoned', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'out.txt');
      writeFileSync(file, 'before');
      const output = await openOutput(file);
      await output.write('half');
      await output.abandon();
      expect(readFileSync(file, 'utf8')).toBe('before');
      expect(readdirSync(folder)).toEqual(['out.txt']);
    }));

  it('writes to what a link points to and keeps the link', () =>
    inFolder(async (folder) => {
      const [real, link] = [join(folder, 'real.txt'), join(folder, 'link.txt')];
      writeFileSync(real, '');
      symlinkSync(real, link);
      const output = await openOutput(link);
      await output.write('text');
      await output.finish();
      expect(readFileSync(real, 'utf8')).toBe('text');
    }));

  it('never replaces a device', async () => {
    const output = await openOutput('/dev/null');
    await output.write('text');
    await output.finish();
    expect(readdirSync('/dev').filter((name) => name.startsWith('null.'))).toEqual([]);
  });

  it('is refused where it cannot be', () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, 'sub'));
      await expect(openOutput(join(folder, 'sub'))).rejects.toBeInstanceOf(InputError);
      await expect(openOutput(join(folder, 'no', 'out.txt'))).rejects.toBeInstanceOf(InputError);
    }));
});

describe('framed output', () => {
  it('puts the frame around and between results', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'list.json');
      const output = await openFramed(file, LIST);
      for (const result of ['1', '2', '3']) await output.write(result);
      await output.finish();
      expect(readFileSync(file, 'utf8')).toBe('[1,2,3]');
    }));

  it('makes no file without results', () =>
    inFolder(async (folder) => {
      const output = await openFramed(join(folder, 'list.json'), LIST);
      await output.finish();
      expect(existsSync(join(folder, 'list.json'))).toBe(false);
      expect(readdirSync(folder)).toEqual([]);
    }));
});

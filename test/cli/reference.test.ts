import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LEVELS } from '../../analysis/report/index.js';
import { CSV_LEVELS, INPUT_FORMATS, OUTPUT_FORMATS } from '../../server/cli/options.js';
import { parsedSchema, resultSchema } from '../report/contract.js';
import { referencePages } from './reference.js';

function page(name: string): string {
  return readFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), 'utf8');
}

describe('docs/reference', () => {
  it.each(Object.entries(referencePages()))(
    '%s says what the code says (else: npm run docs)',
    (name, text) => {
      expect(page(name)).toBe(text);
    },
  );

  it('formats.md names every format, level and key', () => {
    const formats = page('formats.md');
    const keys = [...Object.keys(resultSchema.shape), ...Object.keys(parsedSchema.shape)];
    for (const word of [...INPUT_FORMATS, ...OUTPUT_FORMATS, ...LEVELS, ...keys]) {
      expect(formats).toContain(`\`${word}\``);
    }
  });
});

describe('command line', () => {
  it('offers the levels that there are', () => {
    expect(CSV_LEVELS).toEqual(LEVELS);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayName } from '../../server/uploads.js';

describe('displayName', () => {
  it.each([
    ['report.txt', 'report.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\report.txt', 'report.txt'],
    ['a\u0000b\nc.txt', 'a\uFFFDb\uFFFDc.txt'],
    ['', 'unnamed file'],
    ['folder/', 'unnamed file'],
  ])('of %j is %j', (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  it('is never empty, never a path, and can be stored, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
        const name = displayName(given);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[/\\\p{Cc}]/u);
        expect(name).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

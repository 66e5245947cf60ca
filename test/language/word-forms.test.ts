import { describe, expect, it } from '@jest/globals';
import { similarity, stem, valenceOf } from '../../analysis/language/index.js';

describe('stem', () => {
  it('brings the forms of a word together', () => {
    expect(new Set(['criticism', 'criticized', 'criticizing'].map(stem)).size).toBe(1);
    expect(stem('coalitions')).toBe(stem('coalition'));
  });
});

describe('similarity', () => {
  it('is 1 for equal spellings without regard to case and falls with each difference', () => {
    expect(similarity('Haddad', 'HADDAD')).toBe(1);
    expect(similarity('Davutoglu', 'Davutoğlu')).toBeGreaterThan(0.9);
    expect(similarity('Davutoglu', 'Haddad')).toBeLessThan(0.6);
  });
});

describe('valenceOf', () => {
  it('follows AFINN, without regard to case, 0 for words that it does not hold', () => {
    expect(valenceOf('Terror')).toBeLessThan(0);
    expect(valenceOf('success')).toBeGreaterThan(0);
    expect(valenceOf('coalition')).toBe(0);
    expect(valenceOf('constructor')).toBe(0);
    expect(valenceOf('__proto__')).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, overlaps } from '../../analysis/article/index.js';
import { read } from './read.js';

/** Pieces that make statements of every kind, well formed and not. */
const piece = fc.constantFrom(
  ...[
    'Kerry',
    'Anna Berg',
    'the minister',
    'Moscow',
    'a number of officials',
    'he',
    'she',
    'they',
    'who',
    'it',
    'Kerry’s',
  ],
  ...[
    'said',
    'says',
    'told reporters',
    'added',
    'adding',
    'according to',
    'criticized',
    'claim',
    'was rejected by',
  ],
  ...[
    'that',
    'the coalition is failing',
    'the raids',
    'in his view',
    'on Monday',
    'and',
    'but',
    'while',
    'as',
    'of',
    'to',
  ],
  ...[
    '"',
    '“',
    '”',
    "'",
    '‘',
    '’',
    "''",
    ',',
    '.',
    ':',
    '(',
    ')',
    '—',
    '\n',
    '\n\n',
    '?',
    '!',
    'KERRY:',
    ';',
    '…',
  ],
);
const prose = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(' '));

describe('laws', () => {
  it('keeps every span inside the text and contents apart from their own cue', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const whole = { start: 0, end: text.length };
        const { attributions, quotations } = read(text);
        for (const { source, cue, content } of attributions) {
          for (const span of [...source, ...cue, ...content]) {
            expect(contains(whole, span)).toBe(true);
            expect(span.start).toBeLessThan(span.end);
          }
          expect(cue.length).toBeGreaterThan(0);
          expect(content.length).toBeGreaterThan(0);
          expect(content.some((part) => cue.some((word) => overlaps(part, word)))).toBe(false);
          expect(content.some((part) => source.some((word) => overlaps(part, word)))).toBe(false);
        }
        for (const quotation of quotations) expect(contains(whole, quotation)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('numbers attributions uniquely, in order of their cues; parents exist and hold their children', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { attributions } = read(text);
        const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
        expect(byId.size).toBe(attributions.length);
        const starts = attributions.map(({ cue }) => cue[0]?.start ?? -1);
        expect([...starts].sort((a, b) => a - b)).toEqual(starts);
        for (const child of attributions) {
          if (child.parent === null) continue;
          const parent = byId.get(child.parent);
          for (const span of [...child.cue, ...child.source, ...child.content]) {
            expect(parent?.content.some((part) => contains(part, span))).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lists every speaker of an attribution once', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const { attributions, speakers } = read(text);
        const ids = speakers.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain('author');
        expect(new Set(attributions.flatMap(({ speaker }) => (speaker ? [speaker.id] : [])))).toEqual(
          new Set(ids),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same text the same voices, whatever was read before', () => {
    fc.assert(
      fc.property(prose, prose, (text, other) => {
        const first = read(text);
        read(other);
        expect(read(text)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });
});

// A quadratic step would run into the test's time limit.
describe('hostile text', () => {
  it.each([
    ['a quotation of 5,000 words', `"${'the raids work and '.repeat(1250)}they last," Kerry said.`],
    ['a mark left open over a whole article', `“${'Kerry said the raids work. '.repeat(50)}\n`.repeat(100)],
    ['20,000 opening marks', '“ '.repeat(20_000)],
    ['20,000 marks of every kind', '" \' “ ‘ '.repeat(5000)],
    ['dialogue without cues', '"Is it over?"\n"It is not."\n'.repeat(3000)],
    ['one paragraph of 10,000 lines', 'Kerry said the raids work,\n'.repeat(10_000)],
    [
      'one name in 20,000 forms',
      Array.from({ length: 20_000 }, (_, i) => `Ann${'bcdefghij'.charAt(i % 9)}${i} Berg said no.`).join(' '),
    ],
    ['commas', 'Kerry, '.repeat(20_000)],
    ['cues', 'said '.repeat(20_000)],
    ['brackets', '('.repeat(20_000)],
    ['pronouns', 'He said she said it. '.repeat(5000)],
  ])('%s', (_, text) => {
    const { attributions } = read(text);
    expect(new Set(attributions.map(({ id }) => id)).size).toBe(attributions.length);
  });

  it('gives a quotation of 5,000 words to its one speaker', () => {
    const text = `"${'the raids work and '.repeat(1250)}they last," Kerry said.`;
    const { attributions } = read(text);
    expect(attributions).toHaveLength(1);
    expect(attributions[0]?.content).toEqual([{ start: 0, end: text.length - ' Kerry said.'.length }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Sentence, TextUnit } from '../../analysis/article/index.js';
import { sentencesOf } from '../../analysis/language/index.js';

function wholeUnit(text: string): TextUnit[] {
  return [{ start: 0, end: text.length, ordinal: 1, role: 'body' }];
}

function read(text: string): Sentence[] {
  return sentencesOf(text, wholeUnit(text));
}

function split(text: string): string[] {
  return read(text).map((sentence) => text.slice(sentence.start, sentence.end));
}

function words(text: string): string[] {
  return read(text).flatMap((sentence) => sentence.tokens.map((token) => token.text));
}

function lemma(text: string, word: string): string | undefined {
  return read(text)
    .flatMap((sentence) => sentence.tokens)
    .find((token) => token.text === word)?.lemma;
}

describe('sentences', () => {
  it.each([
    ['The U.S. said no. Gen. Martin E. Dempsey agreed.', 2],
    ['Sen. Tim Kaine (D-Va.) voted no. Rep. Ann Lee voted yes.', 2],
    ['They met at 5 p.m. The talks failed.', 2],
    ['He moved to Acme Inc. in May.', 1],
    ['"Enough!" he shouted. He left.', 2],
    ['“Is it over?” Anna Berg asked. “No.”', 2],
    ['"It is over!" The crowd cheered.', 2],
    ['“We go.” The minister left.', 2],
    ['Prices rose 4.2 percent... and fell again.', 1],
    ['Why? Because they could. Really!', 3],
    ['He fell ill. Kerry stayed at No. 5. "No. We go."', 4],
    ['The first line\n\nA second paragraph', 2],
    ['a line that a narrow\ncolumn wrapped. Then another.', 2],
    ['the raid failed. the minister said so.', 2],
  ])('%s', (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it('keeps to the units, in order, with their ordinals', () => {
    const text = 'One. Two.\nThree';
    const units: TextUnit[] = [
      { start: 0, end: 9, ordinal: 4, role: 'deck' },
      { start: 10, end: 15, ordinal: 5, role: 'body' },
    ];
    expect(sentencesOf(text, units).map(({ unit, start, end }) => [unit, text.slice(start, end)])).toEqual([
      [4, 'One.'],
      [4, 'Two.'],
      [5, 'Three'],
    ]);
  });

  it('has none in empty and blank units', () => {
    expect(read('')).toEqual([]);
    expect(read(' \n\t ')).toEqual([]);
  });
});

describe('tokens', () => {
  it('splits contractions, keeps compounds, initialisms and figures whole', () => {
    expect(words("It can't, cannot and won't: Kerry's US-led U.S. plan cost $4.2bn.")).toEqual([
      ...['It', 'ca', "n't", ',', 'can', 'not', 'and', 'wo', "n't", ':', 'Kerry', "'s", 'US-led', 'U.S.'],
      ...['plan', 'cost', '$', '4.2bn', '.'],
    ]);
  });

  it('gives curly and straight apostrophes the same norm and lemma', () => {
    const curly = read('They don’t think it’s Kerry’s.').flatMap((sentence) => sentence.tokens);
    const straight = read("They don't think it's Kerry's.").flatMap((sentence) => sentence.tokens);
    expect(curly.map(({ norm, lemma, pos, start }) => [norm, lemma, pos, start])).toEqual(
      straight.map(({ norm, lemma, pos, start }) => [norm, lemma, pos, start]),
    );
  });

  it.each([
    ['The officials doubted it.', 'officials', 'official'],
    ['She retweeted the podcasters.', 'retweeted', 'retweet'],
    ['They were strikes.', 'were', 'be'],
    ['Two vice-presidents co-chaired it.', 'vice-presidents', 'vice-president'],
    ['Two vice-presidents co-chaired it.', 'co-chaired', 'co-chair'],
    ['The constructor said so.', 'constructor', 'constructor'],
  ])('%s: %s is %s', (text, word, expected) => {
    expect(lemma(text, word)).toBe(expected);
  });

  it.each([
    [
      'The US-led coalition bombed Raqqa.',
      { 'US-led': 'ADJ', coalition: 'NOUN', bombed: 'VERB', Raqqa: 'PROPN' },
    ],
    ['Officials said so.', { Officials: 'NOUN', said: 'VERB' }],
    ['COALITION FAILING, SAYS SYRIA', { COALITION: 'NOUN', SAYS: 'VERB', SYRIA: 'PROPN' }],
    ['US Strikes Help, Says Envoy Anna Berg', { US: 'PROPN', Says: 'VERB', Berg: 'PROPN' }],
    ['Officials have doubts about it.', { have: 'AUX', doubts: 'NOUN' }],
    ['His claims fell. She doubts it.', { claims: 'NOUN', doubts: 'VERB' }],
    ['He saw Abu Bakr al-Baghdadi.', { 'al-Baghdadi': 'PROPN' }],
  ])('%s', (text, tags) => {
    const tokens = read(text).flatMap((sentence) => sentence.tokens);
    const found = Object.fromEntries(
      Object.keys(tags).map((word) => [word, tokens.find((token) => token.text === word)?.pos]),
    );
    expect(found).toEqual(tags);
  });
});

/** Words that meet every branch of the tokenizer, known and unknown to the tagger. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'Kerry',
      "Kerry's",
      'coalition',
      "don't",
      'dont',
      'theyre',
      'U.S.',
      '"',
      '“',
      "'",
      '’',
      '.',
      '!',
      ',',
    ],
    ...[
      'US-led',
      'zorbed',
      'Zorbistan',
      'zorbings',
      'said',
      'Said',
      '\n',
      '...',
      "''",
      '4.2bn',
      '(D-Va.)',
      '—',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const prose = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

describe('laws', () => {
  it('gives the same text the same sentences, whatever was read before', () => {
    fc.assert(
      fc.property(prose, prose, (text, other) => {
        const first = read(text);
        read(other);
        read(`${other}${text}`);
        expect(read(text)).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it('covers every visible character by tokens in order that spell the text', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let at = 0;
        for (const sentence of read(text)) {
          for (const token of sentence.tokens) {
            expect(token.start).toBeGreaterThanOrEqual(at);
            expect(text.slice(token.start, token.end)).toBe(token.text);
            expect(token.start).toBeGreaterThanOrEqual(sentence.start);
            expect(token.end).toBeLessThanOrEqual(sentence.end);
            at = token.end;
          }
        }
        const letters = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
        const spelled = read(text).flatMap((sentence) => sentence.tokens.map((token) => token.text));
        expect(letters(spelled.join(''))).toBe(letters(text));
      }),
      { numRuns: 150 },
    );
  });
});

describe('hostile text', () => {
  it.each([
    ['one word of a megabyte', 'a'.repeat(1_000_000)],
    ['dots and at signs', 'a.a@'.repeat(100_000)],
    ['10,000 lines in one paragraph', 'Kerry said the raid worked\n'.repeat(10_000)],
    ['apostrophes', "'".repeat(200_000)],
    ['initials', 'A.'.repeat(100_000)],
  ])('%s is cut into bounded tokens and sentences', (_, text) => {
    const sentences = read(text);
    const tooLong = sentences.flatMap(({ tokens }) => tokens.filter((token) => token.text.length > 121));
    expect(tooLong).toEqual([]);
    expect(sentences.filter(({ tokens }) => tokens.length > 301)).toEqual([]);
    expect(sentences.at(-1)?.end).toBe(text.trimEnd().length);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Article, Correction } from '../../analysis/article/index.js';
import { correctArticle } from '../../analysis/reading/index.js';
import { readArticle, unitTexts } from './read.js';

const PAGE = `Listen Live
Get short URL

The pact held for another week, its members said on Monday.

READ MORE: How the pact came about

They were surprised themselves, and said so to anyone who asked.

Members of the Pact Arrive for Their Weekly Meeting
Pact, weekly meeting, surprise
Add a comment
`;

function restored(article: Article, ...indexes: number[]): Article {
  return correctArticle(
    article,
    indexes.map((index) => ({ kind: 'restore-dropped', index })),
  ).article;
}

describe('a passage that was left out', () => {
  it('is put back where it stood, under the same id', async () => {
    const article = await readArticle(PAGE);
    expect(article.units).toHaveLength(2);
    for (const [index, { text, position = 0 }] of article.dropped.entries()) {
      const corrected = restored(article, index);
      const expected = [...unitTexts(article)];
      expected.splice(position - 1, 0, text);
      expect(unitTexts(corrected)).toEqual(expected);
      expect(corrected.units.map(({ ordinal }) => ordinal)).toEqual(expected.map((_, at) => at + 1));
      expect(corrected.text).toBe(expected.join('\n'));
      expect(corrected.dropped).toHaveLength(article.dropped.length - 1);
      expect(corrected.id).toBe(article.id);
      expect(corrected.textHash).not.toBe(article.textHash);
    }
  });

  it('gives the page in its own order when everything is put back, in whatever order', async () => {
    const article = await readArticle(PAGE);
    const lines = PAGE.split('\n').filter((line) => line !== '');
    const indexes = [...article.dropped.keys()];
    expect(unitTexts(restored(article, ...indexes))).toEqual(lines);
    expect(restored(article, ...indexes)).toEqual(restored(article, ...indexes.reverse()));
  });

  it('leaves the article as read as it was', async () => {
    const article = await readArticle(PAGE);
    const before = JSON.stringify(article);
    restored(article, 0);
    expect(JSON.stringify(article)).toBe(before);
    expect(restored(article)).toBe(article);
  });

  it('has to be one that is there', async () => {
    const article = await readArticle(PAGE);
    expect(() => restored(article, article.dropped.length)).toThrow('left out');
  });
});

const LINE = {
  id: 'ferry-1',
  title: 'Ferry late again',
  outlet: 'Coast Herald',
  published: '2014-12-03',
  paragraphs: [
    '  The ferry was late.  Nobody knew why. ',
    '',
    'It left at noon 🚢 at last.',
    'The end.\n(AP)',
  ],
};

async function given(): Promise<Article> {
  return await readArticle(JSON.stringify(LINE), 'ferry.jsonl');
}

function correct(article: Article, ...corrections: Correction[]): Article {
  return correctArticle(article, corrections).article;
}

describe('metadata', () => {
  it('is stated by whoever sets it, and unknown or missing where it is set to nothing', async () => {
    const article = await given();
    const set = correct(
      article,
      { kind: 'set-metadata', field: 'title', value: ' Ferry\n on\u0000 time ' },
      { kind: 'set-metadata', field: 'outlet', value: 'نشرة <b>' },
      { kind: 'set-metadata', field: 'published', value: '1871-03-18' },
      { kind: 'set-metadata', field: 'byline', value: 'Ann \uD800Berg' },
    );
    expect(set).toEqual({
      ...article,
      title: 'Ferry on\uFFFD time',
      outlet: 'نشرة <b>',
      published: '1871-03-18',
      byline: 'Ann \uFFFDBerg',
    });
    const unset = correct(
      article,
      { kind: 'set-metadata', field: 'title', value: null },
      { kind: 'set-metadata', field: 'outlet', value: '  ' },
      { kind: 'set-metadata', field: 'published', value: null },
    );
    expect(unset).toMatchObject({
      title: null,
      titleBasis: 'missing',
      outlet: null,
      outletBasis: 'unknown',
      published: null,
      publishedBasis: 'unknown',
    });
    expect(unset.textHash).toBe(article.textHash);
  });

  it('makes and unmakes the headline as a place', async () => {
    const article = await given();
    const places = (value: string | null) =>
      correctArticle(article, [{ kind: 'set-metadata', field: 'title', value }]).places.map(
        ({ passage }) => passage,
      );
    expect(places('Ferry on time')[0]).toBe('h');
    expect(places(null)[0]).toBe('u1');
  });

  it.each(['1000-01-01', '2999-12-31', '2000-02-29'])('takes the day %s', async (value) => {
    const set = correct(await given(), { kind: 'set-metadata', field: 'published', value });
    expect(set.published).toBe(value);
  });

  it.each(['0999-12-31', '3000-01-01', '1900-02-29', '2014-13-01', '3 December 2014', '2014-12-3'])(
    'refuses %s as a day',
    async (value) => {
      const article = await given();
      expect(() => correct(article, { kind: 'set-metadata', field: 'published', value })).toThrow(
        'no day of the calendar',
      );
    },
  );

  it('takes a title of 1,000 characters and refuses a book', async () => {
    const article = await given();
    const long = 'Ferry '.repeat(170).trim();
    expect(correct(article, { kind: 'set-metadata', field: 'title', value: long }).title).toBe(long);
    const book = { kind: 'set-metadata', field: 'title', value: 'x'.repeat(5000) } as const;
    expect(() => correct(article, book)).toThrow('4000');
  });
});

describe('paragraphs', () => {
  it('are split where the white space goes, and joined again as they were', async () => {
    const article = await given();
    const split: Correction = { kind: 'split-passage', passage: 'u1', offset: 22 };
    const cut = correctArticle(article, [split]);
    expect(unitTexts(cut.article)).toEqual([
      '  The ferry was late.',
      'Nobody knew why. ',
      ...LINE.paragraphs.slice(1),
    ]);
    expect(cut.places).toContainEqual({ ordinal: 2, passage: 'u1', offset: 23 });
    const merge: Correction = { kind: 'merge-passage', passage: 'u1', offset: 23 };
    expect(correct(article, split, merge)).toEqual(article);
  });

  it('are merged with one blank between them, and with none where one is empty', async () => {
    const article = await given();
    const merges = (...passages: (2 | 3 | 4)[]) =>
      unitTexts(
        correct(
          article,
          ...passages.map((n): Correction => ({ kind: 'merge-passage', passage: `u${n}`, offset: 0 })),
        ),
      );
    expect(merges(4)).toEqual([...LINE.paragraphs.slice(0, 2), 'It left at noon 🚢 at last. The end.\n(AP)']);
    expect(merges(2, 3)).toEqual([
      '  The ferry was late.  Nobody knew why. It left at noon 🚢 at last.',
      'The end.\n(AP)',
    ]);
  });

  it('are joined to whatever stands before them', async () => {
    const article = await given();
    const merge: Correction = { kind: 'merge-passage', passage: 'u4', offset: 0 };
    const both = correctArticle(article, [merge, { kind: 'drop-passage', passage: 'u3' }]);
    expect(unitTexts(both.article)).toEqual(['  The ferry was late.  Nobody knew why. ', 'The end.\n(AP)']);
  });

  it('are left out by hand and listed with their place', async () => {
    const article = await given();
    const { article: after, leftOut } = correctArticle(article, [{ kind: 'drop-passage', passage: 'u4' }]);
    expect(after.dropped).toEqual([{ text: 'The end.\n(AP)', reason: 'left out by hand', position: 4 }]);
    expect(leftOut).toEqual(['u4']);
    expect(after.text).toBe(LINE.paragraphs.slice(0, 3).join('\n'));
  });

  it('wait while their place is gone', async () => {
    const article = await given();
    const split: Correction = { kind: 'split-passage', passage: 'u1', offset: 22 };
    const label: Correction = {
      kind: 'set-label',
      target: 'ferry',
      passage: 'u1',
      offset: 23,
      voice: null,
      label: 'skeptical',
    };
    expect(correctArticle(article, [label]).applied).toEqual([false]);
    expect(correctArticle(article, [label, split])).toMatchObject({
      applied: [true, true],
      ordinals: [2, 2],
    });
    const drop: Correction = { kind: 'drop-passage', passage: 'u1' };
    expect(correctArticle(article, [label, split, drop])).toMatchObject({
      applied: [false, false, true],
      ordinals: [null, null, null],
    });
  });

  it('of an article that was put together of given text keep what stands between them', async () => {
    const line = { text: '\n One.\n\n\nTwo. Three.\r\n \r\nFour.\n' };
    const article = await readArticle(JSON.stringify(line), 'ferry.jsonl');
    expect(correct(article, { kind: 'set-metadata', field: 'outlet', value: 'X' }).text).toBe(line.text);
    expect(correct(article, { kind: 'split-passage', passage: 'u2', offset: 4 }).text).toBe(
      '\n One.\n\n\nTwo.\nThree.\r\n \r\nFour.\n',
    );
    expect(correct(article, { kind: 'drop-passage', passage: 'u1' }).text).toBe(
      '\n Two. Three.\r\n \r\nFour.\n',
    );
  });
});

describe('a correction that could never hold', () => {
  const refused: readonly (readonly [string, Correction])[] = [
    ['headline-stays', { kind: 'split-passage', passage: 'h', offset: 3 }],
    ['headline-stays', { kind: 'merge-passage', passage: 'h', offset: 0 }],
    ['headline-stays', { kind: 'drop-passage', passage: 'h' }],
    ['split-at-edge', { kind: 'split-passage', passage: 'u3', offset: 0 }],
    ['split-at-edge', { kind: 'split-passage', passage: 'u1', offset: 1 }],
    ['split-at-edge', { kind: 'split-passage', passage: 'u1', offset: 39 }],
    ['split-inside-character', { kind: 'split-passage', passage: 'u3', offset: 17 }],
    ['unknown-passage', { kind: 'split-passage', passage: 'u3', offset: 27 }],
    ['unknown-passage', { kind: 'split-passage', passage: 'u3', offset: 2.5 }],
    ['unknown-passage', { kind: 'split-passage', passage: 'u9', offset: 2 }],
    ['unknown-passage', { kind: 'drop-passage', passage: 'u0' }],
    ['unknown-passage', { kind: 'restore-dropped', index: 0 }],
    ['nothing-before', { kind: 'merge-passage', passage: 'u1', offset: 0 }],
    [
      'unknown-passage',
      { kind: 'set-label', target: 'x', passage: 'u3', offset: -1, voice: null, label: 'mixed' },
    ],
    ['same-voice', { kind: 'set-voice', passage: 'u1', offset: 0, from: 'author', to: { id: 'author' } }],
    [
      'no-name',
      {
        kind: 'set-voice',
        passage: 'u1',
        offset: 0,
        from: 'author',
        to: { id: 'x', name: ' ', kind: 'named' },
      },
    ],
  ];

  it.each(refused)('is refused: %s, %j', async (code, correction) => {
    const article = await given();
    expect(() => correct(article, correction)).toThrow(expect.objectContaining({ name: 'InputError', code }));
  });

  it('is one that leaves no paragraph', async () => {
    const article = await given();
    const drops = [1, 2, 3, 4].map((n): Correction => ({ kind: 'drop-passage', passage: `u${n}` }));
    expect(unitTexts(correct(article, ...drops.slice(1)))).toHaveLength(1);
    expect(() => correct(article, ...drops)).toThrow(expect.objectContaining({ code: 'nothing-left' }));
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Article } from '../../analysis/article/index.js';
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

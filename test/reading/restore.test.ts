import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../analysis/article/index.js';
import { restoreDropped } from '../../analysis/reading/index.js';
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

describe('restoreDropped', () => {
  it('puts each passage back where it stood', async () => {
    const article = await readArticle(PAGE);
    expect(article.units).toHaveLength(2);
    for (const [index, { text, position = 0 }] of article.dropped.entries()) {
      const restored = restoreDropped(article, index);
      const expected = [...unitTexts(article)];
      expected.splice(position - 1, 0, text);
      expect(unitTexts(restored)).toEqual(expected);
      expect(restored.units.map(({ ordinal }) => ordinal)).toEqual(expected.map((_, at) => at + 1));
      expect(restored.text).toBe(expected.join('\n'));
      expect(restored.dropped).toHaveLength(article.dropped.length - 1);
      expect(restored.id).not.toBe(article.id);
    }
  });

  it('gives the page in its own order when everything is put back, in whatever order', async () => {
    const article = await readArticle(PAGE);
    const lines = PAGE.split('\n').filter((line) => line !== '');
    const forwards = article.dropped.reduce((current) => restoreDropped(current, 0), article);
    const backwards = article.dropped.reduce(
      (current) => restoreDropped(current, current.dropped.length - 1),
      article,
    );
    expect(unitTexts(forwards)).toEqual(lines);
    expect(unitTexts(backwards)).toEqual(lines);
    expect(forwards.id).toBe(backwards.id);
  });

  it('leaves the article as it was', async () => {
    const article = await readArticle(PAGE);
    const before = JSON.stringify(article);
    restoreDropped(article, 0);
    expect(JSON.stringify(article)).toBe(before);
  });

  it('refuses a passage that is not there', async () => {
    const article = await readArticle(PAGE);
    expect(() => restoreDropped(article, article.dropped.length)).toThrow(InputError);
  });
});

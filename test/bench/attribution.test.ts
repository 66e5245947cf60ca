import { describe, expect, it } from '@jest/globals';
import { plainArticle, textOf } from '../../analysis/article/index.js';
import { loadResources } from '../../analysis/resources/index.js';
import { contenders } from '../../bench/attribution/contenders.js';

const TEXT =
  'Aides talked.\n\n“One of the things is the harvest,” said John Caddell. “It was late again.”\n\nA “model” farm is near.';

describe('contenders on quotations', () => {
  const article = plainArticle('one', TEXT.split('\n'));
  const found = new Map(
    contenders(loadResources()).map(({ name, find }) => [
      name,
      find(article).map(({ content, source }) => [
        source.map((span) => textOf(TEXT, span)).join(),
        ...content.map((span) => textOf(TEXT, span)),
      ]),
    ]),
  );

  it('give quotations without their marks and with a speaker where they name one', () => {
    expect(found.get('standpoint')).toEqual([
      ['John Caddell', 'One of the things is the harvest,', 'It was late again.'],
    ]);
    expect(found.get('compromise')).toEqual([
      ['', 'One of the things is the harvest,'],
      ['', 'It was late again.'],
      ['', 'model'],
    ]);
    expect(found.get('quote-parser')).toEqual([['John Caddell', 'One of the things is the harvest,']]);
  });
});

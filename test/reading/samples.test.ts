import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Article, unitText } from '../../analysis/article/index.js';
import { loadResources } from '../../analysis/resources/index.js';
import { readAll } from './read.js';

interface Entry {
  readonly file: string;
  readonly index: number;
  readonly title: string | null;
  readonly outlet: string;
  readonly published: string | null;
  readonly publishedBasis: string;
  readonly byline: string | null;
  readonly bodyParagraphs: number;
  readonly hasDeck: boolean;
  readonly subheadings: readonly string[];
  readonly firstWords: string;
  readonly lastWords: string;
  readonly furniture: readonly string[];
  readonly keywords: readonly string[];
}

const folder = join(loadResources().corpus, 'samples');
const { articles }: { articles: Entry[] } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

const WORDS_COMPARED = 6;

function summary(article: Article) {
  const texts = article.units
    .filter(({ role }) => role !== 'subheading')
    .map((unit) => unitText(article, unit));
  return {
    title: article.title,
    outlet: article.outlet,
    published: article.published,
    publishedBasis: article.publishedBasis,
    byline: article.byline,
    bodyParagraphs: texts.length,
    hasDeck: article.units.some(({ role }) => role === 'deck'),
    subheadings: article.units
      .filter(({ role }) => role === 'subheading')
      .map((unit) => unitText(article, unit)),
    firstWords: texts[0]?.split(/\s+/u).slice(0, WORDS_COMPARED).join(' '),
    lastWords: texts.at(-1)?.split(/\s+/u).slice(-WORDS_COMPARED).join(' '),
    keywords: article.keywords,
  };
}

describe('sample corpus', () => {
  it.each(articles.map((entry) => [`${entry.file}#${entry.index}`, entry] as const))(
    '%s',
    async (_name, entry) => {
      const outcomes = await readAll({ file: entry.file, bytes: readFileSync(join(folder, entry.file)) });
      const outcome = outcomes[entry.index];
      if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
      const { article } = outcome.reading;
      expect(entry).toMatchObject(summary(article));
      const blanked = (text: string) => text.replace(/\s+/gu, ' ');
      for (const furniture of entry.furniture.map(blanked)) {
        expect(blanked(article.text)).not.toContain(furniture);
        expect(article.dropped.map(({ text }) => blanked(text)).join('\n')).toContain(furniture);
      }
    },
  );
});

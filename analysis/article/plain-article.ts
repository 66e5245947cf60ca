import type { Article, TextUnit } from './article.js';

/**
 * An article of the given paragraphs, verbatim and joined by line breaks, with nothing else known of it
 * but `known`.
 */
export function plainArticle(
  id: string,
  paragraphs: readonly string[],
  known: Partial<Omit<Article, 'text' | 'units'>> = {},
): Article {
  const units: TextUnit[] = [];
  for (const paragraph of paragraphs) {
    const start = (units.at(-1)?.end ?? -1) + 1;
    units.push({ ordinal: units.length + 1, role: 'body', start, end: start + paragraph.length });
  }
  return {
    id,
    textHash: '',
    recordId: id,
    source: { file: '', index: 0 },
    title: null,
    titleBasis: 'missing',
    outlet: null,
    outletBasis: 'unknown',
    published: null,
    publishedBasis: 'unknown',
    publishedCandidates: [],
    dateline: null,
    byline: null,
    language: 'en',
    url: null,
    keywords: [],
    dropped: [],
    ...known,
    text: paragraphs.join('\n'),
    units,
  };
}

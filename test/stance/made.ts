import type { Article, Target, TextUnit } from '../../analysis/article/index.js';

/** An article of the given paragraphs, verbatim, with nothing else known of it. */
export function articleOf(paragraphs: readonly string[], changes: Partial<Article> = {}): Article {
  const units: TextUnit[] = [];
  for (const paragraph of paragraphs) {
    const start = (units.at(-1)?.end ?? -1) + 1;
    units.push({ ordinal: units.length + 1, role: 'body', start, end: start + paragraph.length });
  }
  return {
    id: 'made',
    textHash: '',
    recordId: 'made',
    source: { file: 'made.jsonl', index: 0 },
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
    text: paragraphs.join('\n'),
    units,
    dropped: [],
    ...changes,
  };
}

/** A target with the given parts; everything else is empty. */
export function targetOf(parts: Partial<Target> & { name: string }): Target {
  return {
    slug: null,
    description: '',
    aliases: [parts.name],
    shortForms: [],
    activities: [],
    lookalikes: [],
    proponents: [],
    critics: [],
    opponents: [],
    dimensions: [],
    ...parts,
  };
}

import { type Article, plainArticle, type Target } from '../../analysis/article/index.js';

/** An article of the given paragraphs, verbatim, with nothing else known of it. */
export function articleOf(paragraphs: readonly string[], changes: Partial<Article> = {}): Article {
  return plainArticle('made', paragraphs, { source: { file: 'made.jsonl', index: 0 }, ...changes });
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

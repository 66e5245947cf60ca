import { randomIndex, seededRandom } from '../../learning/index.js';

const SEED = 20141203;

/**
 * A fold, from 0, for each item: articles in a shuffled order of fixed seed are dealt out, and all that
 * is of one article comes into one fold. The same text under another id or target is the same article.
 */
export function foldsOf(items: readonly { readonly article: string }[], folds: number): number[] {
  const articles = [...new Set(items.map(({ article }) => article))];
  const random = seededRandom(SEED);
  for (let at = articles.length - 1; at > 0; at--) {
    const other = randomIndex(random, at + 1);
    [articles[at], articles[other]] = [articles[other] ?? '', articles[at] ?? ''];
  }
  const foldOf = new Map(articles.map((article, at) => [article, at % folds]));
  return items.map(({ article }) => foldOf.get(article) ?? 0);
}

import type { CodedItem } from './codings.js';

/** Something about a coded item, which resampling keeps with its article. */
interface OfItem {
  readonly item: CodedItem;
}

/** The values of each article together, as paragraphs of one article resemble each other. */
export function byArticle<Value extends OfItem>(values: readonly Value[]): Value[][] {
  const articles = new Map<string, Value[]>();
  for (const value of values) {
    const known = articles.get(value.item.articleId);
    if (known) known.push(value);
    else articles.set(value.item.articleId, [value]);
  }
  return [...articles.values()];
}

/**
 * How many paragraphs of the population each item stands for: those of its stratum, shared among its
 * items here. In a half-filled sheet the coded ones thus stand for those not coded, too. The weights
 * add up to the population of the strata that occur.
 */
export function weightsOf(items: readonly CodedItem[]): Map<CodedItem, number> {
  const counts = new Map<string, number>();
  for (const { stratum } of items) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return new Map(items.map((item) => [item, item.population / (counts.get(item.stratum) ?? 1)]));
}

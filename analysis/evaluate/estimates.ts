import { type BootstrapOptions, bootstrapIntervals, type Interval } from '../learning/index.js';
import type { Coded, CodedArticle } from './coded.js';

/** A number with the interval that resampling articles gives it; NaN where it is undefined. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

/** What a number is where there is nothing to take it over. */
export const UNDEFINED: Estimate = { value: Number.NaN, interval: { low: Number.NaN, high: Number.NaN } };

/**
 * Statistics over values that come by article, in their order, each with the interval that resampling
 * articles gives it; NaN where it is undefined.
 */
export function estimateByArticle<Value>(
  articles: readonly (readonly Value[])[],
  statistics: (values: readonly Value[]) => readonly number[],
  options: BootstrapOptions,
): Estimate[] {
  const over = (sample: readonly (readonly Value[])[]) => statistics(valuesIn(sample));
  const intervals = bootstrapIntervals(articles, over, options);
  return over(articles).map((value, at) => ({ value, interval: intervals[at] ?? UNDEFINED.interval }));
}

/** A loop, since `flat` takes most of the time of a thousand resamples. */
function valuesIn<Value>(articles: readonly (readonly Value[])[]): Value[] {
  const all: Value[] = [];
  for (const values of articles) for (const value of values) all.push(value);
  return all;
}

/** The same over the coded paragraphs of articles. */
export function estimateList(
  articles: readonly CodedArticle[],
  statistics: (coded: readonly Coded[]) => readonly number[],
  options: BootstrapOptions,
): Estimate[] {
  return estimateByArticle(
    articles.map(({ coded }) => coded),
    statistics,
    options,
  );
}

/** The same by name. */
export function estimates<Name extends string>(
  articles: readonly CodedArticle[],
  statistics: (coded: readonly Coded[]) => Readonly<Record<Name, number>>,
  options: BootstrapOptions,
): Record<Name, Estimate> {
  const names = Object.keys(statistics([])) as Name[];
  const inOrder = (coded: readonly Coded[]) => {
    const values = statistics(coded);
    return names.map((name) => values[name]);
  };
  const list = estimateList(articles, inOrder, options);
  return Object.fromEntries(names.map((name, at) => [name, list[at] ?? UNDEFINED])) as Record<Name, Estimate>;
}

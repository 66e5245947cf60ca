import { bootstrapIntervals, type Interval } from '../learning/index.js';
import { accuracy, FOLDED, type Folded, macroF1, type Pair } from './measures.js';

/** A number with the interval that resampling articles gives it. */
export interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

export interface Standing {
  readonly name: string;
  readonly macroF1: Figure;
  readonly accuracy: Figure;
}

/** How far the first is ahead of the best of the others, in macro-F1. */
export interface Leading {
  readonly over: string;
  readonly lead: Figure;
}

/** Pairs of three classes, article by article. */
type Articles = readonly (readonly Pair<Folded>[])[];

/**
 * Macro-F1 and accuracy of every contender over the same articles, and the lead of the first over
 * the best of the others (best over all articles). All intervals come from the same resamples of
 * articles, so that the lead is paired: what is hard for both cancels out (Berg-Kirkpatrick et al. 2012).
 */
export function standings(contenders: ReadonlyMap<string, Articles>): {
  rows: Standing[];
  leading: Leading;
} {
  const [first, ...peers] = [...contenders].map(([name, articles]) => ({ name, articles }));
  if (!first || peers.length === 0) throw new Error('standings need two contenders');
  const whole = (articles: Articles) => macroF1(articles.flat(), FOLDED);
  const best = peers.reduce((a, b) => (whole(b.articles) > whole(a.articles) ? b : a));
  const all = [first, ...peers];
  const statistics = (sample: readonly number[]) => {
    const measured = all.map(({ articles }) => measure(articles, sample));
    const of = (one: typeof first) => measured[all.indexOf(one)]?.macroF1 ?? Number.NaN;
    return [...measured.flatMap((one) => [one.macroF1, one.accuracy]), of(first) - of(best)];
  };
  const indices = first.articles.map((_, index) => index);
  const values = statistics(indices);
  const intervals = bootstrapIntervals(indices, statistics);
  const figure = (at: number): Figure => ({
    value: values[at] ?? Number.NaN,
    interval: intervals[at] ?? { low: Number.NaN, high: Number.NaN },
  });
  return {
    rows: all.map(({ name }, at) => ({ name, macroF1: figure(2 * at), accuracy: figure(2 * at + 1) })),
    leading: { over: best.name, lead: figure(2 * all.length) },
  };
}

function measure(articles: Articles, sample: readonly number[]): { macroF1: number; accuracy: number } {
  const pairs: Pair<Folded>[] = [];
  for (const index of sample) for (const pair of articles[index] ?? []) pairs.push(pair);
  return { macroF1: macroF1(pairs, FOLDED), accuracy: accuracy(pairs) };
}

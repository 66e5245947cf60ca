import { type BootstrapOptions, bootstrapIntervals } from '../../learning/index.js';
import { type Estimate, UNDEFINED } from '../estimates.js';
import { shareOf, summed, type Tallies } from './tally.js';

/** A share with what it is taken over. */
export interface Share extends Estimate {
  readonly count: number;
}

/** A number made from the counts of all articles. */
export type Statistic<Name extends string> = (total: Tallies<Name>) => number;

/** Every count as a share, and the given statistics, each with its interval. */
export interface Estimated<Name extends string, Extra extends string> {
  readonly shares: Readonly<Record<Name, Share>>;
  readonly extra: Readonly<Record<Extra, Estimate>>;
}

/** Shares and statistics over counts of articles; the intervals of all come from the same resamples. */
export function estimateCounts<Name extends string, Extra extends string>(
  names: readonly Name[],
  articles: readonly Tallies<Name>[],
  extra: Readonly<Record<Extra, Statistic<Name>>>,
  bootstrap: BootstrapOptions,
): Estimated<Name, Extra> {
  const extraNames = Object.keys(extra) as Extra[];
  const statistics = (sample: readonly Tallies<Name>[]) => {
    const total = summed(names, sample);
    return [...names.map((name) => shareOf(total[name])), ...extraNames.map((name) => extra[name](total))];
  };
  const values = statistics(articles);
  const intervals = bootstrapIntervals(articles, statistics, bootstrap);
  const estimate = (at: number): Estimate => ({
    value: values[at] ?? Number.NaN,
    interval: intervals[at] ?? UNDEFINED.interval,
  });
  const total = summed(names, articles);
  return {
    shares: recordOf(names, (name, at) => ({ ...estimate(at), count: total[name].of })),
    extra: recordOf(extraNames, (_, at) => estimate(names.length + at)),
  };
}

/** A value for each name. */
export function recordOf<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name, at: number) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name, at) => [name, make(name, at)])) as Record<Name, Value>;
}

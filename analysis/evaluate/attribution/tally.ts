/** How many of how many. */
export interface Tally {
  readonly hits: number;
  readonly of: number;
}

/** What one article adds to each count, by the name of the count. */
export type Tallies<Name extends string> = Readonly<Record<Name, Tally>>;

/** The counts of several articles together. */
export function summed<Name extends string>(
  names: readonly Name[],
  articles: readonly Tallies<Name>[],
): Tallies<Name> {
  const total = names.map((name) => {
    let hits = 0;
    let of = 0;
    for (const article of articles) {
      hits += article[name].hits;
      of += article[name].of;
    }
    return [name, { hits, of }] as const;
  });
  return Object.fromEntries(total) as unknown as Tallies<Name>;
}

/** In [0, 1]; NaN over nothing. */
export function shareOf({ hits, of }: Tally): number {
  return of === 0 ? Number.NaN : hits / of;
}

/** Harmonic mean of a precision and a recall: 0 where nothing is right, NaN where either is over nothing. */
export function f1Of(precision: Tally, recall: Tally): number {
  const [p, r] = [shareOf(precision), shareOf(recall)];
  return p === 0 && r === 0 ? 0 : (2 * p * r) / (p + r);
}

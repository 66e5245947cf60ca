import type { BootstrapOptions } from '../../learning/index.js';
import type { Estimate } from '../estimates.js';
import { countSpans, SPAN_COUNTS } from './count-spans.js';
import { countWho, WHO_COUNTS, type WhoCount } from './count-who.js';
import { estimateCounts, recordOf, type Share } from './estimate-counts.js';
import { PARTS, type Part } from './gold-attributions.js';
import { f1Of } from './tally.js';
import type { Compared } from './words-of.js';

/** Precision (counting what was found), recall (counting what was marked) and their harmonic mean. */
export interface PartScore {
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: Estimate;
}

/** How well statements are found and given to their sources. All shares lie in [0, 1], NaN over nothing. */
export interface AttributionScores {
  readonly marked: number;
  readonly found: number;
  readonly parts: Readonly<Record<Part, { readonly tokens: PartScore; readonly exact: PartScore }>>;
  /** Words of statements with the right source: recall in each row, precision, and the F1 of all. */
  readonly who: Readonly<Record<WhoCount, Share>> & { readonly f1: Estimate };
}

/** Scores over articles; null without any. */
export function attributionScores(
  articles: readonly Compared[],
  bootstrap: BootstrapOptions,
): AttributionScores | null {
  if (articles.length === 0) return null;
  const counts = articles.map((article) => ({ ...countSpans(article), ...countWho(article) }));
  const { shares, extra } = estimateCounts([...SPAN_COUNTS, ...WHO_COUNTS], counts, F1_OF, bootstrap);
  const partScore = (name: `${Part}-${'tokens' | 'exact'}`): PartScore => ({
    precision: shares[`${name}-precision`],
    recall: shares[`${name}-recall`],
    f1: extra[name],
  });
  return {
    marked: articles.reduce((sum, { gold }) => sum + gold.length, 0),
    found: articles.reduce((sum, { found }) => sum + found.length, 0),
    parts: recordOf(PARTS, (part) => ({
      tokens: partScore(`${part}-tokens`),
      exact: partScore(`${part}-exact`),
    })),
    who: { ...recordOf(WHO_COUNTS, (name) => shares[name]), f1: extra.who },
  };
}

type AllTallies = ReturnType<typeof countSpans> & ReturnType<typeof countWho>;

const MEASURED = PARTS.flatMap((part) => [`${part}-tokens` as const, `${part}-exact` as const]);

const F1_OF = {
  ...recordOf(
    MEASURED,
    (name) => (total: AllTallies) => f1Of(total[`${name}-precision`], total[`${name}-recall`]),
  ),
  who: (total: AllTallies) => f1Of(total.precision, total.all),
};

import { PARTS, type Part } from './gold-attributions.js';
import type { Tallies } from './tally.js';
import type { Compared, WordsOfParts } from './words-of.js';

/** Precision and recall of a part, over words or over whole spans. */
export type SpanCount = `${Part}-${'tokens' | 'exact'}-${'precision' | 'recall'}`;

export const SPAN_COUNTS: readonly SpanCount[] = PARTS.flatMap((part) => [
  `${part}-tokens-precision` as const,
  `${part}-tokens-recall` as const,
  `${part}-exact-precision` as const,
  `${part}-exact-recall` as const,
]);

/**
 * How well the words and spans of each part are found, whoever the source is. A token counts once for a
 * part, however many attributions hold it. A span is a run of tokens of one attribution without a gap;
 * it is found when a span of that part has the same first and last token. Parts that no person marked
 * exactly alike count as not found.
 */
export function countSpans({ gold, found }: Compared): Tallies<SpanCount> {
  const counts = PARTS.flatMap((part) => [
    ...overlap(`${part}-tokens`, tokensOf(gold, part), tokensOf(found, part)),
    ...overlap(`${part}-exact`, runsOf(gold, part), runsOf(found, part)),
  ]);
  return Object.fromEntries(counts) as unknown as Tallies<SpanCount>;
}

function overlap<Item>(name: string, gold: ReadonlySet<Item>, found: ReadonlySet<Item>) {
  let hits = 0;
  for (const item of found) if (gold.has(item)) hits++;
  return [
    [`${name}-precision`, { hits, of: found.size }],
    [`${name}-recall`, { hits, of: gold.size }],
  ] as const;
}

function tokensOf(attributions: readonly WordsOfParts[], part: Part): ReadonlySet<number> {
  return new Set(attributions.flatMap((attribution) => attribution[part]));
}

/** Runs of tokens without a gap, as "first-last". */
function runsOf(attributions: readonly WordsOfParts[], part: Part): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const attribution of attributions) {
    const words = attribution[part];
    let first = words[0];
    for (const [at, word] of words.entries()) {
      if (words[at + 1] === word + 1) continue;
      runs.add(`${first}-${word}`);
      first = words[at + 1];
    }
  }
  return runs;
}

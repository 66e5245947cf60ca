import { isReporting } from './reporting-cues.js';
import { isSameSource } from './same-source.js';
import { summed, type Tallies, type Tally } from './tally.js';
import type { Compared, WordsOfParts } from './words-of.js';

/** Rows that words of marked contents are counted in. */
export const WHO_GROUPS = ['all', 'direct', 'indirect', 'mixed', 'reporting'] as const;
export type WhoGroup = (typeof WHO_GROUPS)[number];

/** Recall in each row, and precision over what was given to a source. */
export type WhoCount = WhoGroup | 'precision' | 'precisionInQuotes';
export const WHO_COUNTS: readonly WhoCount[] = [...WHO_GROUPS, 'precision', 'precisionInQuotes'];

/** Share of the words of a content that must be quoted to call it direct: a stray word may stand outside. */
const DIRECT_SHARE = 0.95;

/**
 * Of the words of marked contents, how many were given to a source with the right head word; and of the
 * words that were given to a source, how many rightly. A word counts once for each attribution that holds
 * it; it is right when any attribution of the other side holds it with the same source. Attributions
 * without words for source or content do not count.
 */
export function countWho(article: Compared): Tallies<WhoCount> {
  const rightOf = matcher(article);
  const found = holders(article.found, article.tokens.length);
  const gold = holders(article.gold, article.tokens.length);
  const rows = article.gold.filter(isWhole).map((marked) => {
    const hits = marked.content.filter((i) => found[i]?.some((given) => rightOf(marked, given))).length;
    const words = { hits, of: marked.content.length };
    return { ...NOTHING, ...Object.fromEntries(groupsOf(article, marked).map((group) => [group, words])) };
  });
  const given = article.found.filter(isWhole).map((one) => {
    const isRight = (i: number) => gold[i]?.some((marked) => rightOf(marked, one)) === true;
    const tally = (words: readonly number[]): Tally => ({
      hits: words.filter(isRight).length,
      of: words.length,
    });
    const quoted = one.content.filter((i) => article.quoted[i] === 1);
    return { ...NOTHING, precision: tally(one.content), precisionInQuotes: tally(quoted) };
  });
  return summed(WHO_COUNTS, [...rows, ...given]);
}

const ZERO: Tally = { hits: 0, of: 0 };
const NOTHING = Object.fromEntries(WHO_COUNTS.map((name) => [name, ZERO])) as unknown as Tallies<WhoCount>;

function isWhole({ source, content }: WordsOfParts): boolean {
  return source.length > 0 && content.length > 0;
}

/** Whether two attributions of an article have the same source, asked once for each pair. */
function matcher({ tokens }: Compared) {
  const known = new Map<WordsOfParts, Map<WordsOfParts, boolean>>();
  return (gold: WordsOfParts, found: WordsOfParts): boolean => {
    const row = known.get(gold) ?? new Map<WordsOfParts, boolean>();
    known.set(gold, row);
    const answer = row.get(found) ?? isSameSource(tokens, gold.source, found.source);
    row.set(found, answer);
    return answer;
  };
}

/** For each token the attributions that hold it in their content. */
function holders(attributions: readonly WordsOfParts[], size: number): WordsOfParts[][] {
  const lists: WordsOfParts[][] = Array.from({ length: size }, () => []);
  for (const attribution of attributions) for (const i of attribution.content) lists[i]?.push(attribution);
  return lists;
}

/** The rows that a marked attribution counts in. */
export function groupsOf(article: Compared, marked: WordsOfParts): WhoGroup[] {
  const groups: WhoGroup[] = ['all', kindOf(article, marked.content)];
  return isReporting(article.tokens, marked.cue) ? [...groups, 'reporting'] : groups;
}

function kindOf({ tokens, quoted }: Compared, content: readonly number[]): 'direct' | 'indirect' | 'mixed' {
  const words = content.filter((i) => /[\p{L}\p{N}]/u.test(tokens[i]?.norm ?? ''));
  const inside = words.filter((i) => quoted[i] === 1).length;
  if (inside === 0) return 'indirect';
  return inside / words.length >= DIRECT_SHARE ? 'direct' : 'mixed';
}

import { InputError, type Layers } from '../../article/index.js';
import { BOOTSTRAP, type BootstrapOptions } from '../../learning/index.js';
import { type AttributionScores, attributionScores } from './attribution-scores.js';
import { countPronouns, PRONOUN_COUNTS, type PronounCount } from './count-pronouns.js';
import { estimateCounts, type Share } from './estimate-counts.js';
import type { MarkedArticle } from './gold-attributions.js';
import { compared } from './words-of.js';

/** An article that people marked, with what the program finds in it. */
export interface MarkedLayers {
  readonly id: string;
  readonly marked: MarkedArticle;
  readonly layers: Layers;
  /** What figures are repeated for; null for none. */
  readonly group?: string | null;
}

/** Scores of the articles that share a value. */
export interface MarkedGroup {
  /** Null for lines that have none. */
  readonly value: string | null;
  readonly articles: number;
  readonly attributions: AttributionScores | null;
  readonly pronouns: Readonly<Record<PronounCount, Share>> | null;
}

/** How well attributions and speakers are found. */
export interface AttributionEvaluation {
  readonly task: 'attribution';
  readonly articles: number;
  readonly tokens: number;
  /** Null where no line has gold.attributions. */
  readonly attributions: AttributionScores | null;
  /** Null where no line has gold.pronouns. */
  readonly pronouns: Readonly<Record<PronounCount, Share>> | null;
  /** By name; null where nothing was grouped. */
  readonly groups: { readonly key: string; readonly rows: readonly MarkedGroup[] } | null;
}

/**
 * Compares attributions with those that people marked (measures after Pareti 2015 and Newell et al. 2018;
 * docs/method.md defines each). Intervals come from resampling articles in an order of their own, so that
 * the order of lines does not matter.
 * @throws InputError `bad-gold` where nothing is marked.
 */
export function evaluateAttribution(
  lines: readonly MarkedLayers[],
  { bootstrap = BOOTSTRAP, by }: { readonly bootstrap?: BootstrapOptions; readonly by?: string } = {},
): AttributionEvaluation {
  const articles = lines.toSorted((a, b) => compare(a.id, b.id) || compare(a.layers.text, b.layers.text));
  if (!articles.some(({ marked }) => marked.attributions?.length || marked.pronouns?.length)) {
    throw new InputError(
      'bad-gold',
      'No line has an attribution',
      'Mark statements under gold.attributions.',
    );
  }
  return {
    task: 'attribution',
    articles: articles.length,
    tokens: articles.reduce((sum, { layers }) => sum + tokensIn(layers), 0),
    ...scores(articles, bootstrap),
    groups: by === undefined ? null : { key: by, rows: groupsOf(articles, bootstrap) },
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function tokensIn({ sentences }: Layers): number {
  return sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
}

function scores(articles: readonly MarkedLayers[], bootstrap: BootstrapOptions) {
  const pairs = articles.flatMap(({ marked, layers }) =>
    marked.attributions ? [compared(layers, marked.attributions)] : [],
  );
  const pronouns = articles.flatMap(({ marked, layers }) =>
    marked.pronouns ? [countPronouns(layers, marked.pronouns)] : [],
  );
  const resolved = pronouns.length > 0 && estimateCounts(PRONOUN_COUNTS, pronouns, {}, bootstrap).shares;
  return { attributions: attributionScores(pairs, bootstrap), pronouns: resolved || null };
}

function groupsOf(articles: readonly MarkedLayers[], bootstrap: BootstrapOptions): MarkedGroup[] {
  const members = new Map<string | null, MarkedLayers[]>();
  for (const article of articles) {
    const value = article.group ?? null;
    const known = members.get(value);
    if (known) known.push(article);
    else members.set(value, [article]);
  }
  return [...members]
    .sort(([a], [b]) => compare(a ?? '', b ?? ''))
    .map(([value, own]) => ({ value, articles: own.length, ...scores(own, bootstrap) }));
}

import type { Validated } from '../stance/index.js';
import { type Folded, fold, type Labelled, type Pair } from './measures.js';
import { type Figure, standings } from './standings.js';

/** What an adaptation is worth in cross-validation by article: macro-F1 over three classes. */
export interface AdaptationFigures {
  readonly paragraphs: number;
  readonly articles: number;
  readonly unadapted: Figure;
  readonly adapted: Figure;
  /** Adapted less unadapted, from the same resamples of articles. */
  readonly difference: Figure;
}

/** The figures of a cross-validation, with 95% intervals from resampling articles. */
export function adaptationFigures(validated: readonly Validated[]): AdaptationFigures {
  const adapted = pairsByArticle(validated, (one) => one.adapted);
  const unadapted = pairsByArticle(validated, (one) => one.unadapted);
  const { rows, leading } = standings(
    new Map([
      ['adapted', adapted],
      ['unadapted', unadapted],
    ]),
  );
  const [first, second] = rows;
  if (!first || !second) throw new Error('standings lack a row');
  return {
    paragraphs: validated.length,
    articles: adapted.length,
    adapted: first.macroF1,
    unadapted: second.macroF1,
    difference: leading.lead,
  };
}

/** The same in words for a terminal, with what follows from them. */
export function adaptationTable(figures: AdaptationFigures, folds: number): string {
  const { paragraphs, articles, unadapted, adapted, difference } = figures;
  return [
    `${paragraphs} coded paragraphs of ${articles} articles; ${folds}-fold cross-validation by article`,
    '',
    'Three classes (mixed by the sign of its score, unrelated as neutral), macro-F1 with 95% interval',
    `  unadapted   ${percent(unadapted)}`,
    `  adapted     ${percent(adapted)}`,
    `  difference  ${percent(difference)}`,
    '',
    conclusion(difference),
    '',
  ].join('\n');
}

function conclusion({ value, interval: { low } }: Figure): string {
  if (low > 0) return 'The adaptation helps on articles like these.';
  if (value <= 0) return 'The adaptation does not help: score without it.';
  return 'The gain may be chance, since the interval holds 0: code more, or score without the adaptation.';
}

function percent({ value, interval }: Figure): string {
  const of = (share: number) => (100 * share).toFixed(1).padStart(5);
  return `${of(value)} [${of(interval.low)}, ${of(interval.high)}]`;
}

function pairsByArticle(
  validated: readonly Validated[],
  labelOf: (one: Validated) => Labelled,
): Pair<Folded>[][] {
  const articles = new Map<string, Pair<Folded>[]>();
  for (const one of validated) {
    const { article, label } = one.coded;
    const pairs = articles.get(article) ?? [];
    articles.set(article, pairs);
    pairs.push({ expected: fold({ label, score: null }), predicted: fold(labelOf(one)) });
  }
  return [...articles.values()];
}

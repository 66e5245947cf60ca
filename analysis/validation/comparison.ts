import { LABELS } from '../article/index.js';
import { type Estimate, estimateByArticle, FOLDED, krippendorffAlpha, UNDEFINED } from '../evaluate/index.js';
import type { BootstrapOptions } from '../learning/index.js';
import type { Judged } from './judged.js';
import {
  cellOf,
  type WeightedPair,
  weightedAccuracy,
  weightedConfusion,
  weightedMacroF1,
  weightedScore,
} from './weighted-scores.js';
import { byArticle } from './weights.js';

/** How well the program finds one class; weighted, with intervals. */
export interface ClassEstimate {
  readonly value: string;
  readonly precision: Estimate;
  readonly recall: Estimate;
  readonly f1: Estimate;
  /** Items to which people gave it. */
  readonly coded: number;
  /** Items to which the program gave it. */
  readonly scored: number;
}

/** The figures over one set of classes. */
export interface ClassesEstimate {
  readonly values: readonly string[];
  readonly accuracy: Estimate;
  /** Over the classes that occur. */
  readonly macroF1: Estimate;
  readonly classes: readonly ClassEstimate[];
  /** Paragraphs of the population that the items stand for: coded down, scored across. */
  readonly confusion: readonly (readonly number[])[];
  /** Items, not weighted. */
  readonly counts: readonly (readonly number[])[];
}

/** The program against one coder, or against what most coders say. */
export interface Comparison {
  /** Name of the coder; null for the majority. */
  readonly coder: string | null;
  readonly items: number;
  readonly articles: number;
  /** Items left out because as many coders gave one label as another; 0 for a single coder. */
  readonly ties: number;
  /** Paragraphs of the population that the items stand for. */
  readonly population: number;
  readonly three: ClassesEstimate;
  readonly five: ClassesEstimate;
  /** Krippendorff's alpha (nominal, not weighted) with the program: a test of it, no reliability. */
  readonly alpha: Estimate;
}

/** Compares the program with codings; every figure but `counts` and `alpha` is weighted to the population. */
export function compareWith(
  judged: readonly Judged[],
  { coder, ties }: Pick<Comparison, 'coder' | 'ties'>,
  bootstrap: BootstrapOptions,
): Comparison {
  const articles = byArticle(judged);
  const units = articles.map((values) => values.map(({ label }) => [label.expected, label.predicted]));
  const [alpha = UNDEFINED] = estimateByArticle(units, (sample) => [krippendorffAlpha(sample)], bootstrap);
  return {
    coder,
    items: judged.length,
    articles: articles.length,
    ties,
    population: judged.reduce((sum, { weight }) => sum + weight, 0),
    three: estimateClasses(articles, ({ folded, weight }) => ({ ...folded, weight }), FOLDED, bootstrap),
    five: estimateClasses(articles, ({ label, weight }) => ({ ...label, weight }), LABELS, bootstrap),
    alpha,
  };
}

function estimateClasses<Value extends string>(
  articles: readonly (readonly Judged[])[],
  pairOf: (judged: Judged) => WeightedPair<Value>,
  values: readonly Value[],
  bootstrap: BootstrapOptions,
): ClassesEstimate {
  const pairs = articles.map((article) => article.map(pairOf));
  const cells = pairs.map((article) => article.map((pair) => cellOf(pair, values)));
  const [accuracy = UNDEFINED, macroF1 = UNDEFINED, ...perClass] = estimateByArticle(
    cells,
    (sample) => figuresOf(weightedConfusion(sample, values.length)),
    bootstrap,
  );
  const all = pairs.flat();
  const classes = values.map((value, at) => {
    const [precision = UNDEFINED, recall = UNDEFINED, f1 = UNDEFINED] = perClass.slice(
      FIGURES * at,
      FIGURES * (at + 1),
    );
    const coded = all.filter(({ expected }) => expected === value).length;
    const scored = all.filter(({ predicted }) => predicted === value).length;
    return { value, precision, recall, f1, coded, scored };
  });
  const counted = cells.flat().map((cell) => ({ ...cell, weight: 1 }));
  return {
    values,
    accuracy,
    macroF1,
    classes,
    confusion: weightedConfusion(cells.flat(), values.length),
    counts: weightedConfusion(counted, values.length),
  };
}

/** Figures of a class: precision, recall, F1. */
const FIGURES = 3;

function figuresOf(confusion: readonly (readonly number[])[]): number[] {
  const perClass = confusion.flatMap((_, place) => {
    const { precision, recall, f1 } = weightedScore(confusion, place);
    return [precision, recall, f1];
  });
  return [weightedAccuracy(confusion), weightedMacroF1(confusion), ...perClass];
}

import { InputError, LABELS, type Label } from '../article/index.js';
import { BOOTSTRAP, type BootstrapOptions } from '../learning/index.js';
import { krippendorffAlpha, ordinalAlpha } from './agreement.js';
import { type Coded, type CodedArticle, type Predicted, pairUp } from './coded.js';
import { type ConfidenceMeasures, measureConfidence } from './confidence-measures.js';
import { type Estimate, estimates } from './estimates.js';
import type { Field } from './gold.js';
import { type Group, groupsOf } from './groups.js';
import {
  accuracy,
  type ClassScore,
  classScore,
  confusion,
  FOLDED,
  type Folded,
  macroF1,
} from './measures.js';

/** A line of gold: an input line with codings. */
export interface GoldLine {
  readonly id: string;
  readonly gold?: unknown;
}

/** Labels and scores for the paragraphs of one line, in their order. */
export type Predict<Line extends GoldLine> = (
  line: Line,
) => readonly Predicted[] | Promise<readonly Predicted[]>;

export interface EvaluateOptions<Line extends GoldLine> {
  readonly bootstrap?: BootstrapOptions;
  /** Which codings the predictions are compared with; 'unit' unless given. */
  readonly field?: Field;
  /** What lines are grouped by: the name of the grouping and the group of a line, null for none. */
  readonly by?: { readonly key: string; readonly groupOf: (line: Line) => string | null };
}

/** How well predictions agree with human codings. All shares lie in [0, 1]. */
export interface Evaluation {
  readonly field: Field;
  readonly articles: number;
  readonly paragraphs: number;
  /** Three classes: mixed by the sign of its score, unrelated as neutral. */
  readonly folded: {
    readonly macroF1: Estimate;
    readonly accuracy: Estimate;
    /** Krippendorff's alpha between human and machine, over the classes in their order. */
    readonly ordinalAlpha: Estimate;
    readonly classes: readonly ClassScore<Folded>[];
    readonly confusion: readonly (readonly number[])[];
  };
  /** All five labels. */
  readonly labels: {
    readonly accuracy: Estimate;
    /** Share whose label is among those that a careful coder could have given. */
    readonly accepted: Estimate;
    readonly classes: readonly ClassScore<Label>[];
    readonly confusion: readonly (readonly number[])[];
    /** Krippendorff's alpha (nominal) between human and machine; a test of the machine, not a reliability. */
    readonly alpha: Estimate;
  };
  /** Whether the program knows when it is right, over three classes; null where it says nothing. */
  readonly confidence: ConfidenceMeasures | null;
  /** The worst group first; null where nothing was grouped. */
  readonly groups: { readonly key: string; readonly rows: readonly Group[] } | null;
}

/**
 * Compares predictions with human codings, paragraph by paragraph. Intervals come from resampling
 * articles, because the paragraphs of one article resemble each other.
 * @throws InputError `bad-gold` for a line without usable codings, or where nothing is coded.
 */
export async function evaluate<Line extends GoldLine>(
  lines: readonly Line[],
  predict: Predict<Line>,
  { bootstrap = BOOTSTRAP, field = 'unit', by }: EvaluateOptions<Line> = {},
): Promise<Evaluation> {
  const articles: CodedArticle[] = [];
  for (const line of lines) {
    const coded = pairUp(line, await predict(line), field);
    articles.push({ group: by?.groupOf(line) ?? null, coded });
  }
  requireCodings(articles, field);
  return {
    field,
    ...measure(articles, bootstrap),
    confidence: measureConfidence(articles, bootstrap),
    groups: by ? { key: by.key, rows: groupsOf(articles, bootstrap) } : null,
  };
}

function requireCodings(articles: readonly CodedArticle[], field: Field): void {
  if (articles.some(({ coded }) => coded.length > 0)) return;
  throw field === 'author'
    ? new InputError(
        'bad-gold',
        'No paragraph has a label of the author',
        'Give gold.paragraphs as objects with "label" and "author", or compare the field unit.',
      )
    : new InputError(
        'bad-gold',
        'No paragraph has a label',
        'Give one label per paragraph under gold.paragraphs.',
      );
}

function measure(articles: readonly CodedArticle[], bootstrap: BootstrapOptions) {
  const coded = articles.flatMap((article) => article.coded);
  const folded = coded.map((one) => one.folded);
  const labels = coded.map((one) => one.label);
  const estimated = estimates(articles, statistics, bootstrap);
  return {
    articles: articles.length,
    paragraphs: coded.length,
    folded: {
      macroF1: estimated.macroF1,
      accuracy: estimated.foldedAccuracy,
      ordinalAlpha: estimated.ordinalAlpha,
      classes: FOLDED.map((value) => classScore(folded, value)),
      confusion: confusion(folded, FOLDED),
    },
    labels: {
      accuracy: estimated.labelAccuracy,
      accepted: estimated.accepted,
      classes: LABELS.map((value) => classScore(labels, value)),
      confusion: confusion(labels, LABELS),
      alpha: estimated.alpha,
    },
  };
}

function statistics(coded: readonly Coded[]) {
  const folded = coded.map((one) => one.folded);
  const labels = coded.map((one) => one.label);
  return {
    macroF1: macroF1(folded, FOLDED),
    foldedAccuracy: accuracy(folded),
    ordinalAlpha: ordinalAlpha(
      folded.map(({ expected, predicted }) => [expected, predicted]),
      FOLDED,
    ),
    labelAccuracy: accuracy(labels),
    accepted: coded.filter((one) => one.accepted).length / Math.max(coded.length, 1),
    alpha: krippendorffAlpha(labels.map(({ expected, predicted }) => [expected, predicted])),
  };
}

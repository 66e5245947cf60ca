import { LABELS } from '../article/index.js';
import type { Estimate } from './estimates.js';
import type { Evaluation } from './evaluation.js';
import { type ClassScore, FOLDED } from './measures.js';

/** What the columns of an evaluation as a table hold, in their order. */
export const EVALUATION_COLUMNS = [
  'classes',
  'measure',
  'group',
  'coded',
  'scored',
  'value',
  'low',
  'high',
  'count',
] as const;

/** One figure of an evaluation; empty where a column does not apply or a figure is undefined. */
export type EvaluationRow = Readonly<Record<(typeof EVALUATION_COLUMNS)[number], string | number | null>>;

const EMPTY: EvaluationRow = {
  classes: null,
  measure: null,
  group: null,
  coded: null,
  scored: null,
  value: null,
  low: null,
  high: null,
  count: null,
};

/** Every figure of an evaluation, one a row. */
export function evaluationRows(evaluation: Evaluation): EvaluationRow[] {
  const { folded, labels, paragraphs } = evaluation;
  const three = (measure: string, estimate: Estimate) => figure('three', measure, estimate, paragraphs);
  const five = (measure: string, estimate: Estimate) => figure('five', measure, estimate, paragraphs);
  return [
    three('macro_f1', folded.macroF1),
    three('accuracy', folded.accuracy),
    three('alpha_ordinal', folded.ordinalAlpha),
    ...folded.classes.flatMap((scores) => classRows('three', scores)),
    ...confusionRows('three', folded.confusion, FOLDED),
    five('accuracy', labels.accuracy),
    five('accepted', labels.accepted),
    five('alpha_nominal', labels.alpha),
    ...labels.classes.flatMap((scores) => classRows('five', scores)),
    ...confusionRows('five', labels.confusion, LABELS),
    ...confidenceRows(evaluation),
    ...groupRows(evaluation),
  ];
}

function figure(
  classes: string,
  measure: string,
  { value, interval }: Estimate,
  count: number,
  group: string | null = null,
): EvaluationRow {
  const { low, high } = interval;
  return {
    ...EMPTY,
    classes,
    measure,
    group,
    count,
    value: known(value),
    low: known(low),
    high: known(high),
  };
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function classRows(
  classes: string,
  { value: coded, support: count, ...scores }: ClassScore<string>,
): EvaluationRow[] {
  return (['precision', 'recall', 'f1'] as const).map((measure) => ({
    ...EMPTY,
    classes,
    measure,
    coded,
    value: scores[measure],
    count,
  }));
}

function confusionRows(
  classes: string,
  counts: readonly (readonly number[])[],
  values: readonly string[],
): EvaluationRow[] {
  return counts.flatMap((row, expected) =>
    row.map((count, predicted) => ({
      ...EMPTY,
      classes,
      measure: 'confusion',
      coded: values[expected] ?? null,
      scored: values[predicted] ?? null,
      count,
    })),
  );
}

function confidenceRows({ confidence, paragraphs }: Evaluation): EvaluationRow[] {
  if (confidence === null) return [];
  const bins = confidence.bins.flatMap(({ from, to, count, confidence: stated, accuracy }) => {
    const bin = { ...EMPTY, classes: 'three', group: `${from} to ${to}`, count };
    return [
      { ...bin, measure: 'bin_confidence', value: known(stated) },
      { ...bin, measure: 'bin_accuracy', value: known(accuracy) },
    ];
  });
  return [
    ...confidence.coverage.map(({ share, accuracy }) =>
      figure('three', `accuracy_at_${100 * share}`, accuracy, Math.round(share * paragraphs)),
    ),
    figure('three', 'calibration_error', confidence.calibrationError, paragraphs),
    figure('three', 'brier', confidence.brier, paragraphs),
    ...bins,
  ];
}

function groupRows({ groups }: Evaluation): EvaluationRow[] {
  return (groups?.rows ?? []).flatMap(({ value, paragraphs, accuracy, macroF1 }) => [
    figure('three', 'group_accuracy', accuracy, paragraphs, value ?? ''),
    figure('three', 'group_macro_f1', macroF1, paragraphs, value ?? ''),
  ]);
}

import type { Estimate } from '../evaluate/index.js';
import type { Column } from '../report/index.js';
import type { ClassesEstimate, Comparison } from './comparison.js';
import type { Validation } from './validation.js';

/** One figure of a validation; empty where a column does not apply or a figure is undefined. */
export interface ValidationRow {
  readonly part: 'sheet' | 'coders' | 'program' | 'verdict' | 'caution';
  readonly coder?: string;
  readonly other?: string;
  readonly classes?: 'three' | 'five';
  readonly measure?: string;
  readonly coded?: string | null;
  readonly scored?: string | null;
  readonly value?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly count?: number;
  readonly note?: string;
}

const NAME = 'name; empty where none is meant';
const CLASS = 'label, or empty';
const FIGURE = 'empty where undefined';

/** The columns of a validation as a table. */
export const VALIDATION_COLUMNS: readonly Column<ValidationRow>[] = [
  {
    name: 'part',
    type: 'category',
    description: 'What the row is about.',
    values: 'sheet, coders (agreement among them), program (against coders), verdict, caution',
    value: ({ part }) => part,
  },
  {
    name: 'coder',
    type: 'text',
    description: 'The coder, or the first of two; in the part program empty for the majority of coders.',
    values: NAME,
    value: ({ coder }) => coder ?? null,
  },
  {
    name: 'other',
    type: 'text',
    description: 'The second of two coders.',
    values: NAME,
    value: ({ other }) => other ?? null,
  },
  {
    name: 'classes',
    type: 'category',
    description: 'Which classes the figure is over.',
    values: 'five (the labels), three (supportive, neutral, skeptical), or empty',
    value: ({ classes }) => classes ?? null,
  },
  {
    name: 'measure',
    type: 'text',
    description: 'What was measured.',
    values:
      'such as alpha_label, macro_f1, recall, confusion; of a verdict usable, unsure, distrust, too-few',
    value: ({ measure }) => measure ?? null,
  },
  {
    name: 'coded',
    type: 'category',
    description: 'Label by people that the figure is about.',
    values: CLASS,
    value: ({ coded }) => coded ?? null,
  },
  {
    name: 'scored',
    type: 'category',
    description: 'Label by the program that the figure is about.',
    values: CLASS,
    value: ({ scored }) => scored ?? null,
  },
  {
    name: 'value',
    type: 'number',
    description: 'The figure; shares are weighted to the library, and confusion counts its paragraphs.',
    values: FIGURE,
    value: ({ value }) => value ?? null,
  },
  {
    name: 'low',
    type: 'number',
    description: 'Lower end of its 95% interval, by resampling articles.',
    values: FIGURE,
    value: ({ low }) => low ?? null,
  },
  {
    name: 'high',
    type: 'number',
    description: 'Upper end of its 95% interval.',
    values: FIGURE,
    value: ({ high }) => high ?? null,
  },
  {
    name: 'count',
    type: 'integer',
    description: 'Sampled paragraphs that the figure is over.',
    values: 'from 0',
    value: ({ count }) => count ?? null,
  },
  {
    name: 'note',
    type: 'text',
    description: 'File of a sheet, or the reason of a verdict or caution in words.',
    values: 'text, or empty',
    value: ({ note }) => note ?? null,
  },
];

/** The name of the majority in the column `coder`, which no coder can have: names are never empty. */
const MAJORITY = '';

/** Every figure of a validation, one a row. */
export function validationRows(validation: Validation): ValidationRow[] {
  return [
    ...validation.sheets.map(({ file, coders, filled, items }) => ({
      part: 'sheet' as const,
      coder: coders.join(';'),
      measure: 'filled',
      value: filled,
      count: items,
      note: file,
    })),
    ...agreementRows(validation),
    ...validation.comparisons.flatMap(comparisonRows),
    ...validation.verdicts.map(({ label, trust, reason }) => ({
      part: 'verdict' as const,
      measure: trust,
      scored: label,
      note: reason,
    })),
    ...validation.cautions.map((note) => ({ part: 'caution' as const, note })),
  ];
}

function agreementRows({ agreement }: Validation): ValidationRow[] {
  if (agreement === null) return [];
  const { items: count, label, related, direction, percent, pairs } = agreement;
  const part = 'coders' as const;
  return [
    { part, measure: 'alpha_label', count, ...figure(label) },
    { part, measure: 'alpha_related', count, ...figure(related) },
    { part, measure: 'alpha_direction', count, ...figure(direction) },
    { part, measure: 'percent', count, ...figure(percent) },
    ...pairs.flatMap(({ first, second, items, percent: share, alpha }) => {
      const pair = { part, coder: first, other: second, count: items };
      return [
        { ...pair, measure: 'alpha_label', value: known(alpha) },
        { ...pair, measure: 'percent', value: known(share) },
      ];
    }),
  ];
}

function comparisonRows({ coder, items, ties, three, five, alpha }: Comparison): ValidationRow[] {
  const own = { part: 'program', coder: coder ?? MAJORITY } as const;
  return [
    { ...own, measure: 'ties', value: ties, count: items },
    { ...own, classes: 'five', measure: 'alpha_nominal', count: items, ...figure(alpha) },
    ...classesRows(own, 'three', three, items),
    ...classesRows(own, 'five', five, items),
  ];
}

function classesRows(
  comparison: Pick<ValidationRow, 'part' | 'coder'>,
  classes: 'three' | 'five',
  estimate: ClassesEstimate,
  count: number,
): ValidationRow[] {
  const own = { ...comparison, classes };
  return [
    { ...own, measure: 'accuracy', count, ...figure(estimate.accuracy) },
    { ...own, measure: 'macro_f1', count, ...figure(estimate.macroF1) },
    ...estimate.classes.flatMap(({ value: label, precision, recall, f1, coded, scored }) => [
      { ...own, measure: 'precision', coded: label, count: scored, ...figure(precision) },
      { ...own, measure: 'recall', coded: label, count: coded, ...figure(recall) },
      { ...own, measure: 'f1', coded: label, count: coded, ...figure(f1) },
    ]),
    ...estimate.confusion.flatMap((row, expected) =>
      row.map((weight, predicted) => ({
        ...own,
        measure: 'confusion',
        coded: estimate.values[expected] ?? null,
        scored: estimate.values[predicted] ?? null,
        value: weight,
        count: estimate.counts[expected]?.[predicted] ?? 0,
      })),
    ),
  ];
}

function figure({ value, interval: { low, high } }: Estimate): Pick<ValidationRow, 'value' | 'low' | 'high'> {
  return { value: known(value), low: known(low), high: known(high) };
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

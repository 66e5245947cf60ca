import { LABELS } from '../article/index.js';
import type { Estimate } from './estimates.js';
import type { Evaluation } from './evaluation.js';
import { type ClassScore, FOLDED } from './measures.js';

/** Characters of a group's name that the table shows. */
const GROUP_WIDTH = 36;

/** An evaluation as a table for a terminal; figures in percent, intervals of 95%. */
export function evaluationTable(evaluation: Evaluation): string {
  const { folded, labels } = evaluation;
  return [
    `${evaluation.paragraphs} paragraphs of ${evaluation.articles} articles${compared(evaluation)}`,
    '',
    'Three classes (mixed by the sign of its score, unrelated as neutral)',
    `  macro-F1             ${percent(folded.macroF1)}`,
    `  accuracy             ${percent(folded.accuracy)}`,
    `  ordinal alpha        ${decimal(folded.ordinalAlpha)}`,
    ...classLines(folded.classes),
    '',
    ...confusionLines(folded.confusion, FOLDED),
    '',
    'Five labels',
    `  accuracy             ${percent(labels.accuracy)}`,
    `  accepted by coders   ${percent(labels.accepted)}`,
    `  Krippendorff's alpha ${decimal(labels.alpha)}`,
    ...classLines(labels.classes),
    '',
    ...confusionLines(labels.confusion, LABELS),
    '',
    ...confidenceLines(evaluation),
    ...groupLines(evaluation),
  ].join('\n');
}

function compared({ field }: Evaluation): string {
  return field === 'author' ? ", what the author says in the author's own voice" : '';
}

function confidenceLines({ confidence }: Evaluation): string[] {
  if (confidence === null) return [];
  return [
    'Confidence (three classes)',
    ...confidence.coverage.map(
      ({ share, accuracy }) =>
        `  ${`accuracy, surest ${100 * share}%`.padEnd(22)}${percent(accuracy).trimStart()}`,
    ),
    `  calibration error    ${decimal(confidence.calibrationError)} (expected, ${confidence.bins.length} bins of equal width)`,
    `  Brier score          ${decimal(confidence.brier)}`,
    '',
    `  ${'confidence'.padEnd(14)}${'count'.padStart(7)}${'mean'.padStart(8)}${'right'.padStart(8)}`,
    ...confidence.bins
      .filter(({ count }) => count > 0)
      .map(
        ({ from, to, count, confidence: mean, accuracy }) =>
          `  ${`${from.toFixed(1)} to ${to.toFixed(1)}`.padEnd(14)}${String(count).padStart(7)}${mean.toFixed(3).padStart(8)}${accuracy.toFixed(3).padStart(8)}`,
      ),
    '',
  ];
}

function groupLines({ groups }: Evaluation): string[] {
  if (groups === null) return [];
  return [
    `By ${groups.key} (three classes; macro-F1 over the classes that people gave in the group)`,
    `  ${''.padEnd(GROUP_WIDTH)}${'count'.padStart(7)}  accuracy               macro-F1`,
    ...groups.rows.map(
      ({ value, paragraphs, accuracy, macroF1 }) =>
        `  ${groupName(value)}${String(paragraphs).padStart(7)}  ${percent(accuracy)}  ${percent(macroF1)}`,
    ),
    '',
  ];
}

function groupName(value: string | null): string {
  const name = value === null ? '(none)' : value.replaceAll(/\s+/g, ' ');
  return name.length > GROUP_WIDTH ? `${name.slice(0, GROUP_WIDTH - 1)}…` : name.padEnd(GROUP_WIDTH);
}

function percent({ value, interval }: Estimate): string {
  const of = (share: number) => (100 * share).toFixed(1).padStart(5);
  return `${of(value)} [${of(interval.low)}, ${of(interval.high)}]`;
}

function decimal({ value, interval }: Estimate): string {
  return `${value.toFixed(3)} [${interval.low.toFixed(3)}, ${interval.high.toFixed(3)}]`;
}

function classLines(classes: readonly ClassScore<string>[]): string[] {
  const of = (share: number) => (100 * share).toFixed(1).padStart(9);
  return [
    `  ${''.padEnd(12)}precision   recall       F1  expected`,
    ...classes.map(
      ({ value, precision, recall, f1, support }) =>
        `  ${value.padEnd(12)}${of(precision)}${of(recall)}${of(f1)}${String(support).padStart(10)}`,
    ),
  ];
}

function confusionLines(counts: readonly (readonly number[])[], values: readonly string[]): string[] {
  const width = 12;
  return [
    `  ${'coded \\ scored'.padEnd(15)}${values.map((value) => value.padStart(width)).join('')}`,
    ...counts.map(
      (row, index) =>
        `  ${(values[index] ?? '').padEnd(15)}${row.map((count) => String(count).padStart(width)).join('')}`,
    ),
  ];
}

import type { Estimate, Evaluation } from './evaluation.js';
import { type ClassScore, FOLDED, LABELS } from './measures.js';

/** An evaluation as a table for a terminal; figures in percent, intervals of 95%. */
export function evaluationTable(evaluation: Evaluation): string {
  const { folded, labels } = evaluation;
  return [
    `${evaluation.paragraphs} paragraphs of ${evaluation.articles} articles`,
    '',
    'Three classes (mixed by the sign of its score, unrelated as neutral)',
    `  macro-F1             ${percent(folded.macroF1)}`,
    `  accuracy             ${percent(folded.accuracy)}`,
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
  ].join('\n');
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

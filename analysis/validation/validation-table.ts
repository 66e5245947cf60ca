import type { Estimate } from '../evaluate/index.js';
import type { CoderAgreement } from './coder-agreement.js';
import type { ClassesEstimate, Comparison } from './comparison.js';
import type { Validation } from './validation.js';
import type { Trust } from './verdicts.js';

/** A validation as a table for a terminal; figures in percent, intervals of 95%. */
export function validationTable(validation: Validation): string {
  const { sample, sheets, agreement, comparisons, verdicts, cautions } = validation;
  return [
    `${sample.coded} of ${sample.items} sampled paragraphs coded, drawn from ${sample.population}`,
    ...sheets.map(
      ({ file, coders, filled, items }) => `  ${file}: ${filled} of ${items} rows by ${coders.join(', ')}`,
    ),
    '',
    ...agreementLines(agreement),
    ...comparisons.flatMap(comparisonLines),
    'Which labels to trust in this library',
    ...verdicts.map(
      ({ label, trust, reason }) => `  ${label.padEnd(12)}${TRUST_WORDS[trust].padEnd(14)}${reason}`,
    ),
    ...cautions.map((caution) => `  Note: ${caution}`),
    '',
  ].join('\n');
}

const TRUST_WORDS: Readonly<Record<Trust, string>> = {
  usable: 'usable',
  unsure: 'check',
  distrust: 'distrust',
  'too-few': 'not known',
};

function agreementLines(agreement: CoderAgreement | null): string[] {
  if (agreement === null) return [];
  const { items, articles, label, related, direction, percent: share, pairs } = agreement;
  return [
    `Among coders (${items} paragraphs of ${articles} articles with at least two codings)`,
    `  Krippendorff's alpha, five labels         ${decimal(label)}`,
    `  alpha, related or unrelated               ${decimal(related)}`,
    `  ordinal alpha, skeptical to supportive    ${decimal(direction)}`,
    `  same label                                ${percent(share)}`,
    ...pairs.map(
      (pair) =>
        `  ${pair.first} and ${pair.second}: ${pair.items} paragraphs, same label ${bare(pair.percent)}%, alpha ${pair.alpha.toFixed(3)}`,
    ),
    '',
  ];
}

function comparisonLines({ coder, items, articles, ties, population, three, five }: Comparison): string[] {
  const against = coder === null ? 'the majority of coders' : coder;
  const tied = ties === 0 ? '' : `; ${ties} left out, as coders are tied`;
  return [
    `Program against ${against} (${items} paragraphs of ${articles} articles, weighted to ${Math.round(population)}${tied})`,
    `  three classes: accuracy ${percent(three.accuracy)}, macro-F1 ${percent(three.macroF1)}`,
    ...classLines(three),
    `  five labels:   accuracy ${percent(five.accuracy)}, macro-F1 ${percent(five.macroF1)}`,
    ...classLines(five),
    '',
    ...confusionLines(five),
    '',
  ];
}

const INTERVAL_WIDTH = 22;

function classLines({ classes }: ClassesEstimate): string[] {
  const heads = ['precision', 'recall', 'F1'].map((head) => head.padStart(INTERVAL_WIDTH)).join('');
  return [
    `  ${''.padEnd(12)}${heads}   coded  scored`,
    ...classes.map(({ value, precision, recall, f1, coded, scored }) => {
      const figures = [precision, recall, f1].map((one) => percent(one).padStart(INTERVAL_WIDTH)).join('');
      return `  ${value.padEnd(12)}${figures}${String(coded).padStart(8)}${String(scored).padStart(8)}`;
    }),
  ];
}

function confusionLines({ confusion, values }: ClassesEstimate): string[] {
  const width = 12;
  return [
    `  ${'coded \\ scored'.padEnd(15)}${values.map((value) => value.padStart(width)).join('')}   (paragraphs of the library)`,
    ...confusion.map(
      (row, at) =>
        `  ${(values[at] ?? '').padEnd(15)}${row.map((weight) => weight.toFixed(0).padStart(width)).join('')}`,
    ),
  ];
}

function percent({ value, interval: { low, high } }: Estimate): string {
  return `${bare(value)} [${bare(low)}, ${bare(high)}]`;
}

function bare(share: number): string {
  return Number.isNaN(share) ? '-' : (100 * share).toFixed(1);
}

function decimal({ value, interval: { low, high } }: Estimate): string {
  const of = (number: number) => (Number.isNaN(number) ? '-' : number.toFixed(3));
  return `${of(value)} [${of(low)}, ${of(high)}]`;
}

import type { Label } from '../../analysis/article/index.js';
import type { Estimate } from '../../analysis/evaluate/index.js';
import { formatCoefficient, formatCount, formatPercent, labelView } from '../../analysis/report/index.js';
import type {
  ClassesEstimate,
  CoderAgreement,
  Comparison,
  Trust,
  Validation,
} from '../../analysis/validation/index.js';
import { VALIDATION_HELP } from './help.js';

/** A number with its name, its interval and what it means. */
interface Stat {
  readonly name: string;
  readonly value: string;
  readonly range: string;
  readonly help: string;
}

/** The figures of a validation as the page shows them. */
export function figuresView({ agreement, comparisons, verdicts, cautions }: Validation, hrefOf: CellAddress) {
  const [first, ...others] = comparisons;
  return {
    cautions,
    verdicts: verdicts.map(({ label, trust, reason }) => ({
      label: labelView(label as Label),
      trust,
      trustName: TRUST_NAMES[trust],
      reason,
    })),
    agreement: agreement && agreementView(agreement),
    comparison: first && comparisonView(first, hrefOf),
    coders: (others.length > 0 ? others : []).map(coderRow),
  };
}

/** Address of the paragraphs in a cell of the confusion. */
type CellAddress = (coded: string, scored: string) => string;

const TRUST_NAMES: Readonly<Record<Trust, string>> = {
  usable: 'usable',
  unsure: 'check',
  distrust: 'distrust',
  'too-few': 'not known',
};

function agreementView({ items, articles, label, related, direction, percent, pairs }: CoderAgreement) {
  return {
    text: `${formatCount(items, 'paragraph')} of ${formatCount(articles, 'article')} with at least two codings`,
    stats: [
      decimalStat('Alpha, five labels', label, VALIDATION_HELP.alphaLabel),
      decimalStat('Alpha, related or not', related, VALIDATION_HELP.alphaRelated),
      decimalStat('Ordinal alpha of direction', direction, VALIDATION_HELP.alphaDirection),
      percentStat('Same label', percent, VALIDATION_HELP.percent),
    ],
    pairs: pairs.map(({ first, second, items: both, percent: same, alpha }) => ({
      first,
      second,
      items: both,
      sameText: shareText(same),
      alphaText: formatCoefficient(alpha),
    })),
  };
}

function comparisonView(
  { coder, items, articles, ties, population, three, five }: Comparison,
  hrefOf: CellAddress,
) {
  return {
    against: coder,
    text: `${formatCount(items, 'paragraph')} of ${formatCount(articles, 'article')}, standing for ${Math.round(population).toLocaleString('en')}`,
    tiesText: ties === 0 ? null : `${formatCount(ties, 'paragraph')} left out, as coders are tied`,
    stats: [
      percentStat('Same label, of five', five.accuracy, VALIDATION_HELP.accuracy),
      percentStat('Macro-F1, five labels', five.macroF1, VALIDATION_HELP.macroF1),
      percentStat('Same direction, of three', three.accuracy, VALIDATION_HELP.accuracy),
      percentStat('Macro-F1, three directions', three.macroF1, VALIDATION_HELP.macroF1),
    ],
    classes: classRows(five),
    matrix: matrixOf(five, hrefOf),
    labels: five.values.map((value) => labelView(value as Label)),
  };
}

function classRows({ classes }: ClassesEstimate) {
  return classes.map(({ value, precision, recall, f1, coded, scored }) => ({
    label: labelView(value as Label),
    precision: estimateText(precision),
    recall: estimateText(recall),
    f1: estimateText(f1),
    coded,
    scored,
  }));
}

function matrixOf({ values, counts }: ClassesEstimate, hrefOf: CellAddress) {
  return values.map((value, row) => ({
    label: labelView(value as Label),
    cells: values.map((other, column) => {
      const count = counts[row]?.[column] ?? 0;
      const isSame = row === column;
      return {
        count,
        isSame,
        name: `${value} by people, ${other} by the program`,
        href: isSame || count === 0 ? null : hrefOf(value, other),
      };
    }),
  }));
}

function coderRow({ coder, items, five, three }: Comparison) {
  return {
    coder,
    items,
    accuracy: estimateText(five.accuracy),
    macroF1: estimateText(five.macroF1),
    direction: estimateText(three.macroF1),
  };
}

function decimalStat(name: string, { value, interval: { low, high } }: Estimate, help: string): Stat {
  return {
    name,
    value: formatCoefficient(value),
    range: rangeText(formatCoefficient(low), formatCoefficient(high)),
    help,
  };
}

function percentStat(name: string, { value, interval: { low, high } }: Estimate, help: string): Stat {
  return { name, value: shareText(value), range: rangeText(shareText(low), shareText(high)), help };
}

/** A share with its interval: `78% (70% to 85%)`. */
function estimateText({ value, interval: { low, high } }: Estimate): string {
  const range = rangeText(shareText(low), shareText(high));
  return range === '' ? shareText(value) : `${shareText(value)} (${range})`;
}

function rangeText(low: string, high: string): string {
  return low === UNDEFINED || high === UNDEFINED ? '' : `${low} to ${high}`;
}

const UNDEFINED = '–';

function shareText(share: number): string {
  return Number.isFinite(share) ? formatPercent(share) : UNDEFINED;
}

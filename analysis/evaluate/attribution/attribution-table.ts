import type { Estimate } from '../estimates.js';
import type { AttributionScores, PartScore } from './attribution-scores.js';
import type { PronounCount } from './count-pronouns.js';
import { WHO_GROUPS } from './count-who.js';
import type { Share } from './estimate-counts.js';
import type { AttributionEvaluation, MarkedGroup } from './evaluate-attribution.js';
import { PARTS } from './gold-attributions.js';

/** Columns of the table. */
const NAME_WIDTH = 24;
const FIGURE_WIDTH = 21;
const GROUP_WIDTH = 32;

/** An evaluation of attributions as a table for a terminal; figures in percent, intervals of 95%. */
export function attributionTable({
  articles,
  tokens,
  attributions,
  pronouns,
  groups,
}: AttributionEvaluation): string {
  return [
    `${articles} articles, ${tokens} tokens; percent with 95% intervals over articles`,
    '',
    ...(attributions ? [...partLines(attributions), ...whoLines(attributions)] : []),
    ...(pronouns ? pronounLines(pronouns) : []),
    ...(groups ? groupLines(groups.key, groups.rows) : []),
  ].join('\n');
}

function partLines({ marked, found, parts }: AttributionScores): string[] {
  const line = (name: string, { precision, recall, f1 }: PartScore) =>
    `  ${name.padEnd(NAME_WIDTH)}${[precision, recall, f1].map((one) => percent(one).padEnd(FIGURE_WIDTH)).join('')}` +
    `${recall.count} / ${precision.count}`;
  return [
    `Parts of attributions (${marked} marked, ${found} found)`,
    `  ${''.padEnd(NAME_WIDTH)}${['precision', 'recall', 'F1'].map((name) => name.padEnd(FIGURE_WIDTH)).join('')}marked / found`,
    ...PARTS.flatMap((part) => [
      line(`${part}, tokens`, parts[part].tokens),
      line(`${part}, exact`, parts[part].exact),
    ]),
    '',
  ];
}

const WHO_NAMES: Readonly<Record<(typeof WHO_GROUPS)[number], string>> = {
  all: 'all',
  direct: 'direct',
  indirect: 'indirect',
  mixed: 'mixed',
  reporting: 'reporting cues',
};

function whoLines({ who }: AttributionScores): string[] {
  return [
    'Who: tokens of contents that are given to the right source',
    ...WHO_GROUPS.map((group) => shareLine(WHO_NAMES[group], who[group])),
    shareLine('precision', who.precision),
    shareLine('precision in quotes', who.precisionInQuotes),
    `  ${'F1'.padEnd(NAME_WIDTH)}${percent(who.f1)}`,
    '',
  ];
}

function pronounLines({ right, answered, open, found }: Readonly<Record<PronounCount, Share>>): string[] {
  return [
    '"He" and "she" as sources',
    shareLine('right of those answered', right),
    shareLine('answered', answered),
    shareLine('left open, rightly', open),
    shareLine('found as a source', found),
    '',
  ];
}

function groupLines(key: string, rows: readonly MarkedGroup[]): string[] {
  const head = ['who, all', 'who, direct', 'precision', '"he", "she" right'];
  return [
    `By ${key}`,
    `  ${''.padEnd(GROUP_WIDTH)}${'articles'.padStart(9)}  ${head.map((name) => name.padEnd(FIGURE_WIDTH)).join('')}`.trimEnd(),
    ...rows.map(({ value, articles, attributions, pronouns }) => {
      const who = attributions?.who;
      const figures = [who?.all, who?.direct, who?.precision, pronouns?.right];
      const cells = figures.map((one) => (one ? percent(one) : '–').padEnd(FIGURE_WIDTH)).join('');
      return `  ${groupName(value)}${String(articles).padStart(9)}  ${cells}`.trimEnd();
    }),
    '',
  ];
}

function groupName(value: string | null): string {
  const name = value === null ? '(none)' : value.replaceAll(/\s+/g, ' ');
  return name.length > GROUP_WIDTH ? `${name.slice(0, GROUP_WIDTH - 1)}…` : name.padEnd(GROUP_WIDTH);
}

function shareLine(name: string, share: Share): string {
  return `  ${name.padEnd(NAME_WIDTH)}${percent(share).padEnd(FIGURE_WIDTH)}of ${share.count}`;
}

/** "80.9 [78.1, 83.4]", or a dash where there is nothing to take it over. */
function percent({ value, interval }: Estimate): string {
  if (Number.isNaN(value)) return '–';
  const of = (share: number) => (100 * share).toFixed(1);
  return `${of(value).padStart(5)} [${of(interval.low)}, ${of(interval.high)}]`;
}

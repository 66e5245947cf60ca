import type { Label } from '../../analysis/article/index.js';
import {
  type Column,
  formatCoefficient,
  formatCount,
  formatPercent,
  formatScore,
  LABELS,
  labelView,
} from '../../analysis/report/index.js';
import type { ChangedUnit, Run, RunComparison } from '../store/index.js';
import { HELP } from './help.js';
import { runUrl } from './runs-page.js';
import { momentInWords } from './words.js';

interface Compared {
  readonly first: Run;
  readonly second: Run;
  /** Versions of the target in words, or null. */
  readonly versions: readonly [string | null, string | null];
  readonly comparison: RunComparison;
  readonly agreement: number | null;
  readonly alpha: number | null;
  readonly changes: { readonly rows: readonly ChangedUnit[]; readonly next: string | null };
  readonly query: {
    readonly a: string;
    readonly b: string;
    readonly from?: Label | undefined;
    readonly to?: Label | undefined;
    readonly article?: string | undefined;
    readonly labels?: string | undefined;
    readonly after?: string | undefined;
  };
}

const CUES_SHOWN = 6;

/** The values of the template of two runs. */
export function compareRunsPage(compared: Compared): Record<string, unknown> {
  const { first, second, versions, comparison, agreement, alpha, changes, query } = compared;
  const { articles, changedArticles, units } = comparison;
  const address = (change: Readonly<Record<string, string | undefined>>) =>
    addressOf({ ...query, after: undefined, ...change });
  return {
    help: HELP,
    targetName: second.targetName,
    target: second.target,
    runs: [first, second].map((run, index) => ({
      name: index === 0 ? 'First' : 'Second',
      href: runUrl(run.id),
      id: run.id,
      text: [momentInWords(run.createdAt), versions[index], `Standpoint ${run.provenance.version}`]
        .filter(Boolean)
        .join(', '),
    })),
    differences: differencesText(first, second),
    isEmpty: articles === 0,
    articlesText: `${formatCount(articles, 'article')} in both; ${changedArticles.toLocaleString('en')} with another label as a whole`,
    unitsText: `${units.toLocaleString('en')} paragraphs and headlines in both`,
    agreementText: agreement === null ? '–' : formatPercent(agreement),
    alphaText: formatCoefficient(alpha),
    changeText: formatScore(comparison.meanChange),
    sizeText: formatCoefficient(comparison.meanSize),
    scoredText: `over ${formatCount(comparison.scored, 'unit')} with a score in both`,
    matrix: matrixOf(comparison, address, query),
    labels: LABELS,
    filterText: [
      query.from && `${labelView(query.from).name} in the first`,
      query.to && `${labelView(query.to).name} in the second`,
      query.article && 'one article',
      query.labels === 'only' && 'changed labels only',
    ]
      .filter(Boolean)
      .join(', '),
    clearHref: addressOf({ a: query.a, b: query.b }),
    labelsHref: query.labels === 'only' ? null : address({ labels: 'only' }),
    swapHref: addressOf({ a: query.b, b: query.a }),
    csvHref: address({}).replace('/runs/compare', '/runs/compare.csv'),
    jsonHref: address({}).replace('/runs/compare', '/runs/compare.json'),
    nextHref: changes.next === null ? null : address({ after: changes.next }),
    firstHref: query.after === undefined ? null : address({}),
    rows: changes.rows.map((row) => ({
      ...row,
      place: row.ordinal === 0 ? 'Headline' : `¶ ${row.ordinal}`,
      href: `/articles/${encodeURIComponent(row.articleId)}?${new URLSearchParams({ target: second.target, run: second.id })}#unit-${row.ordinal}`,
      articleHref: address({ article: row.articleId }),
      before: { label: labelView(row.labels[0]), scoreText: formatScore(row.scores[0]) },
      after: { label: labelView(row.labels[1]), scoreText: formatScore(row.scores[1]) },
      gained: cuesOf(row.gained),
      lost: cuesOf(row.lost),
    })),
  };
}

function cuesOf(cues: ChangedUnit['gained']) {
  const shown = cues.slice(0, CUES_SHOWN).map(({ text, weight }) => `“${text}” ${formatScore(weight)}`);
  return cues.length > CUES_SHOWN ? [...shown, `and ${cues.length - CUES_SHOWN} more`] : shown;
}

type Address = (change: Readonly<Record<string, string | undefined>>) => string;

function matrixOf({ transitions }: RunComparison, address: Address, { from, to }: Compared['query']) {
  const count = (a: Label, b: Label) => transitions.find((one) => one.from === a && one.to === b)?.units ?? 0;
  return LABELS.map(({ label, name }) => ({
    name,
    label,
    cells: LABELS.map((other) => ({
      name: `${name} in the first, ${other.name.toLowerCase()} in the second`,
      isSame: other.label === label,
      isChosen: from === label && to === other.label,
      count: count(label, other.label).toLocaleString('en'),
      href:
        label === other.label || count(label, other.label) === 0
          ? null
          : address({ from: label, to: other.label }),
    })),
  }));
}

function differencesText(a: Run, b: Run): string {
  const differences = [
    JSON.stringify(a.definition) !== JSON.stringify(b.definition) && 'the target',
    a.provenance.version !== b.provenance.version && 'the program',
    JSON.stringify(a.provenance.models) !== JSON.stringify(b.provenance.models) && 'the models',
    a.provenance.lexicons !== b.provenance.lexicons && 'the lexicons',
  ].filter(Boolean);
  return differences.length === 0 ? 'single settings' : differences.join(', ');
}

function addressOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => Boolean(entry[1]) && entry[0] !== 'for',
  );
  return `/runs/compare?${new URLSearchParams(given)}`;
}

type Change = ChangedUnit & { readonly target: string; readonly runs: readonly [string, string] };

const LABEL_VALUES = 'supportive, skeptical, mixed, neutral, unrelated';
const SCORE_VALUES = '-1 to 1, empty where unrelated';

/** The columns of the table of changes. */
export const CHANGE_COLUMNS: readonly Column<Change>[] = [
  {
    name: 'article_id',
    type: 'text',
    description: 'Article',
    values: '',
    value: ({ articleId }) => articleId,
  },
  {
    name: 'target',
    type: 'text',
    description: 'Slug of the target',
    values: '',
    value: ({ target }) => target,
  },
  { name: 'run_a', type: 'text', description: 'First run', values: '', value: ({ runs }) => runs[0] },
  { name: 'run_b', type: 'text', description: 'Second run', values: '', value: ({ runs }) => runs[1] },
  {
    name: 'title',
    type: 'text',
    description: 'Title of the article',
    values: '',
    value: ({ title }) => title,
  },
  { name: 'outlet', type: 'text', description: 'Outlet', values: '', value: ({ outlet }) => outlet },
  {
    name: 'ordinal',
    type: 'integer',
    description: 'Paragraph; 0 is the headline',
    values: 'from 0',
    value: ({ ordinal }) => ordinal,
  },
  {
    name: 'label_a',
    type: 'category',
    description: 'Label in the first run',
    values: LABEL_VALUES,
    value: ({ labels }) => labels[0],
  },
  {
    name: 'label_b',
    type: 'category',
    description: 'Label in the second run',
    values: LABEL_VALUES,
    value: ({ labels }) => labels[1],
  },
  {
    name: 'score_a',
    type: 'number',
    description: 'Score in the first run',
    values: SCORE_VALUES,
    value: ({ scores }) => scores[0],
  },
  {
    name: 'score_b',
    type: 'number',
    description: 'Score in the second run',
    values: SCORE_VALUES,
    value: ({ scores }) => scores[1],
  },
  {
    name: 'evidence_gained',
    type: 'list',
    description: 'Words that count in the second run only',
    values: '',
    value: ({ gained }) => gained.map(({ text }) => text),
  },
  {
    name: 'evidence_lost',
    type: 'list',
    description: 'Words that count in the first run only',
    values: '',
    value: ({ lost }) => lost.map(({ text }) => text),
  },
  { name: 'text', type: 'text', description: 'Text of the paragraph', values: '', value: ({ text }) => text },
];

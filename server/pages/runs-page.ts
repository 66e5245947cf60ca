import { formatCount } from '../../analysis/report/index.js';
import type { Run } from '../store/index.js';
import type { rescoringRow } from './rescoring-page.js';
import { targetView } from './target-page.js';
import { momentInWords } from './words.js';

/** Characters of a hash that tell two apart at a glance. */
const SHORT = 8;

/** Path of the page of a run. */
export function runUrl(id: string): string {
  return `/runs/${encodeURIComponent(id)}`;
}

/** A run as a row of a list. */
export function runRow(run: Run, isInForce: boolean) {
  const { id, target, targetName, createdAt, provenance, articles, newest } = run;
  return {
    id,
    href: runUrl(id),
    target,
    targetName,
    when: momentInWords(createdAt),
    isoWhen: createdAt.toISOString(),
    program: provenance.version,
    lexicons: provenance.lexicons.slice(0, SHORT),
    models: modelsText(run),
    articles,
    newest,
    isInForce,
    articlesHref: `/articles?${new URLSearchParams({ target, run: id })}`,
  };
}

/** Weights by the start of their hash; packages are as old as the program. */
function modelsText({ provenance }: Run): string {
  return Object.entries(provenance.models)
    .filter(([name]) => name.includes('.'))
    .map(([, hash]) => hash.slice(0, SHORT))
    .join(', ');
}

interface RunList {
  readonly rows: readonly ReturnType<typeof runRow>[];
  readonly rescorings: readonly ReturnType<typeof rescoringRow>[];
  readonly targets: readonly { readonly slug: string; readonly name: string }[];
  readonly target: string | undefined;
}

/** Rescorings that are over and still shown. */
const ENDED_SHOWN = 5;

/** The values of the template of the list of runs. */
export function runListPage({ rows, rescorings, targets, target }: RunList): Record<string, unknown> {
  const running = rescorings.filter(({ isRunning }) => isRunning);
  const pair = newestPair(rows);
  const ended = rescorings.filter(({ isRunning }) => !isRunning).slice(0, ENDED_SHOWN);
  return {
    rows: rows.map((row) => ({ ...row, isFirst: row === pair?.[1], isSecond: row === pair?.[0] })),
    canCompare: pair !== null,
    rescorings: [...running, ...ended],
    isAnyRunning: running.length > 0,
    targets: targets.map((option) => ({ ...option, isCurrent: option.slug === target })),
    target: target ?? '',
  };
}

/** The two newest runs of one target, the newest of them first; null where no target has two. */
function newestPair(rows: RunList['rows']) {
  for (const [index, row] of rows.entries()) {
    const earlier = rows.slice(index + 1).find(({ target }) => target === row.target);
    if (earlier) return [row, earlier] as const;
  }
  return null;
}

interface RunContents {
  readonly run: Run;
  readonly isInForce: boolean;
  /** The version of the target in words, or null. */
  readonly version: string | null;
  readonly others: readonly Run[];
}

/** The values of the template of one run. */
export function runDetails({ run, isInForce, version, others }: RunContents): Record<string, unknown> {
  const { provenance, definition } = run;
  const csv = (level: string) =>
    `/articles.csv?${new URLSearchParams({ target: run.target, run: run.id, level })}`;
  return {
    ...runRow(run, isInForce),
    targetHref: `/targets/${encodeURIComponent(run.target)}`,
    isListed: definition.slug !== null,
    lines: [
      { name: 'Target', value: version === null ? run.targetName : `${run.targetName}, ${version}` },
      { name: 'Program', value: `Standpoint ${provenance.version}` },
      {
        name: 'Models',
        value: Object.entries(provenance.models)
          .map(([name, hash]) => `${name} ${hash}`)
          .join(', '),
      },
      { name: 'Lexicons', value: provenance.lexicons },
      { name: 'Settings', value: provenance.settings },
      { name: 'First result', value: momentInWords(run.createdAt) },
      {
        name: 'Articles',
        value: `${formatCount(run.articles, 'article')}; it is the newest run of ${run.newest}`,
      },
    ],
    definition: targetView(definition),
    downloads: ['articles', 'paragraphs', 'voices', 'evidence'].map((level) => ({
      name: level,
      href: csv(level),
    })),
    others: others.map((other) => ({
      href: `/runs/compare?${new URLSearchParams({ a: other.id, b: run.id })}`,
      name: `${momentInWords(other.createdAt)}, ${formatCount(other.articles, 'article')}`,
      id: other.id,
    })),
  };
}

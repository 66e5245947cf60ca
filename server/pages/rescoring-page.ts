import { formatCount } from '../../analysis/report/index.js';
import type { loadRescoring, Rescoring } from '../store/index.js';
import { coderName, momentInWords } from './words.js';

type RescoringFound = NonNullable<Awaited<ReturnType<typeof loadRescoring>>>;
type Status = 'running' | 'done' | 'cancelled' | 'failed';

/** Path of the page of a rescoring. */
export function rescoringUrl(id: string): string {
  return `/rescorings/${encodeURIComponent(id)}`;
}

/** A rescoring as programs get it. */
export function toRescoringJson({ failures, ...rescoring }: RescoringFound) {
  const { total, scored, current, failed } = rescoring;
  return {
    ...rescoring,
    status: statusOf(rescoring),
    waiting: total - scored - current - failed,
    failures: failures.map((one) => ({ ...one, url: articleUrl(one.id) })),
  };
}

const STATUS_NAMES: Readonly<Record<Status, string>> = {
  running: 'Under way',
  done: 'Done',
  cancelled: 'Cancelled',
  failed: 'Broken off',
};

/** A rescoring as a row of a list. */
export function rescoringRow(rescoring: Rescoring) {
  const { total, scored, current, failed } = rescoring;
  const ended = scored + current + failed;
  const status = statusOf(rescoring);
  return {
    href: rescoringUrl(rescoring.id),
    targetName: rescoring.targetName,
    scope: rescoring.scope,
    startedAt: momentInWords(rescoring.createdAt),
    coder: coderName(rescoring.coder),
    status,
    statusName: STATUS_NAMES[status],
    isRunning: status === 'running',
    total,
    ended,
    progressText: `${ended.toLocaleString('en')} of ${formatCount(total, 'article')}`,
    outcome: [
      `${formatCount(scored, 'new result')}`,
      ...(current > 0 ? [`${current.toLocaleString('en')} already current`] : []),
      ...(failed > 0 ? [`${failed.toLocaleString('en')} failed`] : []),
    ].join(', '),
  };
}

/** The values of the template of one rescoring. */
export function rescoringPage(found: RescoringFound): Record<string, unknown> {
  const { failures, failed, target, failure, cancelledAt, cancelledBy } = found;
  return {
    ...rescoringRow(found),
    failure,
    cancelledText:
      cancelledAt === null ? null : `Cancelled by ${coderName(cancelledBy)}, ${momentInWords(cancelledAt)}.`,
    cancelAction: `${rescoringUrl(found.id)}/cancel`,
    runsHref: `/runs?${new URLSearchParams({ target })}`,
    libraryHref: `/articles?${new URLSearchParams({ target })}`,
    failures: failures.map(({ id, title, reason, hint }) => ({ href: articleUrl(id), title, reason, hint })),
    moreFailures:
      failed > failures.length ? `and ${(failed - failures.length).toLocaleString('en')} more` : '',
  };
}

function statusOf({ finishedAt, cancelledAt, failure }: Rescoring): Status {
  if (finishedAt === null) return 'running';
  if (cancelledAt !== null) return 'cancelled';
  return failure === null ? 'done' : 'failed';
}

function articleUrl(id: string): string {
  return `/articles/${encodeURIComponent(id)}`;
}

import { InputError, type Target } from '../../analysis/article/index.js';
import { provenance } from '../../analysis/report/index.js';
import type { Resources } from '../../analysis/resources/index.js';
import {
  createRescoring,
  currentRunKeys,
  finishRescoring,
  loadArticles,
  nextToRescore,
  noteRescored,
  type RescoringOutcome,
  rescoringWork,
  runsOfTarget,
  StoreUnavailable,
  targetRef,
} from '../store/index.js';
import type { Queue } from './queue.js';
import { isSameCoding } from './same-coding.js';
import { scoreStored } from './score-articles.js';
import { type Workshop, withEdition } from './workshop.js';

/** Which articles to score again, and towards what. */
export interface RescoringRequest {
  readonly target: Target;
  /** Which articles are meant, in words. */
  readonly scope: string;
  readonly articleIds: readonly string[];
  readonly coder: string | null;
}

export interface RescoreData {
  readonly rescoringKey: number;
}

export const RESCORE_QUEUE = 'rescore-articles';

/** Articles that each thread gets before the progress is noted. */
const ARTICLES_A_THREAD = 10;

/** Notes a rescoring with the newest edition and queues its work; returns its id for addresses. */
export async function startRescoring(
  workshop: Workshop,
  queue: Queue,
  { target, scope, articleIds, coder }: RescoringRequest,
): Promise<{ id: string; articles: number }> {
  const { number: edition } = await workshop.editions.refresh();
  const given = { target, ref: targetRef(target), edition, scope, coder, articleIds };
  const { id, key, articles } = await createRescoring(workshop.store, given);
  await queueRescoring(queue, key);
  return { id, articles };
}

/** Queues the work of a rescoring, once however often it is asked for. */
export async function queueRescoring(queue: Queue, rescoringKey: number): Promise<void> {
  await queue.send(RESCORE_QUEUE, { rescoringKey }, `${RESCORE_QUEUE} ${rescoringKey}`);
}

/**
 * Scores the articles that wait, each by itself, and notes what became of it. Done again after a
 * crash, it goes on where it was; cancelled, it ends after the articles in work.
 */
export async function rescore(
  workshop: Workshop,
  { rescoringKey }: RescoreData,
  signal: AbortSignal,
): Promise<void> {
  const { store, analyzer, editions } = workshop;
  const work = await rescoringWork(store, rescoringKey);
  if (!work) return;
  const steady = withEdition(workshop, await editions.at(work.edition));
  analyzer.warm(steady.overlay);
  const inForce = await runsInForce(steady, work.target);
  while (await rescoringWork(store, rescoringKey)) {
    signal.throwIfAborted();
    const waiting = await nextToRescore(store, rescoringKey, ARTICLES_A_THREAD * analyzer.threads);
    if (waiting.length === 0) return await finishRescoring(store, rescoringKey);
    const coded = await currentRunKeys(
      store,
      waiting.map(({ key }) => key),
      targetRef(work.target),
    );
    await Promise.all(
      waiting.map(async ({ key, id }) => {
        const run = coded.get(key);
        const isCurrent = run !== undefined && inForce.has(run);
        const outcome = isCurrent
          ? ({ outcome: 'current' } as const)
          : await scoreAgain(steady, id, work.target);
        await noteRescored(store, rescoringKey, [{ articleKey: key, ...outcome }]);
      }),
    );
  }
}

/** Keys of the runs that this program and edition would make again. */
async function runsInForce({ store, resources }: Workshop, target: Target): Promise<Set<number>> {
  const now = codingNow(resources(), target);
  const runs = await runsOfTarget(store, targetRef(target));
  return new Set(runs.filter((run) => isSameCoding(run, now)).map(({ key }) => key));
}

/** How this program and these resources code towards a target. */
export function codingNow(resources: Resources, target: Target) {
  return { definition: target, provenance: provenance(resources, { target }) };
}

interface Outcome {
  readonly outcome: RescoringOutcome;
  readonly reason?: string;
  readonly hint?: string;
}

async function scoreAgain(workshop: Workshop, articleId: string, target: Target): Promise<Outcome> {
  try {
    const [stored] = await loadArticles(workshop.store, [articleId]);
    if (!stored) return { outcome: 'failed', reason: 'It was deleted meanwhile.', hint: '' };
    await scoreStored(workshop, stored, target);
    return { outcome: 'scored' };
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    if (error instanceof InputError) return { outcome: 'failed', reason: error.message, hint: error.hint };
    workshop.store.log('an article could not be scored again', error);
    return {
      outcome: 'failed',
      reason: 'The result could not be kept.',
      hint: 'This is a fault of the program: please report it.',
    };
  }
}

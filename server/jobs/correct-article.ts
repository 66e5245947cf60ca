import {
  type Article,
  type Correction,
  InputError,
  isDataCorrection,
  type Target,
} from '../../analysis/article/index.js';
import { checkCorrection, correctArticle } from '../../analysis/reading/index.js';
import {
  type ChangeOutcome,
  type CorrectedData,
  type KeptCorrection,
  listCorrections,
  listTargetsOf,
  loadArticle,
  type StoredArticle,
  saveCorrections,
} from '../store/index.js';
import { machineValue } from './machine-value.js';
import { type Conflict, type Plan, planCorrections, type Wishes } from './plan-corrections.js';
import { analyzeStored, unknownArticle, voicesOf } from './score-articles.js';
import { findTarget } from './targets.js';
import type { Workshop } from './workshop.js';

/** Who takes a correction back. */
export interface RevertNote {
  /** The person's name, or null. */
  readonly coder: string | null;
}

/** Who corrects an article, why, and from which state of it. */
export interface CorrectionNote extends RevertNote {
  /** May be empty. */
  readonly reason: string;
  /** The revision of the article that the corrections were made from; later changes of the same are a conflict. */
  readonly seen: number;
}

/** What came of a change; in a conflict nothing was changed. */
export type CorrectionOutcome =
  | {
      readonly status: 'done';
      /** The revision of the article now. */
      readonly revision: number;
      /** Ids of the corrections that were made. */
      readonly made: readonly string[];
    }
  | {
      readonly status: 'conflict';
      readonly revision: number;
      readonly conflicts: readonly Conflict[];
      /** The article as it was read, which tells what the corrections are about. */
      readonly asRead: Article;
    };

/** What came of taking a correction back; `stale` where somebody had done so. */
export type RevertOutcome =
  | { readonly status: 'done'; readonly revision: number }
  | { readonly status: 'stale'; readonly correction: KeptCorrection; readonly asRead: Article };

/** Somebody else was faster each time: nobody corrects one article that often in a moment. */
const MOST_TRIES = 50;

/**
 * Makes corrections of one article, all or nothing, and scores it again where its words or voices
 * changed. Corrections of the same subject are replaced, and stay in the history.
 * @throws InputError where the article or a place in it is not there
 */
export async function correct(
  workshop: Workshop,
  articleId: string,
  corrections: readonly Correction[],
  { reason, coder, seen }: CorrectionNote,
): Promise<CorrectionOutcome> {
  const wishes: Wishes = { corrections, reason, seen };
  return await untilKept(async () => {
    const state = await load(workshop, articleId);
    const { stored, history } = state;
    for (const correction of corrections) checkCorrection(stored.asRead, correction);
    const plan = planCorrections(stored.asRead, history, wishes);
    const { revision, asRead } = stored;
    if (plan.conflicts.length > 0) return { status: 'conflict', revision, conflicts: plan.conflicts, asRead };
    if (plan.add.length + plan.revert.length === 0) return { status: 'done', revision, made: [] };
    const kept = await change(workshop, state, plan, { coder, reason });
    return kept && { status: 'done', revision: kept.revision, made: kept.ids };
  });
}

/**
 * Takes a correction back: the article and its scores are as if it had never been made.
 * @throws InputError where the article or the correction is not there
 */
export async function revertCorrection(
  workshop: Workshop,
  articleId: string,
  correctionId: string,
  { coder }: RevertNote,
): Promise<RevertOutcome> {
  return await untilKept(async () => {
    const state = await load(workshop, articleId);
    const correction = state.history.find(({ id }) => id === correctionId);
    if (!correction) throw unknownCorrection(correctionId);
    if (correction.revertedAt !== null) return { status: 'stale', correction, asRead: state.stored.asRead };
    const kept = await change(workshop, state, { add: [], revert: [correction] }, { coder, reason: '' });
    return kept && { status: 'done', revision: kept.revision };
  });
}

/** An article with everything that was ever corrected in it. */
interface State {
  readonly stored: StoredArticle;
  readonly history: readonly KeptCorrection[];
}

async function load(workshop: Workshop, articleId: string): Promise<State> {
  const stored = await loadArticle(workshop.store, articleId);
  if (!stored) throw unknownArticle(articleId);
  return { stored, history: await listCorrections(workshop.store, articleId) };
}

/** Works a change out and keeps it; again, from what others made of the article, until nobody was faster. */
async function untilKept<T>(attempt: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const outcome = await attempt();
    if (outcome !== null) return outcome;
  }
  throw new InputError(
    'busy-article',
    'Others are changing this article all the time, so your change was not kept',
    'Try again in a moment.',
  );
}

/** Null where somebody else changed the article meanwhile. */
async function change(
  workshop: Workshop,
  { stored, history }: State,
  { add, revert }: Pick<Plan, 'add' | 'revert'>,
  { coder, reason }: { readonly coder: string | null; readonly reason: string },
): Promise<Extract<ChangeOutcome, { status: 'kept' }> | null> {
  const isTaken = new Set(revert.map(({ id }) => id));
  const remaining = history.filter(({ id, revertedAt }) => revertedAt === null && !isTaken.has(id));
  const active = [...remaining.map(({ correction }) => correction), ...add];
  const isData = [...add, ...revert.map(({ correction }) => correction)].some(isDataCorrection);
  const outcome = await saveCorrections(workshop.store, {
    articleId: stored.article.id,
    revision: stored.revision,
    coder,
    reason,
    add: await Promise.all(
      add.map(async (correction) => ({
        correction,
        machine: await machineValue(workshop, stored, correction),
      })),
    ),
    revert: [...isTaken],
    data: isData ? await corrected(workshop, stored, active) : null,
  });
  if (outcome.status === 'unknown') throw unknownArticle(stored.article.id);
  return outcome.status === 'kept' ? outcome : null;
}

/** The article with these corrections, and new results where the words or the voices are no longer the same. */
async function corrected(
  workshop: Workshop,
  stored: StoredArticle,
  active: readonly Correction[],
): Promise<CorrectedData> {
  const { asRead } = stored;
  const data = active.filter(isDataCorrection);
  const { article } = correctArticle(asRead, data);
  const next: StoredArticle = { ...stored, article, corrections: active };
  const kept = { article, asRead: data.length > 0 ? asRead : null };
  if (wordsOf(next) === wordsOf(stored)) return { ...kept, scored: null };
  const targets = await targetsOf(workshop, asRead.id);
  const outcome = await analyzeStored(workshop, next, targets);
  if ('scored' in outcome) return { ...kept, scored: outcome.scored };
  throw new InputError(outcome.refusal.code, outcome.refusal.reason, outcome.refusal.hint);
}

/** Everything of an article that its scores and their offsets depend on. */
function wordsOf(stored: StoredArticle): string {
  const { title, text, units } = stored.article;
  return JSON.stringify([title, text, units, voicesOf(stored)]);
}

async function targetsOf(workshop: Workshop, articleId: string): Promise<Target[]> {
  const refs = await listTargetsOf(workshop.store, articleId);
  return await Promise.all(refs.map((ref) => findTarget(workshop.store, workshop.resources(), ref)));
}

function unknownCorrection(id: string): InputError {
  return new InputError(
    'unknown-correction',
    `This article has no correction "${id}"`,
    'Open its history of corrections and choose one there.',
  );
}

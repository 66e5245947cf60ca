import {
  InputError,
  isDataCorrection,
  type PlacedVoice,
  placeVoices,
  type Target,
} from '../../analysis/article/index.js';
import { correctArticle, moveSpans } from '../../analysis/reading/index.js';
import {
  loadArticle,
  loadArticles,
  loadResult,
  type StoredArticle,
  type StoredResult,
  saveResults,
  targetRef,
} from '../store/index.js';
import type { AnalysisOutcome, CorrectedReading } from './analyze.js';
import { BATCH_ARTICLES } from './limits.js';
import type { Workshop } from './workshop.js';

export interface ScoreArticlesData {
  readonly articleIds: readonly string[];
  readonly target: Target;
}

export const SCORE_QUEUE = 'score-articles';
export const SCORE_BATCH = BATCH_ARTICLES;

/** Scores articles of the library towards a target: the job behind a switch of target. */
export async function scoreArticles(
  workshop: Workshop,
  { articleIds, target }: ScoreArticlesData,
  signal: AbortSignal,
): Promise<void> {
  for (const stored of await loadArticles(workshop.store, articleIds)) {
    signal.throwIfAborted();
    await scoreStored(workshop, stored, target);
  }
}

/**
 * The current result of one article towards a target, made now where there is none.
 * @throws InputError `unknown-article`
 */
export async function scoreArticle(
  workshop: Workshop,
  articleId: string,
  target: Target,
): Promise<StoredResult> {
  const { store } = workshop;
  const address = { articleId, target: targetRef(target) };
  const known = await loadResult(store, address);
  if (known) return known;
  const stored = await loadArticle(store, articleId);
  if (!stored) throw unknownArticle(articleId);
  await scoreStored(workshop, stored, target);
  const made = await loadResult(store, address);
  if (!made) throw unknownArticle(articleId);
  return made;
}

/**
 * Scores an article as it stands and keeps the result; where a correction comes in between, as it
 * stands after it. @throws InputError where it cannot be scored
 */
export async function scoreStored(workshop: Workshop, stored: StoredArticle, target: Target): Promise<void> {
  const { article, revision } = stored;
  const outcome = await analyzeStored(workshop, stored, [target]);
  if (!('scored' in outcome)) {
    throw new InputError(outcome.refusal.code, outcome.refusal.reason, outcome.refusal.hint);
  }
  const kept = await saveResults(workshop.store, { articleId: article.id, revision }, outcome.scored);
  if (kept !== 'outdated') return;
  const newer = await loadArticle(workshop.store, article.id);
  if (newer) await scoreStored(workshop, newer, target);
}

/** An article as it stands, analyzed towards these targets. */
export async function analyzeStored(
  workshop: Workshop,
  stored: StoredArticle,
  targets: readonly Target[],
): Promise<AnalysisOutcome> {
  const reading: CorrectedReading = {
    article: stored.article,
    targets: [],
    mentions: mentionsFor(stored, targets),
    corrections: stored.corrections.filter(isDataCorrection),
    voices: voicesOf(stored),
  };
  const [outcome] = await workshop.analyzer.run({
    readings: [reading],
    targets,
    ownTargets: false,
    overlay: workshop.overlay,
  });
  if (!outcome) throw new Error('the analysis of an article gave no outcome');
  if ('fault' in outcome && outcome.fault)
    workshop.store.log('an article could not be analyzed', outcome.fault);
  return outcome;
}

/** Who speaks according to a person, in the article as it stands. */
export function voicesOf({ asRead, corrections }: StoredArticle): PlacedVoice[] {
  if (!corrections.some(({ kind }) => kind === 'set-voice')) return [];
  return placeVoices(corrections, correctArticle(asRead, corrections).places);
}

/** Given mentions are those of the target that the article's source named, in the text as it was read. */
function mentionsFor(
  { asRead, corrections, givenTargets, givenMentions }: StoredArticle,
  targets: readonly Target[],
) {
  const given = new Set(givenTargets.map((ref) => ref.slug));
  const areMeant = targets.every((target) => target.slug !== null && given.has(targetRef(target)));
  return areMeant && givenMentions ? moveSpans(asRead, corrections, givenMentions) : null;
}

export function unknownArticle(articleId: string): InputError {
  return new InputError(
    'unknown-article',
    `The library has no article "${articleId}"`,
    'It may have been deleted: look for it in the library.',
  );
}

import { type Correction, InputError, type Target } from '../../analysis/article/index.js';
import {
  loadArticle,
  loadArticles,
  loadCorrections,
  loadResult,
  type StoredArticle,
  type StoredResult,
  saveResults,
  targetRef,
} from '../store/index.js';
import type { AnalysisOutcome } from './analyze.js';
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

/** Scores an article as it stands and keeps the result. @throws InputError where it cannot be scored */
export async function scoreStored(workshop: Workshop, stored: StoredArticle, target: Target): Promise<void> {
  const { article } = stored;
  const corrections = await loadCorrections(workshop.store, article.id);
  const outcome = await analyzeStored(workshop, stored, [target], corrections);
  if ('scored' in outcome) await saveResults(workshop.store, article.id, outcome.scored);
  else throw new InputError(outcome.refusal.code, outcome.refusal.reason, outcome.refusal.hint);
}

/** An article as it stands, analyzed towards these targets. */
export async function analyzeStored(
  workshop: Workshop,
  stored: StoredArticle,
  targets: readonly Target[],
  corrections: readonly Correction[],
): Promise<AnalysisOutcome> {
  const [outcome] = await workshop.analyzer.run({
    readings: [{ article: stored.article, targets: [], mentions: mentionsFor(stored, targets) }],
    targets,
    ownTargets: false,
    corrections,
    overlay: workshop.overlay,
  });
  if (!outcome) throw new Error('the analysis of an article gave no outcome');
  if ('fault' in outcome && outcome.fault)
    workshop.store.log('an article could not be analyzed', outcome.fault);
  return outcome;
}

/** Given mentions are those of the target that the article's source named, in the text as it was read. */
function mentionsFor(stored: StoredArticle, targets: readonly Target[]) {
  const given = new Set(stored.givenTargets.map((ref) => ref.slug));
  const areMeant = targets.every((target) => target.slug !== null && given.has(targetRef(target)));
  return areMeant && stored.article === stored.asRead ? stored.givenMentions : null;
}

export function unknownArticle(articleId: string): InputError {
  return new InputError(
    'unknown-article',
    `The library has no article "${articleId}"`,
    'It may have been deleted: look for it in the library.',
  );
}

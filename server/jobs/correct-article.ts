import { InputError, type Target } from '../../analysis/article/index.js';
import { correctArticle } from '../../analysis/reading/index.js';
import {
  type CorrectedArticle,
  type Correction,
  type CorrectionContent,
  listCorrections,
  listTargetsOf,
  loadArticle,
  type StoredArticle,
  saveCorrection,
  toCorrection,
} from '../store/index.js';
import { analyzeStored, unknownArticle } from './score-articles.js';
import { findTarget } from './targets.js';
import type { Workshop } from './workshop.js';

/**
 * Puts a passage that was left out back into its article, and scores it again. `index` counts in
 * `dropped` of the article as it was read. Does nothing where the passage is back already.
 */
export async function restoreDropped(workshop: Workshop, articleId: string, index: number): Promise<void> {
  const { stored, corrections } = await load(workshop, articleId);
  if (restoredIndexes(corrections).has(index)) return;
  if (!stored.asRead.dropped[index]) {
    throw new InputError(
      'unknown-passage',
      `Nothing with the number ${index} was left out of this article`,
      'Load the report again and choose a passage from its list.',
    );
  }
  const correction: CorrectionContent = { kind: 'restore-dropped', detail: { index } };
  await save(workshop, stored, [...corrections, correction], { add: correction });
}

/** Takes that back: the article and its scores are as if it had never been done. */
export async function leaveOutAgain(workshop: Workshop, articleId: string, index: number): Promise<void> {
  const { stored, corrections } = await load(workshop, articleId);
  const correction = corrections.find(({ detail }) => detail.index === index);
  if (!correction) return;
  const remaining = corrections.filter((other) => other !== correction);
  await save(workshop, stored, remaining, { revert: correction.key });
}

async function load(
  workshop: Workshop,
  articleId: string,
): Promise<{ stored: StoredArticle; corrections: Correction[] }> {
  const stored = await loadArticle(workshop.store, articleId);
  if (!stored) throw unknownArticle(articleId);
  const all = await listCorrections(workshop.store, articleId);
  return { stored, corrections: all.filter(({ revertedAt }) => revertedAt === null) };
}

async function save(
  workshop: Workshop,
  stored: StoredArticle,
  corrections: readonly CorrectionContent[],
  change: CorrectedArticle['change'],
): Promise<void> {
  const { asRead } = stored;
  const holding = corrections.map(toCorrection);
  const { article } = correctArticle(asRead, holding);
  const targets = await targetsOf(workshop, asRead.id);
  const outcome = await analyzeStored(workshop, { ...stored, article }, targets, holding);
  if (!('scored' in outcome)) {
    throw new InputError(outcome.refusal.code, outcome.refusal.reason, outcome.refusal.hint);
  }
  const kept = await saveCorrection(workshop.store, {
    articleId: asRead.id,
    change,
    article,
    asRead: corrections.length > 0 ? asRead : null,
    scored: outcome.scored,
  });
  if (!kept) throw unknownArticle(asRead.id);
}

function restoredIndexes(corrections: readonly CorrectionContent[]): Set<number> {
  return new Set(corrections.map(({ detail }) => Number(detail.index)));
}

async function targetsOf(workshop: Workshop, articleId: string): Promise<Target[]> {
  const refs = await listTargetsOf(workshop.store, articleId);
  return await Promise.all(refs.map((ref) => findTarget(workshop.store, workshop.resources(), ref)));
}

import {
  type Correction,
  InputError,
  type LabelCorrection,
  ordinalAt,
  type Result,
  type VoiceCorrection,
} from '../../analysis/article/index.js';
import { correctArticle } from '../../analysis/reading/index.js';
import { describeCorrection, unitsOf } from '../../analysis/report/index.js';
import { listTargetsOf, loadResult, type StoredArticle } from '../store/index.js';
import { scoreArticle } from './score-articles.js';
import { findTarget } from './targets.js';
import type { Workshop } from './workshop.js';

/** The author speaks in every paragraph, though only those about the target list voices. */
const AUTHOR = 'author';

/**
 * What stands where a correction is to be made, in words; null for nothing.
 * @throws InputError where there is nothing to correct: no such paragraph, voice or target
 */
export async function machineValue(
  workshop: Workshop,
  stored: StoredArticle,
  correction: Correction,
): Promise<string | null> {
  switch (correction.kind) {
    case 'set-label':
      return await machineLabel(workshop, stored, correction);
    case 'set-voice':
      return await machineVoice(workshop, stored, correction);
    default:
      return describeCorrection(correction, { asRead: stored.asRead, ordinal: null, result: null }).machine;
  }
}

async function machineLabel(
  workshop: Workshop,
  stored: StoredArticle,
  correction: LabelCorrection,
): Promise<string | null> {
  const ordinal = ordinalOf(stored, correction);
  const target = await findTarget(workshop.store, workshop.resources(), correction.target);
  const { result } = await scoreArticle(workshop, stored.article.id, target);
  checkVoice(correction, ordinal, result);
  return describeCorrection(correction, { asRead: stored.asRead, ordinal, result }).machine;
}

/** Who speaks is the same toward every target. */
async function machineVoice(
  { store }: Workshop,
  stored: StoredArticle,
  correction: VoiceCorrection,
): Promise<string> {
  const ordinal = ordinalOf(stored, correction);
  const { id: articleId } = stored.article;
  const [target] = await listTargetsOf(store, articleId);
  const scored = target === undefined ? null : await loadResult(store, { articleId, target });
  const scene = { asRead: stored.asRead, ordinal, result: scored?.result ?? null };
  return describeCorrection(correction, scene).machine ?? correction.from;
}

/** The unit that begins at the place of a correction. */
function ordinalOf(
  { asRead, corrections }: StoredArticle,
  correction: LabelCorrection | VoiceCorrection,
): number {
  const ordinal = ordinalAt(correctArticle(asRead, corrections).places, correction);
  if (ordinal !== null) return ordinal;
  throw new InputError(
    'unknown-passage',
    'No paragraph of the article begins there',
    'Its borders may have been corrected: load the report again and choose a paragraph there.',
  );
}

function checkVoice({ voice }: LabelCorrection, ordinal: number, result: Result): void {
  if (voice === null || voice === AUTHOR) return;
  const unit = unitsOf(result).find((candidate) => candidate.ordinal === ordinal);
  if (unit?.voices.some(({ id }) => id === voice)) return;
  throw new InputError(
    'unknown-voice',
    'This voice does not speak in the paragraph',
    'Load the report again and choose a voice there.',
  );
}

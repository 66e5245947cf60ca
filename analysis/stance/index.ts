import type { Resources } from '../resources/index.js';
import { stanceModel } from './scoring/stance-model.js';
import type { StanceTraining } from './training/train-stance.js';

export { type AdaptationToCodes, adaptToCodes } from './adaptation/adapt-to-codes.js';
export { ADAPTATION_FILE } from './adaptation/adaptation.js';
export { type Coded, type CodedArticle, codedParagraphs } from './adaptation/coded-article.js';
export { crossValidate, type Validated } from './adaptation/cross-validate.js';
export { FEATURE_GROUPS, FEATURES, type FeatureGroup } from './adaptation/features.js';
export { mentionsOf } from './observe-article.js';
export { notScoredReason, scoreStance } from './score-stance.js';
export { MODEL_FILES } from './scoring/stance-model.js';
export type { StanceTraining, TrainingSource } from './training/train-stance.js';
export type { ScoreOptions } from './weigh-article.js';

/**
 * Reads the weights of a corpus and lets them go again, so that a fault is told of before work begins.
 * @throws InputError `damaged-model` or `missing-model`, which name the file and what mends it.
 */
export function checkModels(resources: Resources): void {
  // Models are remembered per resources object: a copy goes, and takes them along.
  stanceModel({ ...resources });
}

/** Trains the models of stance (see `training/train-stance.ts`, which is loaded only then). */
export async function trainStance(training: StanceTraining, resources: Resources): Promise<void> {
  const { trainStance: train } = await import('./training/train-stance.js');
  train(training, resources);
}

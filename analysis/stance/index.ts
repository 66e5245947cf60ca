import type { Resources } from '../resources/index.js';
import { stanceModel } from './scoring/stance-model.js';
import type { StanceTraining } from './training/train-stance.js';

export { mentionsOf } from './observe-article.js';
export { notScoredReason, type ScoreOptions, scoreStance } from './score-stance.js';
export { MODEL_FILES } from './scoring/stance-model.js';
export type { StanceTraining, TrainingSource } from './training/train-stance.js';

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

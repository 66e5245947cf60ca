import type { Resources } from '../resources/index.js';
import type { StanceTraining } from './training/train-stance.js';

export { mentionsOf } from './observe-article.js';
export { notScoredReason, type ScoreOptions, scoreStance } from './score-stance.js';
export { MODEL_FILES } from './scoring/stance-model.js';
export type { StanceTraining, TrainingSource } from './training/train-stance.js';

/** Trains the models of stance (see `training/train-stance.ts`, which is loaded only then). */
export async function trainStance(training: StanceTraining, resources: Resources): Promise<void> {
  const { trainStance: train } = await import('./training/train-stance.js');
  train(training, resources);
}

export { mentionsOf } from './observe-article.js';
export { notScoredReason, type ScoreOptions, scoreStance } from './score-stance.js';
export { MODEL_FILE } from './scoring/model.js';
export type { Judgement, Scorer, Weight } from './scoring/scorer.js';

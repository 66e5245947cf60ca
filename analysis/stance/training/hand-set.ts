import type { Relation } from '../evidence/observation.js';
import type { RelationWeights, Thresholds } from '../scoring/model.js';

/**
 * Weights that are set by hand because the training data hold no opponents and hardly any demands.
 * Sizes follow fitted neighbors: an opponent harmed is like praise of a deed (`verb.agent`).
 */
export const HAND_SET: Partial<Record<Relation, RelationWeights>> = {
  'opponent.harmed': {
    supportive: { logit: 3, evaluation: 2.2 },
    skeptical: { logit: -3, evaluation: 2 },
  },
  'opponent.state': {
    supportive: { logit: 2.4, evaluation: 1.6 },
    skeptical: { logit: -2.4, evaluation: 1.6 },
  },
  ease: {
    supportive: { logit: 3, evaluation: 2.2 },
    skeptical: { logit: -3, evaluation: 2.2 },
  },
  demand: {
    supportive: { logit: 0, evaluation: 0 },
    skeptical: { logit: -3, evaluation: 2 },
  },
};

/** Set on the development paragraphs of corpus/gold; the model card says how. */
export const THRESHOLDS: Thresholds = { evaluative: 0.25, mixedLogit: 0.8, mixedShare: 0.5 };

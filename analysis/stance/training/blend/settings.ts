import type { Blend } from '../../scoring/blend.js';

/** Chosen on the development sets (`bench/stance.ts`); the model card says how. */
export const BLEND_SETTINGS: Omit<Blend, 'confidence'> = {
  version: 1,
  cueShare: 0.7,
  thresholds: {
    evaluative: 0.65,
    leastScore: 0.04,
    mixedLogit: 0.6,
    mixedShare: 0.3,
    opposedShare: 0.4,
  },
};

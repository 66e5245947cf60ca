import type { Relation } from '../../evidence/observation.js';
import type { Weight } from '../../scoring/weight.js';

/** What a word said outright of the target weighs per unit of value. */
const CORE: Weight = { logit: 2.4, evaluation: 1.8 };
/** Words that reach the target over a detour. */
const INDIRECT: Weight = { logit: 1.2, evaluation: 0.9 };
/** Words that only stand in the neighborhood. */
const LOOSE: Weight = { logit: 0.6, evaluation: 0.4 };
/** What happens to the opponent, and what is demanded: hardly in the training data, plain in meaning. */
const PLAIN: Weight = { logit: 3, evaluation: 2.2 };

/**
 * Where the fit starts from and is drawn back to (log-odds per unit of value). Grammar says how
 * directly words bear on the target; the data correct it where they have enough to say.
 */
export const PRIORS: Readonly<Record<Relation, Weight>> = {
  'verb.agent': CORE,
  'verb.agentPart': CORE,
  judged: CORE,
  regarded: INDIRECT,
  treated: INDIRECT,
  treatedPart: LOOSE,
  'verb.said': INDIRECT,
  'verb.near': LOOSE,
  'verb.far': LOOSE,
  attitude: CORE,
  'word.modifier': CORE,
  'word.possessed': CORE,
  'word.of': INDIRECT,
  'word.about': INDIRECT,
  'word.copula': CORE,
  'word.manner': CORE,
  'word.object': INDIRECT,
  'word.complement': CORE,
  'word.apposition': CORE,
  'word.adjunct': INDIRECT,
  'word.near': LOOSE,
  'word.far': LOOSE,
  'opponent.harmed': PLAIN,
  'opponent.state': CORE,
  'people.harmed': PLAIN,
  ease: PLAIN,
  demand: PLAIN,
  'tone.near': LOOSE,
  'tone.far': LOOSE,
  wording: { logit: 0, evaluation: 0 },
};

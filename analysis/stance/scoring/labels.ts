import type { Label, Stance } from '../../article/index.js';
import { curveAt } from '../../learning/index.js';
import { probabilitiesOf, scoreOf } from './link.js';
import type { CueModel } from './model.js';
import { sumWeights, type Weight } from './scorer.js';

/** A weighed finding as labels see it. */
export interface Weighed {
  readonly weight: Weight;
  readonly voice: string;
  /** Granted only in passing ("although", "despite"): never makes a passage mixed. */
  readonly conceded: boolean;
}

export const UNRELATED: Stance = {
  label: 'unrelated',
  score: null,
  confidence: 1,
  logit: null,
  remainder: null,
};

/** The stance of a passage that refers to the target. */
export function stanceOf(weighed: readonly Weighed[], remainder: Weight, model: CueModel): Stance {
  const sum = sumWeights([...weighed.map(({ weight }) => weight), remainder]);
  const probabilities = probabilitiesOf(sum);
  const score = scoreOf(probabilities);
  const label = labelOf(weighed, score, model);
  const raw =
    label === 'neutral'
      ? probabilities.neutral
      : label === 'mixed'
        ? 1 - probabilities.neutral
        : Math.max(probabilities.supportive, probabilities.skeptical);
  const curve = label === 'neutral' ? model.confidence.neutral : model.confidence.evaluative;
  return { label, score, confidence: curveAt(curve, raw), logit: sum.logit, remainder: remainder.logit };
}

function labelOf(weighed: readonly Weighed[], score: number, model: CueModel): Label {
  if (weighed.length === 0) return 'neutral';
  if (isMixed(weighed, model)) return 'mixed';
  const label = score >= 0 ? 'supportive' : 'skeptical';
  if (Math.abs(score) < model.thresholds.evaluative) return 'neutral';
  // A label needs words that point its way.
  return weighed.some(({ weight }) => Math.sign(weight.logit) === Math.sign(score)) ? label : 'neutral';
}

/** Both directions strong, neither subordinate to the other. */
function isMixed(weighed: readonly Weighed[], { thresholds }: CueModel): boolean {
  let favor = 0;
  let disfavor = 0;
  for (const { weight, conceded } of weighed) {
    if (conceded) continue;
    if (weight.logit > 0) favor += weight.logit;
    else disfavor -= weight.logit;
  }
  const weaker = Math.min(favor, disfavor);
  return weaker >= thresholds.mixedLogit && weaker >= thresholds.mixedShare * Math.max(favor, disfavor);
}

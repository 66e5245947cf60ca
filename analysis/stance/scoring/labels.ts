import type { Label, Stance } from '../../article/index.js';
import { curveAt } from '../../learning/index.js';
import { type Probabilities, probabilitiesOf, scoreOf } from './link.js';
import type { CueModel } from './model.js';
import { sumWeights, type Weight } from './scorer.js';

/** A weighed finding as labels see it. */
export interface Weighed {
  readonly weight: Weight;
  readonly voice: string;
  /**
   * Said outright of the target and not granted only in passing ("although", "despite"): only such
   * words make a passage mixed.
   */
  readonly firm: boolean;
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
  const label = labelOf(weighed, probabilities, model);
  const raw =
    label === 'neutral'
      ? probabilities.neutral
      : label === 'mixed'
        ? 1 - probabilities.neutral
        : Math.max(probabilities.supportive, probabilities.skeptical);
  const curve = label === 'neutral' ? model.confidence.neutral : model.confidence.evaluative;
  return { label, score, confidence: curveAt(curve, raw), logit: sum.logit, remainder: remainder.logit };
}

function labelOf(
  weighed: readonly Weighed[],
  { supportive, neutral, skeptical }: Probabilities,
  model: CueModel,
): Label {
  if (weighed.every(({ weight }) => weight.logit === 0)) return 'neutral';
  if (isMixed(weighed, model)) return 'mixed';
  if (Math.max(supportive, skeptical) < model.thresholds.evaluative * neutral) return 'neutral';
  if (Math.abs(supportive - skeptical) < model.thresholds.leastScore && isTorn(weighed)) return 'mixed';
  const favors = supportive >= skeptical;
  // A label needs words that point its way.
  const pointed = weighed.some(({ weight }) => (favors ? weight.logit > 0 : weight.logit < 0));
  return pointed ? (favors ? 'supportive' : 'skeptical') : 'neutral';
}

/** Words for and words against that cancel out, however loosely they are said. */
function isTorn(weighed: readonly Weighed[]): boolean {
  return (
    weighed.some(({ weight }) => weight.logit > TEARING) &&
    weighed.some(({ weight }) => weight.logit < -TEARING)
  );
}

const TEARING = 0.3;

/**
 * Both directions strong, neither subordinate to the other: in the words of one voice, or between
 * voices that take opposite sides.
 */
function isMixed(weighed: readonly Weighed[], { thresholds }: CueModel): boolean {
  const byVoice = new Map<string, Sides>();
  for (const { weight, firm, voice } of weighed) {
    if (!firm) continue;
    const sides = byVoice.get(voice) ?? { favor: 0, disfavor: 0 };
    if (weight.logit > 0) sides.favor += weight.logit;
    else sides.disfavor -= weight.logit;
    byVoice.set(voice, sides);
  }
  const voices = [...byVoice.values()];
  const between = { favor: 0, disfavor: 0 };
  for (const { favor, disfavor } of voices) {
    if (favor > disfavor) between.favor += favor - disfavor;
    else between.disfavor += disfavor - favor;
  }
  const balanced = ({ favor, disfavor }: Sides, share: number) => {
    const weaker = Math.min(favor, disfavor);
    return weaker >= thresholds.mixedLogit && weaker >= share * Math.max(favor, disfavor);
  };
  return (
    balanced(between, thresholds.opposedShare) ||
    voices.some((sides) => balanced(sides, thresholds.mixedShare))
  );
}

interface Sides {
  favor: number;
  disfavor: number;
}

import type { Label, Stance } from '../../article/index.js';
import type { Blend } from './blend.js';
import { type ConfidenceModel, confidenceOf } from './confidence.js';
import { type Probabilities, probabilitiesOf, scoreOf } from './link.js';
import { sumWeights, type Weight } from './weight.js';

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

/** The stance of a passage that does not refer to the target. */
export function unrelated(confidence: ConfidenceModel, sentences: number): Stance {
  return {
    label: 'unrelated',
    score: null,
    confidence: confidenceOf(confidence, 'unrelated', 0, sentences),
    logit: null,
    remainder: null,
  };
}

/** Label and score of words that refer to the target, with what they were worked out from. */
export interface Verdict {
  readonly label: Exclude<Label, 'unrelated'>;
  readonly score: number;
  readonly logit: number;
  readonly probabilities: Probabilities;
}

/** What weighed words come to, together with what no words account for. */
export function verdictOf(weighed: readonly Weighed[], remainder: Weight, blend: Blend): Verdict {
  const sum = sumWeights([...weighed.map(({ weight }) => weight), remainder]);
  const probabilities = probabilitiesOf(sum);
  const label = labelOf(weighed, probabilities, blend);
  return { label, score: scoreOf(probabilities), logit: sum.logit, probabilities };
}

/** The stance of a passage of so many sentences that refers to the target. */
export function stanceOf(
  weighed: readonly Weighed[],
  remainder: Weight,
  blend: Blend,
  sentences: number,
): Stance {
  const verdict = verdictOf(weighed, remainder, blend);
  return statedAs(verdict, remainder.logit, blend.confidence, sentences);
}

/** A verdict on so many sentences as a stance; `remainder` is the part of its logit that has no words. */
export function statedAs(
  { label, score, logit, probabilities }: Verdict,
  remainder: number,
  model: ConfidenceModel,
  sentences: number,
): Stance {
  const confidence = confidenceOf(model, label, rawConfidence(label, probabilities), sentences);
  return { label, score, confidence, logit, remainder };
}

/** What the probabilities alone give a label. */
export function rawConfidence(
  label: Verdict['label'],
  { supportive, neutral, skeptical }: Probabilities,
): number {
  if (label === 'neutral') return neutral;
  return label === 'mixed' ? 1 - neutral : Math.max(supportive, skeptical);
}

function labelOf(
  weighed: readonly Weighed[],
  { supportive, neutral, skeptical }: Probabilities,
  blend: Blend,
): Verdict['label'] {
  if (weighed.every(({ weight }) => weight.logit === 0)) return 'neutral';
  if (isMixed(weighed, blend)) return 'mixed';
  if (Math.max(supportive, skeptical) < blend.thresholds.evaluative * neutral) return 'neutral';
  if (Math.abs(supportive - skeptical) < blend.thresholds.leastScore && isTorn(weighed)) return 'mixed';
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
export function isMixed(weighed: readonly Weighed[], { thresholds }: Blend): boolean {
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

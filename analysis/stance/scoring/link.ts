import type { Weight } from './weight.js';

/** Probabilities of the three outcomes that a stance is measured by. */
export interface Probabilities {
  readonly supportive: number;
  readonly neutral: number;
  readonly skeptical: number;
}

/** Beyond this both exponentials are 1 to double precision. */
const FARTHEST = 60;

/**
 * The link from sums to probabilities: an adjacent-categories logit model (Agresti 2010, section
 * 4.1). P(supportive) : P(neutral) : P(skeptical) = exp(L/2) : exp(-E) : exp(-L/2), with L the
 * logit and E the evaluation, so that log(P(supportive) / P(skeptical)) = L.
 */
export function probabilitiesOf(sum: Weight): Probabilities {
  const half = clamp(sum.logit / 2);
  const neutral = -clamp(sum.evaluation);
  const top = Math.max(Math.abs(half), neutral);
  const parts = [Math.exp(half - top), Math.exp(neutral - top), Math.exp(-half - top)] as const;
  const total = parts[0] + parts[1] + parts[2];
  return { supportive: parts[0] / total, neutral: parts[1] / total, skeptical: parts[2] / total };
}

/** score = P(supportive) - P(skeptical). */
export function scoreOf(probabilities: Probabilities): number {
  return probabilities.supportive - probabilities.skeptical;
}

function clamp(value: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, value));
}

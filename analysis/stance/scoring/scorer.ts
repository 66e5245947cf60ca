import type { Finding } from '../evidence/observation.js';

/** What words, or the baseline, add to the two sums from which probabilities are made. */
export interface Weight {
  /** Log-odds of supportive against skeptical. */
  readonly logit: number;
  /** How much it speaks for any evaluation at all, in log-odds against neutral. */
  readonly evaluation: number;
}

/** The weights of findings, one each in order, and what no words account for. */
export interface Judgement {
  readonly weights: readonly Weight[];
  readonly remainder: Weight;
}

/**
 * Turns the findings of one passage (a unit, or one voice in it) into weights. The parts and the
 * remainder add up to the passage's logit exactly; a scorer that cannot explain all of its logit
 * by words puts the rest into `remainder`.
 */
export interface Scorer {
  /** Name of the weights, as provenance lists them. */
  readonly name: string;
  readonly judge: (findings: readonly Finding[]) => Judgement;
}

/** The sum of weights. */
export function sumWeights(weights: readonly Weight[]): Weight {
  return weights.reduce(
    (sum, weight) => ({ logit: sum.logit + weight.logit, evaluation: sum.evaluation + weight.evaluation }),
    { logit: 0, evaluation: 0 },
  );
}

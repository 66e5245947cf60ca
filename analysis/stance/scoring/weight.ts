/** What words, or a baseline, add to the two sums from which probabilities are made. */
export interface Weight {
  /** Log-odds of supportive against skeptical. */
  readonly logit: number;
  /** How much it speaks for any evaluation at all, in log-odds against neutral. */
  readonly evaluation: number;
}

/** The sum of weights. */
export function sumWeights(weights: readonly Weight[]): Weight {
  let logit = 0;
  let evaluation = 0;
  for (const weight of weights) {
    logit += weight.logit;
    evaluation += weight.evaluation;
  }
  return { logit, evaluation };
}

/** A weight that counts only a share. */
export function scaled(weight: Weight, share: number): Weight {
  return { logit: weight.logit * share, evaluation: weight.evaluation * share };
}

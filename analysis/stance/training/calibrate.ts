import { type Curve, fitIsotonic } from '../../learning/index.js';
import { RELATIONS } from '../evidence/observation.js';
import { type Probabilities, probabilitiesOf } from '../scoring/link.js';
import type { Weight } from '../scoring/scorer.js';
import { CLASSES, type Example } from './examples.js';
import type { Fitted } from './fit.js';

/** Examples to a step of the curve: fewer would follow chance. */
const STEP = 100;

/**
 * How often a label was right, by the probability that the weights give it: one curve for
 * evaluative labels, one for neutral.
 */
export function calibrate(
  examples: readonly Example[],
  fitted: Fitted,
): { evaluative: Curve; neutral: Curve } {
  const points = { evaluative: [] as { x: number; y: number }[], neutral: [] as { x: number; y: number }[] };
  for (const example of examples) {
    const probabilities = predict(example, fitted);
    const x = Math.max(...CLASSES.map((name) => probabilities[name]));
    const label = CLASSES.findIndex((name) => probabilities[name] === x);
    points[CLASSES[label] === 'neutral' ? 'neutral' : 'evaluative'].push({
      x,
      y: label === example.label ? 1 : 0,
    });
  }
  return {
    evaluative: rounded(fitIsotonic(points.evaluative, STEP)),
    neutral: rounded(fitIsotonic(points.neutral, STEP)),
  };
}

/** Probabilities of a labelled passage under fitted weights. */
export function predict(example: Example, fitted: Fitted): Probabilities {
  let { logit, evaluation } = fitted.baseline;
  const add = (weight: Weight, times: number) => {
    logit += weight.logit * times;
    evaluation += weight.evaluation * times;
  };
  example.indices.forEach((column, at) => {
    const relation = RELATIONS[column >> 1];
    if (relation)
      add(fitted.relations[relation][column % 2 === 0 ? 'supportive' : 'skeptical'], example.values[at] ?? 0);
  });
  for (const [term, count] of example.terms) {
    const word = Object.hasOwn(fitted.words, term) ? fitted.words[term] : undefined;
    if (word) add({ logit: word[0], evaluation: word[1] }, count);
  }
  return probabilitiesOf({ logit, evaluation });
}

function rounded({ x, y }: Curve): Curve {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { x: x.map(round), y: y.map(round) };
}

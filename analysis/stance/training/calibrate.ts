import { type Curve, fitIsotonic } from '../../learning/index.js';
import { RELATIONS } from '../evidence/observation.js';
import { probabilitiesOf } from '../scoring/link.js';
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

function predict(example: Example, fitted: Fitted) {
  let { logit, evaluation } = fitted.baseline;
  example.indices.forEach((column, at) => {
    const relation = RELATIONS[column >> 1];
    if (!relation) return;
    const weight = fitted.relations[relation][column % 2 === 0 ? 'supportive' : 'skeptical'];
    logit += weight.logit * (example.values[at] ?? 0);
    evaluation += weight.evaluation * (example.values[at] ?? 0);
  });
  return probabilitiesOf({ logit, evaluation });
}

function rounded({ x, y }: Curve): Curve {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { x: x.map(round), y: y.map(round) };
}

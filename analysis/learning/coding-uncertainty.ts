import {
  ARTICLE_THRESHOLD,
  type ArticleStance,
  type CodedUnit,
  type LabelAndScore,
  summarizeUnits,
} from '../article/index.js';
import { quantileInterval } from './bootstrap.js';
import { type Random, seededRandom } from './random.js';

/** Probabilities of how one unit could be coded; what is missing from 1 is skeptical. */
export interface CodingProbabilities {
  readonly supportive: number;
  readonly neutral: number;
}

/** Draws of the coding: enough for the ends of the interval to be steady to about 0.02. */
const SIMULATIONS = 400;
const SEED = 20141203;
/** Share of the simulated scores inside the interval. */
const LEVEL = 0.95;

/**
 * The stance of an article: the mean over its related units, with the coding uncertainty that the
 * `probabilities` of these units give. A unit that is certain has a probability of 1.
 */
export function codeArticle(
  units: readonly CodedUnit[],
  probabilities: readonly CodingProbabilities[],
): ArticleStance {
  const summary = summarizeUnits(units);
  const simulated = simulate(probabilities);
  return {
    ...summary,
    confidence: summary.related === 0 ? 1 : agreement(simulated, summary),
    interval: summary.related === 0 ? null : codingInterval(simulated),
  };
}

/**
 * Mean scores of the article had each unit been coded anew, its outcome (1, 0 or -1) drawn from the
 * unit's probabilities. Fixed seed, so the same article always gets the same interval.
 */
function simulate(units: readonly CodingProbabilities[]): number[] {
  if (units.length === 0) return [];
  const random = seededRandom(SEED);
  return Array.from({ length: SIMULATIONS }, () => {
    const sum = units.reduce((total, unit) => total + draw(unit, random), 0);
    return sum / units.length;
  });
}

function draw({ supportive, neutral }: CodingProbabilities, random: Random): number {
  const at = random();
  if (at < supportive) return 1;
  return at < supportive + neutral ? 0 : -1;
}

function codingInterval(simulated: readonly number[]): readonly [number, number] {
  const { low, high } = quantileInterval(simulated, LEVEL);
  return [low, high];
}

/** Share of the simulated codings that would get the same side as the label. */
function agreement(simulated: readonly number[], { label, score }: LabelAndScore): number {
  const side = (value: number) => (Math.abs(value) < ARTICLE_THRESHOLD ? 0 : Math.sign(value));
  const shown = label === 'supportive' ? 1 : label === 'skeptical' ? -1 : side(score ?? 0);
  return simulated.filter((value) => side(value) === shown).length / simulated.length;
}

import type { ArticleStance, Label, LabelAndScore, Unit } from '../../article/index.js';
import { quantileInterval, type Random, seededRandom } from '../../learning/index.js';
import type { Probabilities } from '../scoring/link.js';
import type { WeighedUnit } from './weighed-unit.js';

/** |mean score| from which an article, or one side of it, counts as leaning. */
const ARTICLE_THRESHOLD = 0.15;
/** Share of the related units that each direction must reach for an article to be mixed. */
const MIXED_SHARE = 0.25;

/** Draws of the coding: enough for the ends of the interval to be steady to about 0.02. */
const SIMULATIONS = 400;
const SEED = 20141203;
/** Share of the simulated scores inside the interval. */
const LEVEL = 0.95;

/** The article as a whole: the mean over its related body units, the headline apart. */
export function articleStance(weighed: readonly WeighedUnit[]): ArticleStance {
  const units = weighed.map(({ unit }) => unit);
  const related = units.filter((unit) => unit.stance.label !== 'unrelated');
  const simulated = simulate(weighed.flatMap(({ probabilities }) => (probabilities ? [probabilities] : [])));
  const whole = summarize(related.map((unit) => unit.stance));
  return {
    ...whole,
    confidence: related.length === 0 ? 1 : agreement(simulated, whole),
    author: summarize(related.map((unit) => unit.authorStance)),
    quoted: summarize(related.flatMap(quotedVoices)),
    related: related.length,
    unrelated: units.length - related.length,
    shares: {
      supportive: shareOf(related, 'supportive'),
      skeptical: shareOf(related, 'skeptical'),
      mixed: shareOf(related, 'mixed'),
      neutral: shareOf(related, 'neutral'),
    },
    interval: related.length === 0 ? null : codingInterval(simulated),
  };
}

/** Label and mean score of several stances of equal weight. */
export function summarize(stances: readonly LabelAndScore[]): LabelAndScore {
  const scores = stances.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length === 0) return { label: 'unrelated', score: null };
  const score = scores.reduce((sum, value) => sum + value, 0) / scores.length;
  return { label: labelOf(stances, score), score };
}

function labelOf(stances: readonly LabelAndScore[], score: number): Label {
  const related = stances.filter(({ label }) => label !== 'unrelated');
  const share = (label: Label) => related.filter((stance) => stance.label === label).length / related.length;
  const [favor, disfavor, mixed] = [share('supportive'), share('skeptical'), share('mixed')];
  if (Math.min(favor, disfavor) + mixed >= MIXED_SHARE && Math.abs(score) < ARTICLE_THRESHOLD * 2)
    return 'mixed';
  if (Math.abs(score) < ARTICLE_THRESHOLD || favor + disfavor + mixed === 0) return 'neutral';
  return score > 0 ? 'supportive' : 'skeptical';
}

function quotedVoices(unit: Unit): LabelAndScore[] {
  return unit.voices.filter((voice) => voice.kind !== 'author' && voice.label !== 'unrelated');
}

function shareOf(related: readonly Unit[], label: Label): number {
  return related.length === 0
    ? 0
    : related.filter((unit) => unit.stance.label === label).length / related.length;
}

/**
 * Coding uncertainty: mean scores of the article had each unit been coded anew, its outcome drawn
 * from the unit's probabilities. Fixed seed, so the same article always gets the same interval.
 */
function simulate(probabilities: readonly Probabilities[]): number[] {
  if (probabilities.length === 0) return [];
  const random = seededRandom(SEED);
  return Array.from({ length: SIMULATIONS }, () => {
    const sum = probabilities.reduce((total, unit) => total + draw(unit, random), 0);
    return sum / probabilities.length;
  });
}

function draw({ supportive, neutral }: Probabilities, random: Random): number {
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

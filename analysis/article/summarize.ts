import type { Label } from './label.js';
import type { ArticleStance, LabelAndScore, Voice } from './result.js';

/** |mean score| from which an article, or one side of it, counts as leaning. */
export const ARTICLE_THRESHOLD = 0.15;
/** Share of the related units that each direction must reach for an article to be mixed. */
const MIXED_SHARE = 0.25;

/** What the stance of an article is made from: its units, coded by a machine or by a person. */
export interface CodedUnit {
  readonly stance: LabelAndScore;
  readonly authorStance: LabelAndScore;
  readonly voices: readonly Voice[];
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

/** The stance of an article without its uncertainty: the mean over its related units. */
export function summarizeUnits(units: readonly CodedUnit[]): Omit<ArticleStance, 'confidence' | 'interval'> {
  const related = units.filter((unit) => unit.stance.label !== 'unrelated');
  return {
    ...summarize(related.map((unit) => unit.stance)),
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
  };
}

function quotedVoices(unit: CodedUnit): LabelAndScore[] {
  return unit.voices.filter((voice) => voice.kind !== 'author' && voice.label !== 'unrelated');
}

function shareOf(related: readonly CodedUnit[], label: Label): number {
  return related.length === 0
    ? 0
    : related.filter((unit) => unit.stance.label === label).length / related.length;
}

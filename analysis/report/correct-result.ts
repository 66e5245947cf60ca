import type {
  ArticleStance,
  CorrectedUnit,
  Label,
  LabelAndScore,
  PlacedLabel,
  Result,
  Unit,
  Voice,
} from '../article/index.js';
import { type CodingProbabilities, codeArticle } from '../learning/index.js';
import { AUTHOR } from './speech.js';

/** The score of a label that a person gave: there is no doubt left in it. */
const SCORES_BY_HAND: Readonly<Record<Label, number | null>> = {
  supportive: 1,
  skeptical: -1,
  neutral: 0,
  mixed: 0,
  unrelated: null,
};

/**
 * The result with labels given by hand beside the machine's values, which stay as they are. A label
 * of a voice that does not speak in its unit changes nothing.
 */
export function correctResult(result: Result, labels: readonly PlacedLabel[]): Result {
  const headline = result.headline && correctUnit(result.headline, labels);
  const paragraphs = result.paragraphs.map((unit) => correctUnit(unit, labels));
  const changed = [headline, ...paragraphs].some((unit) => unit?.corrected);
  if (!changed) return result;
  return { ...result, headline, paragraphs, correctedStance: correctedStance(paragraphs) };
}

function correctUnit(unit: Unit, all: readonly PlacedLabel[]): Unit {
  const labels = new Map(
    all.filter(({ ordinal }) => ordinal === unit.ordinal).map(({ voice, label }) => [voice, label]),
  );
  const voices = correctVoices(unit, labels);
  const whole = labels.get(null);
  if (whole === undefined && voices === unit.voices) return unit;
  const corrected: CorrectedUnit = {
    stance: whole === undefined ? overVoices(voices) : byHand(whole),
    authorStance: authorOf(unit, voices),
    voices,
  };
  return { ...unit, corrected };
}

/** The voices with the labels given to them; the same list where none was. */
function correctVoices(unit: Unit, labels: ReadonlyMap<string | null, Label>): readonly Voice[] {
  const implied = impliedLabel(unit, labels.get(null));
  const heard = unit.voices.length > 0 ? unit.voices : [silentAuthor(unit)];
  const voices = heard.map((voice): Voice => {
    const label = labels.get(voice.id) ?? implied;
    return label === undefined ? voice : { ...voice, ...byHand(label) };
  });
  return voices.some((voice, at) => voice !== heard[at]) ? voices : unit.voices;
}

/**
 * What a label of the unit as a whole says of every voice in it: a unit that does not refer to the
 * target holds no voice that does, and what the author alone says is what the unit says.
 */
function impliedLabel({ voices }: Unit, whole: Label | undefined): Label | undefined {
  return whole === 'unrelated' || voices.length <= 1 ? whole : undefined;
}

/** The author speaks in every unit, though only units about the target list voices. */
function silentAuthor({ authorStance: { label, score } }: Unit): Voice {
  return { ...AUTHOR, label, score };
}

function byHand(label: Label): LabelAndScore {
  return { label, score: SCORES_BY_HAND[label] };
}

function authorOf(unit: Unit, voices: readonly Voice[]): LabelAndScore {
  const before = unit.voices.find(({ id }) => id === AUTHOR.id);
  const after = voices.find(({ id }) => id === AUTHOR.id);
  const { label, score } = after && after !== before ? after : unit.authorStance;
  return { label, score };
}

/** The unit as its voices make it. */
function overVoices(voices: readonly Voice[]): LabelAndScore {
  const scores = voices.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length === 0) return { label: 'unrelated', score: null };
  const labels = voices.map(({ label }) => label);
  return { label: labelOver(labels), score: scores.reduce((sum, score) => sum + score, 0) / scores.length };
}

/** One direction only: that one; both, or mixed anywhere: mixed; else neutral; nothing: unrelated. */
export function labelOver(labels: readonly Label[]): Label {
  const supportive = labels.includes('supportive');
  const skeptical = labels.includes('skeptical');
  if (labels.includes('mixed') || (supportive && skeptical)) return 'mixed';
  if (supportive) return 'supportive';
  if (skeptical) return 'skeptical';
  return labels.includes('neutral') ? 'neutral' : 'unrelated';
}

/** The article over its units as they stand after correction; the headline does not count for it. */
function correctedStance(paragraphs: readonly Unit[]): ArticleStance | null {
  if (!paragraphs.some(({ corrected }) => corrected)) return null;
  const units = paragraphs.map((unit) => unit.corrected ?? unit);
  return codeArticle(units, paragraphs.flatMap(probabilitiesOf));
}

/** None where the unit as it stands does not refer to the target. */
function probabilitiesOf({ stance, corrected }: Unit): CodingProbabilities[] {
  if (corrected) return certain(corrected.stance);
  return stance.score === null || stance.logit === null ? [] : [likely(stance.score, stance.logit, stance)];
}

/** A score between -1 and 1 that leaves no doubt but for its distance from them. */
function certain({ score }: LabelAndScore): CodingProbabilities[] {
  if (score === null) return [];
  return [{ supportive: Math.max(0, score), neutral: 1 - Math.abs(score) }];
}

/**
 * The probabilities behind a machine's values: score = P(supportive) - P(skeptical), and logit is
 * the logarithm of their ratio. At a logit of 0 the two are equal, and only the confidence of the
 * label says how large they are.
 */
function likely(
  score: number,
  logit: number,
  { label, confidence }: { readonly label: Label; readonly confidence: number },
): CodingProbabilities {
  const evaluative =
    logit === 0 ? (label === 'neutral' ? 1 - confidence : confidence) : score / Math.tanh(logit / 2);
  const both = Math.min(1, Math.max(Math.abs(score), evaluative));
  return { supportive: (both + score) / 2, neutral: 1 - both };
}

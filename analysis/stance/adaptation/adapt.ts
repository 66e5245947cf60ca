import type { Blend } from '../scoring/blend.js';
import { isMixed, type Verdict } from '../scoring/labels.js';
import { type Probabilities, probabilitiesOf, scoreOf } from '../scoring/link.js';
import type { Weight } from '../scoring/weight.js';
import type { Piece } from '../units/piece.js';
import type { Remainders } from '../units/remainder.js';
import type { AdaptedReading, Weighing } from '../units/weighed-unit.js';
import type { WeighedText } from '../weigh-article.js';
import { type Adaptation, scaleOf } from './adaptation.js';
import { FEATURES, featuresOf } from './features.js';

/** A weighing, scaled where there is an adaptation, and what that makes of the unit. */
interface Readapted {
  readonly weighing: Weighing;
  readonly adapted: AdaptedReading | null;
}

/** The units of a text after an adaptation; as they are without one. */
export function adapt(text: WeighedText, adaptation: Adaptation | null): Readapted[] {
  const { blend } = text.context.model;
  if (!adaptation) return text.weighings.map((weighing) => ({ weighing, adapted: null }));
  const features = featuresOf(text);
  return text.weighings.map((weighing, at) => ({
    weighing: scaledWeighing(weighing, scaleOf(adaptation)),
    adapted: {
      verdict: adaptedVerdict(weighing, features[at] ?? null, adaptation, blend),
      confidence: adaptation.confidence,
    },
  }));
}

/** What an adaptation makes of a unit with these features; null where it is unrelated. */
export function adaptedVerdict(
  { pieces }: Weighing,
  features: Float64Array | null,
  adaptation: Pick<Adaptation, 'constant' | 'features' | 'mixed'>,
  blend: Blend,
): Verdict | null {
  if (features === null) return null;
  const sum = adaptedSum(features, adaptation);
  const probabilities = probabilitiesOf(sum);
  // Whether words stand against words is a matter of these words, not of what they count.
  const label = adaptation.mixed && isMixed(pieces, blend) ? 'mixed' : likeliest(probabilities);
  return { label, score: scoreOf(probabilities), logit: sum.logit, probabilities };
}

function adaptedSum(features: Float64Array, adaptation: Pick<Adaptation, 'constant' | 'features'>): Weight {
  let [logit, evaluation] = adaptation.constant;
  FEATURES.forEach(({ name }, at) => {
    const weight = adaptation.features[name];
    if (!weight) return;
    logit += weight[0] * (features[at] ?? 0);
    evaluation += weight[1] * (features[at] ?? 0);
  });
  return { logit, evaluation };
}

function likeliest({
  supportive,
  neutral,
  skeptical,
}: Probabilities): 'supportive' | 'neutral' | 'skeptical' {
  if (neutral >= Math.max(supportive, skeptical)) return 'neutral';
  return supportive >= skeptical ? 'supportive' : 'skeptical';
}

/** The same words with their directions counting `scale`; how evaluative they are stays. */
function scaledWeighing(weighing: Weighing, scale: number): Weighing {
  return {
    ...weighing,
    pieces: weighing.pieces.map((piece) => scaledPiece(piece, scale)),
    remainders: scaledRemainders(weighing.remainders, scale),
  };
}

function scaledPiece(piece: Piece, scale: number): Piece {
  const { evidence } = piece;
  return {
    ...piece,
    weight: scaledLogit(piece.weight, scale),
    evidence: evidence ? { ...evidence, weight: evidence.weight * scale } : null,
  };
}

function scaledRemainders({ baseline, sharedBaseline, sentences }: Remainders, scale: number): Remainders {
  return {
    baseline: scaledLogit(baseline, scale),
    sharedBaseline: scaledLogit(sharedBaseline, scale),
    sentences: sentences.map(({ voice, weight }) => ({ voice, weight: scaledLogit(weight, scale) })),
  };
}

function scaledLogit({ logit, evaluation }: Weight, scale: number): Weight {
  return { logit: logit * scale, evaluation };
}

import type { Contribution } from '../mention-model/index.js';
import type { WeighingContext } from './context.js';
import type { Piece } from './piece.js';
import { learnedReason } from './reasons.js';

/** Phrases that move the logit less than this are left to the remainder: they would only clutter the page. */
const LEAST_LEARNED = 0.15;

/** Words that only the mention model speaks for, said by whoever speaks there; null where they weigh next to nothing. */
export function learnedPiece(
  { voices, text, target }: WeighingContext,
  { weight, ...span }: Contribution,
): Piece | null {
  if (Math.abs(weight) < LEAST_LEARNED) return null;
  const speaker = voices.speakerAt(span);
  const words = text.text.slice(span.start, span.end);
  return {
    speaker,
    voice: speaker.id,
    relation: 'learned',
    firm: false,
    weight: { logit: weight, evaluation: 0 },
    evidence: {
      ...span,
      direction: weight > 0 ? 'supportive' : 'skeptical',
      weight,
      voice: speaker.id,
      dimension: null,
      modifiers: [],
      reason: learnedReason(words, target.name, weight > 0),
    },
  };
}

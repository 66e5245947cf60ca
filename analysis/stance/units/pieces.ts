import type { Span } from '../../article/index.js';
import type { Observed } from '../evidence/observe.js';
import { scaled } from '../scoring/weight.js';
import { announcements } from './announcement.js';
import type { WeighingContext } from './context.js';
import {
  hasVerdict,
  isOverruled,
  joinToFinding,
  pieceOfFinding,
  type WeighedFinding,
  weighFindings,
} from './cue-pieces.js';
import { learnedPiece } from './learned-pieces.js';
import type { Opinion } from './opinions.js';
import type { Piece } from './piece.js';
import type { Remainders, SentenceRemainder } from './remainder.js';

/** What both models find in a unit, weighed, and what no words account for. */
export interface WeighedWords {
  /** In order of place. */
  readonly pieces: readonly Piece[];
  readonly remainders: Remainders;
}

/**
 * Weighs the words of a unit by both models. Where the mention model weighs words that the cue
 * model found, they are one piece: the cue says how they bear on the target.
 */
export function weighWords(
  context: WeighingContext,
  observed: readonly Observed[],
  opinions: readonly Opinion[],
): WeighedWords {
  const { cues, blend } = context.model;
  const found = weighFindings(context, observed, opinions.length > 0 ? blend.cueShare : 1);
  const laidOut = opinions.map((opinion) => layOut(context, opinion, found));
  const said = found.map((finding) => pieceOfFinding(context, finding));
  const pieces = [
    ...said,
    ...announcements(said, observed[0]?.view.sentence),
    ...laidOut.flatMap(({ learned }) => learned),
  ];
  return {
    pieces: pieces.sort((a, b) => (a.evidence?.start ?? 0) - (b.evidence?.start ?? 0)),
    remainders: {
      baseline: cues.baseline,
      sharedBaseline: scaled(cues.baseline, blend.cueShare),
      sentences: laidOut.map(({ remainder }) => remainder),
    },
  };
}

/** What the mention model's direction counts in a sentence whose words a rule turns round. */
const OVERRULED_SHARE = 0.4;

/** Gives what an opinion's phrases weigh to findings of the same words, or to pieces of their own. */
function layOut(
  context: WeighingContext,
  { sentence, mention, weight, contributions }: Opinion,
  found: readonly WeighedFinding[],
): { learned: Piece[]; remainder: SentenceRemainder } {
  const learned: Piece[] = [];
  const share = isOverruled(found, sentence) ? OVERRULED_SHARE : 1;
  const evaluation = hasVerdict(found, sentence) ? weight.evaluation * OVERRULED_SHARE : weight.evaluation;
  let rest = weight.logit * share;
  for (const whole of contributions) {
    const contribution = { ...whole, weight: whole.weight * share };
    if (joinToFinding(found, contribution) === 'alone') {
      const piece = learnedPiece(context, contribution);
      if (!piece) continue;
      learned.push(piece);
    }
    rest -= contribution.weight;
  }
  const voice = leadingVoice(context, contributions, mention);
  return { learned, remainder: { voice, weight: { logit: rest, evaluation } } };
}

/** Who says most of what weighs in a sentence; who speaks of the target in it where nothing does. */
function leadingVoice(
  { voices }: WeighingContext,
  contributions: Opinion['contributions'],
  mention: Span,
): string {
  const sums = new Map<string, number>();
  for (const { weight, ...span } of contributions) {
    const { id } = voices.speakerAt(span);
    sums.set(id, (sums.get(id) ?? 0) + Math.abs(weight));
  }
  const [leading] = [...sums].sort((a, b) => b[1] - a[1]);
  return leading?.[0] ?? voices.speakerAt(mention).id;
}

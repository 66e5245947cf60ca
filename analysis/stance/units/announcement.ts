import type { Sentence } from '../../article/index.js';
import { AUTHOR } from '../voices/voice.js';
import type { Piece } from './piece.js';

/** How much of what an unnamed crowd says an author who goes on to enlist others makes his own. */
const ANNOUNCED = 0.6;

/** So many more voices of the same side make a list of them. */
const ENLISTED = 2;

/**
 * "A number of officials have voiced doubts. The ambassador said ... Russia has stated ...": a topic
 * sentence that gives a crowd's verdict, followed by voices enlisted for it, is the author's
 * announcement too. Returns what the author thereby says; empty where the unit is not of that kind.
 */
export function announcements(pieces: readonly Piece[], topic: Sentence | undefined): Piece[] {
  if (!topic) return [];
  return pieces
    .filter((piece) => isCrowd(piece) && piece.evidence !== null && piece.evidence.end <= topic.end)
    .filter((piece) => isJudgement(piece) && followers(pieces, piece) >= ENLISTED)
    .slice(0, 1)
    .map(announced);
}

function isCrowd({ speaker }: Piece): boolean {
  return speaker.kind === 'unnamed';
}

function isJudgement({ relation }: Piece): boolean {
  return relation === 'judged' || relation === 'attitude' || relation === 'regarded';
}

/** How many other voices take the same side by what they say in all. */
function followers(pieces: readonly Piece[], crowd: Piece): number {
  const sums = new Map<string, number>();
  for (const { voice, weight } of pieces) sums.set(voice, (sums.get(voice) ?? 0) + weight.logit);
  sums.delete(AUTHOR.id);
  sums.delete(crowd.voice);
  return [...sums.values()].filter((sum) => sum * crowd.weight.logit > 0).length;
}

function announced(piece: Piece): Piece {
  const weight = {
    logit: piece.weight.logit * ANNOUNCED,
    evaluation: piece.weight.evaluation * ANNOUNCED,
  };
  const evidence = piece.evidence && {
    ...piece.evidence,
    weight: weight.logit,
    voice: AUTHOR.id,
    modifiers: [...piece.evidence.modifiers, 'announced'],
    reason: `The author announces it and then enlists others: ${piece.evidence.reason}`,
  };
  return { ...piece, evidence, weight, speaker: AUTHOR, voice: AUTHOR.id };
}

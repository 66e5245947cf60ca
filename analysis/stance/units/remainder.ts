import type { Weight } from '../scoring/weight.js';

/** What no words account for in one sentence, by the voice that its words are said in. */
export interface SentenceRemainder {
  /** Id of the voice. */
  readonly voice: string;
  readonly weight: Weight;
}

/** What no words account for in a unit: the cue model's baseline, and a rest of each opinion. */
export interface Remainders {
  /** The baseline in full, and as it counts beside opinions. */
  readonly baseline: Weight;
  readonly sharedBaseline: Weight;
  readonly sentences: readonly SentenceRemainder[];
}

/** The remainder of the whole unit. */
export function remainderOfUnit(remainders: Remainders): Weight {
  return pooled(remainders, remainders.sentences);
}

/** The remainder of what one voice says in it. */
export function remainderOfVoice(remainders: Remainders, voice: string): Weight {
  return pooled(
    remainders,
    remainders.sentences.filter((sentence) => sentence.voice === voice),
  );
}

/**
 * Directions of sentences add up; but a passage is as evaluative as its sentences are on average:
 * plain report around a judgment takes some of its weight, and does not outvote it.
 */
function pooled({ baseline, sharedBaseline }: Remainders, sentences: readonly SentenceRemainder[]): Weight {
  if (sentences.length === 0) return baseline;
  const sum = (key: keyof Weight) => sentences.reduce((total, { weight }) => total + weight[key], 0);
  return {
    logit: sharedBaseline.logit + sum('logit'),
    evaluation: sharedBaseline.evaluation + sum('evaluation') / sentences.length,
  };
}

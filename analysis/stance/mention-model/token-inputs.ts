import { type MaskedSentence, MENTION_KINDS } from './masked-sentence.js';
import type { MentionReading } from './mention-reading.js';
import { PARTS_OF_SPEECH } from './sentence-reading.js';

/** Numbers beside the vectors that the network gets for each token. */
export const SCALARS = 18;
/** Those of them that come from the word itself: polarities, connotations, signals. */
export const POLARITY_SCALARS: readonly number[] = [2, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15];
/** Buckets of distance from the target: seven to each side and the target itself. */
export const BUCKETS = 15;
const TARGET_BUCKET = 14;
const BUCKET_ENDS = [1, 2, 4, 7, 12, 20, Number.POSITIVE_INFINITY];

/** A mention as the network reads it; arrays by token of the window. */
export interface TokenInputs {
  readonly length: number;
  readonly target: number;
  /** Index in MENTION_KINDS. */
  readonly kind: number;
  readonly norms: readonly string[];
  /** Row of the word vector, -1 without one and at the target. */
  readonly rows: Int32Array;
  readonly pos: Uint8Array;
  readonly roles: Uint8Array;
  readonly buckets: Uint8Array;
  /** `scalars[token * SCALARS + k]`. */
  readonly scalars: Float32Array;
}

const POS_NUMBERS = new Map(PARTS_OF_SPEECH.map((pos, number) => [pos, number]));

/** What the network is given for a mention. */
export function tokenInputs({ sentence, syntax, worth }: MentionReading): TokenInputs {
  const { length, target, origins, reading, kind, norms } = sentence;
  const rows = Int32Array.from(origins, (origin, i) => (i === target ? -1 : (reading.rows[origin] ?? -1)));
  return {
    length,
    target,
    kind: MENTION_KINDS.indexOf(kind),
    norms,
    rows,
    pos: Uint8Array.from(sentence.pos, (pos) => POS_NUMBERS.get(pos) ?? 0),
    roles: syntax.roles,
    buckets: Uint8Array.from(origins, (_, i) => bucketOf(i - target)),
    scalars: scalarsOf(sentence, rows, worth),
  };
}

function scalarsOf(sentence: MaskedSentence, rows: Int32Array, worth: Float32Array): Float32Array {
  const { reading, origins, target, length } = sentence;
  const scalars = new Float32Array(length * SCALARS);
  const targetQuoted = reading.quoted[origins[target] ?? 0] ?? 0;
  /** In the order that models number them; never reorder. */
  const ofWord = [
    ...[reading.afinn, reading.induced, reading.speech, null, null, null],
    ...[reading.agent, reading.patient, reading.holder, reading.valence, null],
    ...[reading.doubt, reading.turn, reading.endorsement, reading.standing, reading.aside],
  ];
  origins.forEach((origin, i) => {
    const at = i * SCALARS;
    const quoted = reading.quoted[origin] ?? 0;
    scalars[at] = quoted;
    scalars[at + 1] = reading.negated[origin] ?? 0;
    scalars[at + 5] = i === target ? 1 : 0;
    scalars[at + 6] = quoted === targetQuoted ? 1 : 0;
    scalars[at + 7] = (rows[i] ?? -1) < 0 ? 1 : 0;
    scalars[at + 12] = worth[i] ?? 0;
    if (i === target) return;
    ofWord.forEach((values, k) => {
      if (values) scalars[at + 2 + k] = values[origin] ?? 0;
    });
  });
  return scalars;
}

function bucketOf(distance: number): number {
  if (distance === 0) return TARGET_BUCKET;
  const bucket = BUCKET_ENDS.findIndex((end) => Math.abs(distance) <= end);
  return distance < 0 ? bucket : BUCKET_ENDS.length + bucket;
}

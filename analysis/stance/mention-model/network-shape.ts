import type { ParameterShape } from '../../learning/index.js';
import { MENTION_KINDS } from './masked-sentence.js';
import { ROLES } from './roles.js';
import { PARTS_OF_SPEECH } from './sentence-reading.js';
import { BUCKETS, SCALARS } from './token-inputs.js';
import { VECTOR_SIZE } from './word-vectors.js';

/** Sizes of the learned vectors of part of speech, role, distance and kind of mention. */
export const POS_SIZE = 8;
export const ROLE_SIZE = 10;
export const BUCKET_SIZE = 10;
export const KIND_SIZE = 4;
/** Units of the network in each direction. */
export const HIDDEN = 48;
export const CLASS_COUNT = 3;

/** The matrix kernel wants widths of this; columns beyond those that are used stay 0. */
const WIDTH_STEP = 8;
const USED = VECTOR_SIZE + POS_SIZE + ROLE_SIZE + BUCKET_SIZE + SCALARS;

/** Columns of the input of a token: word, part of speech, role, distance, scalars. */
export const INPUT = Math.ceil(USED / WIDTH_STEP) * WIDTH_STEP;
export const STATE = 2 * HIDDEN;
export const GATES = 6 * HIDDEN;
/** Columns of what is pooled: attention, maxima to the left and right, target, kind. */
export const POOLED = 4 * STATE + KIND_SIZE;

/** Names and sizes of the parameters; `deltas` is the number of words with a learned correction. */
export function networkShapes(deltas: number): ParameterShape[] {
  return [
    { name: 'input', rows: INPUT, columns: GATES },
    { name: 'input-bias', rows: 1, columns: GATES },
    { name: 'recurrent-0', rows: HIDDEN, columns: 3 * HIDDEN },
    { name: 'recurrent-1', rows: HIDDEN, columns: 3 * HIDDEN },
    { name: 'recurrent-bias-0', rows: 1, columns: 3 * HIDDEN },
    { name: 'recurrent-bias-1', rows: 1, columns: 3 * HIDDEN },
    { name: 'pos', rows: PARTS_OF_SPEECH.length, columns: POS_SIZE },
    { name: 'role', rows: ROLES.length, columns: ROLE_SIZE },
    { name: 'bucket', rows: BUCKETS, columns: BUCKET_SIZE },
    { name: 'kind', rows: MENTION_KINDS.length, columns: KIND_SIZE },
    { name: 'attention', rows: 1, columns: STATE },
    { name: 'attention-bucket', rows: 1, columns: BUCKETS },
    { name: 'attention-role', rows: 1, columns: ROLES.length },
    { name: 'output', rows: CLASS_COUNT, columns: POOLED },
    { name: 'output-bias', rows: 1, columns: CLASS_COUNT },
    { name: 'delta', rows: deltas, columns: VECTOR_SIZE },
  ];
}

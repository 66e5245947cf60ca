import type { Matrix, Packing, Parameters } from '../../learning/index.js';
import { CLASS_COUNT, KIND_SIZE, POOLED, STATE } from './network-shape.js';
import type { TokenInputs } from './token-inputs.js';

/** What the way back needs of one mention. */
export interface PooledMention {
  readonly attention: Float32Array;
  /** Token with the largest state, per unit, up to the target and after it (-1: none). */
  readonly left: Int16Array;
  readonly right: Int16Array;
  readonly pooled: Float32Array;
  readonly logits: Float32Array;
}

/** The states of one mention: those of token `t` start at `at(t)` in `data`. */
export interface MentionStates {
  readonly data: Float32Array;
  readonly at: (token: number) => number;
}

/** The states of sequence `b` of a packed batch. */
export function statesOf(states: Matrix, { starts }: Packing, b: number): MentionStates {
  return { data: states.data, at: (token) => ((starts[token] ?? 0) + b) * STATE };
}

/**
 * From the states of a mention's tokens to scores of the classes: attention over all tokens, the
 * maximum up to the target, the maximum after it, the target's own state, and the kind of mention.
 */
export function pool(input: TokenInputs, states: MentionStates, parameters: Parameters): PooledMention {
  const attention = attend(input, states, parameters);
  const pooled = new Float32Array(POOLED);
  for (let t = 0; t < input.length; t++) {
    const at = states.at(t);
    const share = attention[t] ?? 0;
    for (let k = 0; k < STATE; k++) pooled[k] = (pooled[k] ?? 0) + share * (states.data[at + k] ?? 0);
  }
  const left = maximum(states, 0, input.target + 1, pooled.subarray(STATE, 2 * STATE));
  const right = maximum(states, input.target + 1, input.length, pooled.subarray(2 * STATE, 3 * STATE));
  const target = states.at(input.target);
  pooled.set(states.data.subarray(target, target + STATE), 3 * STATE);
  pooled.set(
    parameters.get('kind').data.subarray(input.kind * KIND_SIZE, (input.kind + 1) * KIND_SIZE),
    4 * STATE,
  );
  return { attention, left, right, pooled, logits: scoresOf(pooled, parameters) };
}

/** Writes the largest state of tokens `[from, to)` by unit (0 without tokens); returns whose it is, or -1. */
function maximum(states: MentionStates, from: number, to: number, out: Float32Array): Int16Array {
  const winners = new Int16Array(STATE).fill(-1);
  for (let t = from; t < to; t++) {
    const at = states.at(t);
    for (let k = 0; k < STATE; k++) {
      const value = states.data[at + k] ?? 0;
      if (t > from && value <= (out[k] ?? 0)) continue;
      out[k] = value;
      winners[k] = t;
    }
  }
  return winners;
}

/** Scores of the classes from what was pooled. */
export function scoresOf(pooled: Float32Array, parameters: Parameters): Float32Array {
  const output = parameters.get('output').data;
  const logits = Float32Array.from(parameters.get('output-bias').data);
  for (let c = 0; c < CLASS_COUNT; c++) {
    let sum = logits[c] ?? 0;
    for (let k = 0; k < POOLED; k++) sum += (output[c * POOLED + k] ?? 0) * (pooled[k] ?? 0);
    logits[c] = sum;
  }
  return logits;
}

function attend(input: TokenInputs, states: MentionStates, parameters: Parameters): Float32Array {
  const weights = parameters.get('attention').data;
  const byBucket = parameters.get('attention-bucket').data;
  const byRole = parameters.get('attention-role').data;
  const shares = new Float32Array(input.length);
  let top = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < input.length; t++) {
    const at = states.at(t);
    let score = (byBucket[input.buckets[t] ?? 0] ?? 0) + (byRole[input.roles[t] ?? 0] ?? 0);
    for (let k = 0; k < STATE; k++) score += (weights[k] ?? 0) * (states.data[at + k] ?? 0);
    shares[t] = score;
    top = Math.max(top, score);
  }
  let sum = 0;
  for (let t = 0; t < input.length; t++) {
    const value = Math.exp((shares[t] ?? 0) - top);
    shares[t] = value;
    sum += value;
  }
  for (let t = 0; t < input.length; t++) shares[t] = (shares[t] ?? 0) / sum;
  return shares;
}

/** Where the gradients of pooling go: those of the states, in the order of the states, and the parameters'. */
export interface PoolingGradients {
  readonly states: Float32Array;
  readonly parameters: Parameters;
}

/** Adds the gradients of pooling, given those of `pooled`. */
export function poolBackward(
  input: TokenInputs,
  states: MentionStates,
  mention: PooledMention,
  pooledGradient: Float32Array,
  parameters: Parameters,
  gradients: PoolingGradients,
): void {
  attendBackward(input, states, mention, pooledGradient, parameters, gradients);
  const target = states.at(input.target);
  for (let k = 0; k < STATE; k++) {
    const [left = 0, right = -1] = [mention.left[k], mention.right[k]];
    addAt(gradients.states, states.at(left) + k, pooledGradient[STATE + k] ?? 0);
    if (right >= 0) addAt(gradients.states, states.at(right) + k, pooledGradient[2 * STATE + k] ?? 0);
    addAt(gradients.states, target + k, pooledGradient[3 * STATE + k] ?? 0);
  }
  const kinds = gradients.parameters.get('kind').data;
  for (let k = 0; k < KIND_SIZE; k++) {
    addAt(kinds, input.kind * KIND_SIZE + k, pooledGradient[4 * STATE + k] ?? 0);
  }
}

function attendBackward(
  input: TokenInputs,
  states: MentionStates,
  { attention }: PooledMention,
  pooledGradient: Float32Array,
  parameters: Parameters,
  gradients: PoolingGradients,
): void {
  const weights = parameters.get('attention').data;
  const weightGradients = gradients.parameters.get('attention').data;
  const buckets = gradients.parameters.get('attention-bucket').data;
  const roles = gradients.parameters.get('attention-role').data;
  const reached = attention.map((_, t) => dot(pooledGradient, states.data, states.at(t)));
  const mean = reached.reduce((sum, value, t) => sum + value * (attention[t] ?? 0), 0);
  for (let t = 0; t < input.length; t++) {
    const at = states.at(t);
    const share = attention[t] ?? 0;
    const score = share * ((reached[t] ?? 0) - mean);
    for (let k = 0; k < STATE; k++) {
      addAt(gradients.states, at + k, share * (pooledGradient[k] ?? 0) + score * (weights[k] ?? 0));
      addAt(weightGradients, k, score * (states.data[at + k] ?? 0));
    }
    addAt(buckets, input.buckets[t] ?? 0, score);
    addAt(roles, input.roles[t] ?? 0, score);
  }
}

/** Inner product of the first STATE numbers of `a` with those of `b` from `at` on. */
function dot(a: Float32Array, b: Float32Array, at: number): number {
  let sum = 0;
  for (let k = 0; k < STATE; k++) sum += (a[k] ?? 0) * (b[at + k] ?? 0);
  return sum;
}

function addAt(data: Float32Array, at: number, value: number): void {
  data[at] = (data[at] ?? 0) + value;
}

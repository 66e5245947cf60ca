import { COLUMN, type MentionNetwork } from './network.js';
import { GATES, INPUT, STATE } from './network-shape.js';
import { type MentionStates, pool } from './pooling.js';
import { POLARITY_SCALARS, type TokenInputs } from './token-inputs.js';
import { VECTOR_SIZE } from './word-vectors.js';

/** Tokens `[from, to)` of a masked sentence that are masked together. */
export interface OccludedPhrase {
  readonly from: number;
  readonly to: number;
}

const SKEPTICAL = 0;
const SUPPORTIVE = 2;

/**
 * How much each phrase moves the log-odds of supportive against skeptical: those of the sentence minus
 * those without the phrase's words and polarities (occlusion, Zeiler and Fergus 2014; Li et al. 2016).
 * States before a phrase stay as they are in each direction, so that a phrase costs half a run.
 */
export function occlude(
  network: MentionNetwork,
  input: TokenInputs,
  phrases: readonly OccludedPhrase[],
): number[] {
  network.encodeKnown([input]);
  const rows = input.length;
  const states = Float32Array.from(network.states.data.subarray(0, rows * STATE));
  const full = logOdds(network, input);
  return phrases.map((phrase) => {
    const restore = maskRows(network, phrase);
    network.layers[0].resume(phrase.from, rows, network.weights(0), network.place(0));
    network.layers[1].resume(phrase.to - 1, rows, network.weights(1), network.place(1));
    const change = full - logOdds(network, input);
    restore();
    network.states.data.set(states);
    return change;
  });
}

/** Where one sentence alone has its states. */
function aloneStates(network: MentionNetwork): MentionStates {
  return { data: network.states.data, at: (token) => token * STATE };
}

function logOdds(network: MentionNetwork, input: TokenInputs): number {
  const { logits } = pool(input, aloneStates(network), network.parameters);
  return (logits[SUPPORTIVE] ?? 0) - (logits[SKEPTICAL] ?? 0);
}

/** Recomputes the gates' inputs of a phrase without its words; returns what undoes it. */
function maskRows(network: MentionNetwork, { from, to }: OccludedPhrase): () => void {
  const inputs = network.inputs.data;
  const gates = network.gateInputs.data;
  const savedInputs = inputs.slice(from * INPUT, to * INPUT);
  const savedGates = gates.slice(from * GATES, to * GATES);
  const bias = network.parameters.get('input-bias').data;
  for (let t = from; t < to; t++) {
    for (const scalar of POLARITY_SCALARS) inputs[t * INPUT + COLUMN.scalars + scalar] = 0;
    gates.set(bias, t * GATES);
  }
  network.project(from, to, VECTOR_SIZE);
  return () => {
    inputs.set(savedInputs, from * INPUT);
    gates.set(savedGates, from * GATES);
  };
}

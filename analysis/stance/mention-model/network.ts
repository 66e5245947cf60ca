import {
  type Arena,
  Gru,
  type GruPlace,
  type Matrix,
  type Packing,
  Parameters,
  packSequences,
  walk,
} from '../../learning/index.js';
import {
  BUCKET_SIZE,
  GATES,
  HIDDEN,
  INPUT,
  networkShapes,
  POS_SIZE,
  ROLE_SIZE,
  STATE,
} from './network-shape.js';
import { type PooledMention, pool, statesOf } from './pooling.js';
import { SCALARS, type TokenInputs } from './token-inputs.js';
import { VECTOR_SIZE, type WordVectors } from './word-vectors.js';

/** Column of the token input where each part starts. */
export const COLUMN = {
  pos: VECTOR_SIZE,
  role: VECTOR_SIZE + POS_SIZE,
  bucket: VECTOR_SIZE + POS_SIZE + ROLE_SIZE,
  scalars: VECTOR_SIZE + POS_SIZE + ROLE_SIZE + BUCKET_SIZE,
};

/** How much a network can take at once. */
export interface NetworkLimits {
  readonly rows: number;
  readonly sequences: number;
  readonly training: boolean;
}

/** Words whose products are kept, at about 1.2 kB each. */
const KEPT_PRODUCTS = 6000;

/** Words with a learned correction, by number. */
export type DeltaWords = ReadonlyMap<string, number>;

/**
 * Bidirectional gated recurrent network over the tokens around a mention, pooled with regard to the
 * target. One instance is one workspace: not to be used by two callers at once.
 */
export class MentionNetwork {
  readonly parameters: Parameters;
  readonly inputs: Matrix;
  readonly gateInputs: Matrix;
  readonly states: Matrix;
  readonly layers: readonly [Gru, Gru];
  private readonly tables: { pos: Float32Array; role: Float32Array; bucket: Float32Array };
  private readonly scratch: { input: Matrix; output: Matrix };
  private readonly products = new Map<string, { row: number; product: Float32Array }>();

  constructor(
    readonly arena: Arena,
    readonly vectors: WordVectors,
    readonly deltaWords: DeltaWords,
    limits: NetworkLimits,
  ) {
    this.parameters = new Parameters(arena, networkShapes(deltaWords.size));
    this.inputs = arena.matrix(limits.rows, INPUT);
    this.gateInputs = arena.matrix(limits.rows, GATES);
    this.states = arena.matrix(limits.rows, STATE);
    this.scratch = { input: arena.matrix(1, VECTOR_SIZE), output: arena.matrix(1, GATES) };
    const table = (name: string) => this.parameters.get(name).data;
    this.tables = { pos: table('pos'), role: table('role'), bucket: table('bucket') };
    this.layers = [new Gru(arena, HIDDEN, false, limits), new Gru(arena, HIDDEN, true, limits)];
  }

  /** Numbers of memory that a network and its workspace take. */
  static size(deltas: number, { rows, sequences, training }: NetworkLimits): number {
    const parameters = networkShapes(deltas).reduce((sum, shape) => sum + shape.rows * shape.columns, 0);
    const perRow = INPUT + GATES + STATE + (training ? 2 * 4 * HIDDEN : 0);
    return parameters + rows * perRow + 2 * sequences * 5 * HIDDEN + 2 * 3 * HIDDEN * HIDDEN + 4096;
  }

  /** Lays out the tokens of all mentions in `inputs`, packed. */
  encode(mentions: readonly TokenInputs[]): Packing {
    const packing = packSequences(mentions.map((mention) => mention.length));
    packing.order.forEach((index, b) => {
      const mention = mentions[index];
      if (mention) this.layOut(mention, packing, b);
    });
    return packing;
  }

  /** From laid out inputs to states. */
  run(packing: Packing): void {
    const bias = this.parameters.get('input-bias').data;
    for (let row = 0; row < packing.rows; row++) this.gateInputs.data.set(bias, row * GATES);
    this.project(0, packing.rows, 0);
    this.recur(packing);
  }

  /**
   * Scores of the classes for each mention, in the order given. Products of words are kept from call to
   * call, so that parameters must not change any more.
   */
  score(mentions: readonly TokenInputs[]): PooledMention[] {
    const packing = this.encodeKnown(mentions);
    const results: PooledMention[] = [];
    packing.order.forEach((index, b) => {
      const mention = mentions[index];
      if (mention) results[index] = pool(mention, statesOf(this.states, packing, b), this.parameters);
    });
    return results;
  }

  /** Encodes and runs mentions with the kept products of words. */
  encodeKnown(mentions: readonly TokenInputs[]): Packing {
    const packing = packSequences(mentions.map((mention) => mention.length));
    packing.order.forEach((index, b) => {
      const mention = mentions[index];
      if (mention) this.layOutKnown(mention, packing, b);
    });
    this.project(0, packing.rows, VECTOR_SIZE);
    this.recur(packing);
    return packing;
  }

  /** Adds to the gates' inputs of rows `[from, to)` what the columns of the input from `column` on give. */
  project(from: number, to: number, column: number): void {
    const weights = walk(this.parameters.get('input'), column);
    const depth = INPUT - column;
    this.arena.multiply(
      walk(this.inputs, from, column),
      weights,
      walk(this.gateInputs, from),
      to - from,
      depth,
      GATES,
    );
  }

  private recur(packing: Packing): void {
    for (const [direction, layer] of this.layers.entries()) {
      layer.forward(packing, this.weights(direction), this.place(direction));
    }
  }

  weights(direction: number, of: Parameters = this.parameters) {
    return { recurrent: of.get(`recurrent-${direction}`), bias: of.get(`recurrent-bias-${direction}`) };
  }

  place(direction: number, inputs: Matrix = this.gateInputs, states: Matrix = this.states): GruPlace {
    return { inputs, inputColumn: direction * 3 * HIDDEN, states, stateColumn: direction * HIDDEN };
  }

  private layOut(mention: TokenInputs, { starts }: Packing, b: number): void {
    for (let t = 0; t < mention.length; t++) {
      const at = ((starts[t] ?? 0) + b) * INPUT;
      this.layOutWord(mention, t, at);
      this.layOutRest(mention, t, at);
    }
  }

  private layOutKnown(mention: TokenInputs, { starts }: Packing, b: number): void {
    for (let t = 0; t < mention.length; t++) {
      const row = (starts[t] ?? 0) + b;
      this.layOutRest(mention, t, row * INPUT);
      this.gateInputs.data.set(this.wordProduct(mention, t), row * GATES);
    }
  }

  /** What a word alone gives to the gates, with their bias. */
  private wordProduct(mention: TokenInputs, t: number): Float32Array {
    const key = t === mention.target ? '' : (mention.norms[t] ?? '');
    const known = this.products.get(key);
    // The vector may be that of the lemma, which differs by part of speech: "left", "saw".
    if (known && known.row === (mention.rows[t] ?? -1)) return known.product;
    const { scratch } = this;
    this.layOutWord(mention, t, 0, scratch.input.data);
    scratch.output.data.set(this.parameters.get('input-bias').data);
    const weights = walk(this.parameters.get('input'));
    this.arena.multiply(walk(scratch.input), weights, walk(scratch.output), 1, VECTOR_SIZE, GATES);
    if (this.products.size >= KEPT_PRODUCTS) this.products.clear();
    const product = Float32Array.from(scratch.output.data);
    this.products.set(key, { row: mention.rows[t] ?? -1, product });
    return product;
  }

  private layOutRest(mention: TokenInputs, t: number, at: number): void {
    const data = this.inputs.data;
    const { pos, role, bucket } = this.tables;
    copyRow(pos, mention.pos[t] ?? 0, POS_SIZE, data, at + COLUMN.pos);
    copyRow(role, mention.roles[t] ?? 0, ROLE_SIZE, data, at + COLUMN.role);
    copyRow(bucket, mention.buckets[t] ?? 0, BUCKET_SIZE, data, at + COLUMN.bucket);
    copyRow(mention.scalars, t, SCALARS, data, at + COLUMN.scalars);
  }

  private layOutWord(mention: TokenInputs, t: number, at: number, data = this.inputs.data): void {
    const row = mention.rows[t] ?? -1;
    if (row >= 0) this.vectors.copy(row, data, at);
    else data.fill(0, at, at + VECTOR_SIZE);
    const delta = this.deltaOf(mention, t);
    if (delta < 0) return;
    const deltas = this.parameters.get('delta').data;
    const from = delta * VECTOR_SIZE;
    for (let k = 0; k < VECTOR_SIZE; k++) data[at + k] = (data[at + k] ?? 0) + (deltas[from + k] ?? 0);
  }

  /** Number of the learned correction of a token, or -1. */
  deltaOf(mention: TokenInputs, t: number): number {
    return t === mention.target ? -1 : (this.deltaWords.get(mention.norms[t] ?? '') ?? -1);
  }
}

function copyRow(from: Float32Array, row: number, size: number, to: Float32Array, at: number): void {
  const start = row * size;
  for (let k = 0; k < size; k++) to[at + k] = from[start + k] ?? 0;
}

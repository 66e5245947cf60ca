import {
  AdamW,
  Arena,
  clipGradients,
  fillNormal,
  fillUniform,
  flip,
  type Matrix,
  type Packing,
  Parameters,
  type Random,
  seededRandom,
  sumRows,
  transposed,
  walk,
} from '../../../learning/index.js';
import { COLUMN, type DeltaWords, MentionNetwork } from '../../mention-model/network.js';
import {
  BUCKET_SIZE,
  CLASS_COUNT,
  GATES,
  HIDDEN,
  INPUT,
  networkShapes,
  POOLED,
  POS_SIZE,
  ROLE_SIZE,
  STATE,
} from '../../mention-model/network-shape.js';
import { pool, poolBackward, scoresOf, statesOf } from '../../mention-model/pooling.js';
import type { TokenInputs } from '../../mention-model/token-inputs.js';
import { VECTOR_SIZE, type WordVectors } from '../../mention-model/word-vectors.js';

/** A mention with the distribution over the classes that the network should give. */
export interface NetworkExample {
  readonly input: TokenInputs;
  readonly goal: readonly number[];
  readonly weight: number;
}

export interface NetworkOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly batch: number;
  readonly rate: number;
  readonly deltaRate: number;
  readonly decay: number;
  readonly deltaDecay: number;
  readonly wordDropout: number;
  readonly inputDropout: number;
  readonly pooledDropout: number;
  /** Share of the goal that is spread over all classes. */
  readonly smoothing: number;
}

/** Settings found on the development sets; see the model card. */
export const NETWORK_OPTIONS: NetworkOptions = {
  seed: 1,
  epochs: 8,
  batch: 64,
  rate: 3e-3,
  deltaRate: 5e-4,
  decay: 0.02,
  deltaDecay: 0.3,
  wordDropout: 0.08,
  inputDropout: 0.25,
  pooledDropout: 0.5,
  smoothing: 0.1,
};

const LONGEST = 80;
const WARM_UP_STEPS = 100;
/** The rate falls linearly to this share of its height. */
const LAST_RATE = 0.05;
const LARGEST_NORM = 5;
/** Parameters are averaged over the last part of training, every so many steps. */
const AVERAGED_FROM = 0.6;
const AVERAGED_EVERY = 20;
/** Batches of like length are drawn from groups of this many, so that little work is lost. */
const BATCHES_A_GROUP = 20;
/** Attention starts out favoring near words by this much a bucket. */
const NEARNESS = -0.25;
const BUCKETS_A_SIDE = 7;

/** Trains a network of the mention model. The same examples, options and seed give the same network. */
export class NetworkTrainer {
  readonly network: MentionNetwork;
  private readonly gradients: Parameters;
  private readonly inputGradients: Matrix;
  private readonly gateGradients: Matrix;
  private readonly productGradients: Matrix;
  private readonly stateGradients: Matrix;
  private readonly flippedInput: Matrix;
  private readonly wordMask: Float32Array;
  private readonly random: Random;
  private readonly optimizer: AdamW;
  private readonly deltaRange: { from: number; to: number };

  constructor(
    vectors: WordVectors,
    deltaWords: DeltaWords,
    private readonly options: NetworkOptions,
  ) {
    const limits = { rows: options.batch * LONGEST, sequences: options.batch, training: true };
    const parameterCount = networkShapes(deltaWords.size).reduce(
      (sum, each) => sum + each.rows * each.columns,
      0,
    );
    const ownSize =
      parameterCount + limits.rows * (INPUT + GATES + 3 * HIDDEN + STATE) + GATES * INPUT + 4096;
    const arena = new Arena(MentionNetwork.size(deltaWords.size, limits) + ownSize);
    this.network = new MentionNetwork(arena, vectors, deltaWords, limits);
    this.gradients = new Parameters(arena, networkShapes(deltaWords.size));
    this.inputGradients = arena.matrix(limits.rows, INPUT);
    this.gateGradients = arena.matrix(limits.rows, GATES);
    this.productGradients = arena.matrix(limits.rows, 3 * HIDDEN);
    this.stateGradients = arena.matrix(limits.rows, STATE);
    this.flippedInput = arena.matrix(GATES, INPUT);
    this.wordMask = new Float32Array(limits.rows * VECTOR_SIZE);
    this.random = seededRandom(options.seed);
    this.deltaRange = this.network.parameters.range('delta');
    this.optimizer = this.startOptimizer();
    this.initialize();
  }

  /** Runs all epochs; `report` gets the mean loss of each. */
  train(examples: readonly NetworkExample[], report: (epoch: number, loss: number) => void = () => {}): void {
    const { epochs, batch } = this.options;
    const steps = epochs * Math.ceil(examples.length / batch);
    const average = new Float64Array(this.network.parameters.all.length);
    let averaged = 0;
    let step = 0;
    for (let epoch = 0; epoch < epochs; epoch++) {
      let loss = 0;
      for (const indexes of this.batches(examples)) {
        const chosen = indexes.flatMap((index) => examples[index] ?? []);
        const factor = Math.min(1, (step + 1) / WARM_UP_STEPS) * (1 - ((1 - LAST_RATE) * step) / steps);
        loss += this.step(chosen, factor) * chosen.length;
        step++;
        if (step > steps * AVERAGED_FROM && step % AVERAGED_EVERY === 0) {
          averaged++;
          moveTowards(average, this.network.parameters.all, 1 / averaged);
        }
      }
      report(epoch, loss / examples.length);
    }
    if (averaged > 0) this.network.parameters.all.set(average);
  }

  private startOptimizer(): AdamW {
    const { rate, decay, deltaRate, deltaDecay } = this.options;
    return new AdamW(this.network.parameters.all, this.gradients.all, [
      { from: 0, to: this.deltaRange.from, rate, decay },
      { ...this.deltaRange, rate: deltaRate, decay: deltaDecay },
    ]);
  }

  /** Uniform for products, normal for tables, attention leaning to near words, corrections zero. */
  private initialize(): void {
    const { parameters } = this.network;
    const data = (name: string) => parameters.get(name).data;
    const bound = 1 / Math.sqrt(HIDDEN);
    for (const name of [
      'input',
      'input-bias',
      'recurrent-0',
      'recurrent-1',
      'recurrent-bias-0',
      'recurrent-bias-1',
    ]) {
      fillUniform(data(name), bound, this.random);
    }
    for (const name of ['pos', 'role', 'bucket', 'kind']) fillNormal(data(name), 1, this.random);
    fillUniform(data('attention'), 1 / Math.sqrt(STATE), this.random);
    fillUniform(data('output'), 1 / Math.sqrt(POOLED), this.random);
    data('attention-bucket').forEach((_, bucket, all) => {
      all[bucket] = bucket === 2 * BUCKETS_A_SIDE ? 0 : NEARNESS * (bucket % BUCKETS_A_SIDE);
    });
  }

  private batches(examples: readonly NetworkExample[]): number[][] {
    const { batch } = this.options;
    const order = examples.map((_, index) => index);
    shuffle(order, this.random);
    const batches: number[][] = [];
    for (let at = 0; at < order.length; at += batch * BATCHES_A_GROUP) {
      const group = order.slice(at, at + batch * BATCHES_A_GROUP).map((index) => ({
        index,
        key: (examples[index]?.input.length ?? 0) + this.random(),
      }));
      group.sort((a, b) => a.key - b.key);
      for (let k = 0; k < group.length; k += batch)
        batches.push(group.slice(k, k + batch).map(({ index }) => index));
    }
    shuffle(batches, this.random);
    return batches;
  }

  private step(examples: readonly NetworkExample[], factor: number): number {
    const { network } = this;
    const mentions = examples.map(({ input }) => input);
    const packing = network.encode(mentions);
    this.dropWords(packing.rows);
    network.run(packing);
    this.gradients.all.fill(0);
    this.stateGradients.data.fill(0, 0, packing.rows * STATE);
    let loss = 0;
    packing.order.forEach((index, b) => {
      const example = examples[index];
      if (example) loss += this.poolAndBack(example, packing, b, examples.length);
    });
    this.backward(packing, mentions);
    clipGradients(this.gradients.all, 0, this.deltaRange.from, LARGEST_NORM);
    this.optimizer.step(factor);
    return loss;
  }

  /** Whole words to zero, then single numbers of the others, which grow to make up for it. */
  private dropWords(rows: number): void {
    const { wordDropout, inputDropout } = this.options;
    const inputs = this.network.inputs.data;
    const kept = 1 / (1 - inputDropout);
    for (let row = 0; row < rows; row++) {
      const whole = this.random() >= wordDropout;
      for (let k = 0; k < VECTOR_SIZE; k++) {
        const mask = whole && this.random() >= inputDropout ? kept : 0;
        this.wordMask[row * VECTOR_SIZE + k] = mask;
        inputs[row * INPUT + k] = (inputs[row * INPUT + k] ?? 0) * mask;
      }
    }
  }

  private poolAndBack(
    { input, goal, weight }: NetworkExample,
    packing: Packing,
    b: number,
    batch: number,
  ): number {
    const { parameters, states } = this.network;
    const own = statesOf(states, packing, b);
    const mention = pool(input, own, parameters);
    const mask = this.pooledMask();
    const dropped = mention.pooled.map((value, k) => value * (mask[k] ?? 0));
    const { loss, errors } = lossOf(scoresOf(dropped, parameters), goal, this.options.smoothing);
    const scale = weight / batch;
    const pooledGradient = this.outputBackward(errors, dropped, mask, scale);
    const gradients = { states: this.stateGradients.data, parameters: this.gradients };
    poolBackward(input, own, mention, pooledGradient, parameters, gradients);
    return loss * scale;
  }

  private pooledMask(): Float32Array {
    const { pooledDropout } = this.options;
    return Float32Array.from({ length: POOLED }, () =>
      this.random() >= pooledDropout ? 1 / (1 - pooledDropout) : 0,
    );
  }

  private outputBackward(
    errors: Float64Array,
    pooled: Float32Array,
    mask: Float32Array,
    scale: number,
  ): Float32Array {
    const output = this.network.parameters.get('output').data;
    const outputGradients = this.gradients.get('output').data;
    const biasGradients = this.gradients.get('output-bias').data;
    const gradient = new Float32Array(POOLED);
    for (let c = 0; c < CLASS_COUNT; c++) {
      const error = (errors[c] ?? 0) * scale;
      biasGradients[c] = (biasGradients[c] ?? 0) + error;
      for (let k = 0; k < POOLED; k++) {
        const at = c * POOLED + k;
        outputGradients[at] = (outputGradients[at] ?? 0) + error * (pooled[k] ?? 0);
        gradient[k] = (gradient[k] ?? 0) + error * (output[at] ?? 0) * (mask[k] ?? 0);
      }
    }
    return gradient;
  }

  private backward(packing: Packing, mentions: readonly TokenInputs[]): void {
    const { network, gradients, gateGradients, inputGradients, flippedInput } = this;
    const { arena, parameters } = network;
    network.layers.forEach((layer, direction) => {
      layer.backward(
        packing,
        network.weights(direction),
        network.weights(direction, gradients),
        network.place(direction),
        network.place(direction, gateGradients, this.stateGradients),
        this.productGradients,
      );
    });
    const { rows } = packing;
    arena.multiply(
      transposed(network.inputs),
      walk(gateGradients),
      walk(gradients.get('input')),
      INPUT,
      rows,
      GATES,
    );
    sumRows(gateGradients, rows, gradients.get('input-bias').data);
    flip(parameters.get('input'), flippedInput);
    inputGradients.data.fill(0, 0, rows * INPUT);
    arena.multiply(walk(gateGradients), walk(flippedInput), walk(inputGradients), rows, GATES, INPUT);
    packing.order.forEach((index, b) => {
      const mention = mentions[index];
      if (mention) this.tablesBackward(mention, packing, b);
    });
  }

  private tablesBackward(mention: TokenInputs, { starts }: Packing, b: number): void {
    const from = this.inputGradients.data;
    const table = (name: string) => this.gradients.get(name).data;
    const [pos, role, bucket, delta] = [table('pos'), table('role'), table('bucket'), table('delta')];
    for (let t = 0; t < mention.length; t++) {
      const row = (starts[t] ?? 0) + b;
      const at = row * INPUT;
      addRow(from, at + COLUMN.pos, POS_SIZE, pos, mention.pos[t] ?? 0);
      addRow(from, at + COLUMN.role, ROLE_SIZE, role, mention.roles[t] ?? 0);
      addRow(from, at + COLUMN.bucket, BUCKET_SIZE, bucket, mention.buckets[t] ?? 0);
      const word = this.network.deltaOf(mention, t);
      if (word < 0) continue;
      for (let k = 0; k < VECTOR_SIZE; k++) {
        const to = word * VECTOR_SIZE + k;
        delta[to] = (delta[to] ?? 0) + (from[at + k] ?? 0) * (this.wordMask[row * VECTOR_SIZE + k] ?? 0);
      }
    }
  }
}

function addRow(from: Float32Array, at: number, size: number, to: Float32Array, row: number): void {
  const start = row * size;
  for (let k = 0; k < size; k++) to[start + k] = (to[start + k] ?? 0) + (from[at + k] ?? 0);
}

/** Cross-entropy against the smoothed goal, and its gradient by score. */
function lossOf(
  logits: Float32Array,
  goal: readonly number[],
  smoothing: number,
): { loss: number; errors: Float64Array } {
  const top = Math.max(...logits);
  const exponentials = Float64Array.from(logits, (value) => Math.exp(value - top));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  let loss = 0;
  const errors = exponentials.map((value, c) => {
    const wanted = (1 - smoothing) * (goal[c] ?? 0) + smoothing / CLASS_COUNT;
    loss -= wanted * Math.log(value / sum);
    return value / sum - wanted;
  });
  return { loss, errors };
}

function shuffle<T>(items: T[], random: Random): void {
  for (let k = items.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    const [a, b] = [items[k], items[other]];
    if (a !== undefined && b !== undefined) [items[k], items[other]] = [b, a];
  }
}

function moveTowards(average: Float64Array, values: Float32Array, share: number): void {
  for (let at = 0; at < average.length; at++) {
    const old = average[at] ?? 0;
    average[at] = old + ((values[at] ?? 0) - old) * share;
  }
}

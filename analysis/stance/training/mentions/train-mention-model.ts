import {
  type Block,
  FeatureTable,
  frequentHashes,
  packModel,
  type SparseExample,
  trainSparse,
} from '../../../learning/index.js';
import { type LinearPart, packLinear } from '../../mention-model/linear-part.js';
import type { DeltaWords } from '../../mention-model/network.js';
import { packNetwork } from '../../mention-model/network-file.js';
import { CLASS_COUNT } from '../../mention-model/network-shape.js';
import type { WordVectors } from '../../mention-model/word-vectors.js';
import type { PreparedExample } from './dataset.js';
import { NETWORK_OPTIONS, type NetworkOptions, NetworkTrainer } from './network-trainer.js';

/** Examples that count alike: one source of training text. */
export interface TrainingSource {
  readonly name: string;
  readonly examples: readonly PreparedExample[];
  /** What one of its examples counts in the linear part and in the networks. */
  readonly weights: { readonly linear: number; readonly network: number };
}

export interface MentionTraining {
  readonly sources: readonly TrainingSource[];
  readonly vectors: WordVectors;
  /** One network for each seed. */
  readonly seeds: readonly number[];
  readonly network?: Partial<NetworkOptions>;
  /** Told what happens, for a person who waits. */
  readonly report?: (line: string) => void;
}

/** Settings of the linear part, found on the development sets. */
const LINEAR = { epochs: 8, rate: 0.04, l2: 1e-3, seed: 1 };
/** Features and word corrections must occur in so many examples. */
const LEAST_OCCURRENCES = 2;
const MOST_DELTA_WORDS = 5000;

/** Trains the mention model and returns its file. The same input gives the same bytes. */
export function trainMentionModel(training: MentionTraining): Uint8Array {
  const report = training.report ?? (() => {});
  const linear = trainLinearPart(training.sources);
  report(`linear part: ${linear.table.hashes.length} features`);
  const deltaWords = frequentWords(training.sources);
  const blocks: Block[] = [...packLinear(linear)];
  for (const seed of training.seeds) {
    const trainer = new NetworkTrainer(training.vectors, deltaWords, {
      ...NETWORK_OPTIONS,
      ...training.network,
      seed,
    });
    trainer.train(networkExamples(training.sources), (epoch, loss) =>
      report(`network ${seed}, epoch ${epoch + 1}: loss ${loss.toFixed(4)}`),
    );
    blocks.push(...packNetwork(`network-${seed}`, trainer.network.parameters, deltaWords));
  }
  return packModel(describe(training), blocks);
}

function describe({ sources, seeds, vectors, network }: MentionTraining): Record<string, unknown> {
  return {
    name: 'mention model',
    sources: sources.map(({ name, examples, weights }) => ({ name, examples: examples.length, weights })),
    vectors: vectors.hash,
    linear: LINEAR,
    network: { ...NETWORK_OPTIONS, ...network },
    seeds,
  };
}

/** Trains the linear part alone: minutes less than the networks. */
export function trainLinearPart(sources: readonly TrainingSource[]): LinearPart {
  const all = sources.flatMap(({ examples }) => examples);
  const table = new FeatureTable(
    frequentHashes(
      all.map(({ features }) => features.hashes),
      LEAST_OCCURRENCES,
    ),
  );
  const examples = sources.flatMap((source) =>
    source.examples.map((example) => sparseExample(example, table, source.weights.linear)),
  );
  const model = trainSparse(examples, { ...LINEAR, features: table.hashes.length, classes: CLASS_COUNT });
  return { table, ...model };
}

function sparseExample(
  { features, label }: PreparedExample,
  table: FeatureTable,
  weight: number,
): SparseExample {
  const indices: number[] = [];
  const values: number[] = [];
  features.hashes.forEach((hash, k) => {
    const index = table.indexOf(hash);
    if (index < 0) return;
    indices.push(index);
    values.push(features.values[k] ?? 0);
  });
  return { indices: Uint32Array.from(indices), values: Float32Array.from(values), label, weight };
}

function networkExamples(sources: readonly TrainingSource[]) {
  return sources.flatMap(({ examples, weights }) =>
    examples.map(({ input, label }) => ({
      input,
      goal: Array.from({ length: CLASS_COUNT }, (_, c) => (c === label ? 1 : 0)),
      weight: weights.network,
    })),
  );
}

function frequentWords(sources: readonly TrainingSource[]): DeltaWords {
  const counts = new Map<string, number>();
  for (const { examples } of sources) {
    for (const { input } of examples) {
      for (const word of new Set(input.norms)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const frequent = [...counts].filter(([, count]) => count >= LEAST_OCCURRENCES);
  frequent.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(frequent.slice(0, MOST_DELTA_WORDS).map(([word], index) => [word, index]));
}

import { InputError, type Span, type Token } from '../../article/index.js';
import { damagedFile, logSoftmax, type ModelFile, unpackModel } from '../../learning/index.js';
import type { Resources } from '../../resources/index.js';
import { connotationIndex } from './connotations.js';
import { type LinearPart, type LinearScores, scoreLinear, unpackLinear } from './linear-part.js';
import { type MentionReading, readMention } from './mention-reading.js';
import type { MentionNetwork } from './network.js';
import { NETWORK_BATCH, unpackNetwork } from './network-file.js';
import { CLASS_COUNT } from './network-shape.js';
import { type OccludedPhrase, occlude } from './occlusion.js';
import { candidatePhrases } from './phrases.js';
import { readSentence, type SentenceReading, type WordKnowledge } from './sentence-reading.js';
import { sparseFeatures } from './sparse-features.js';
import { type TokenInputs, tokenInputs } from './token-inputs.js';
import { readWordVectors } from './word-vectors.js';

/** File names in `corpus/models/`. */
export const MODEL_FILE = 'mention-model.bin';
export const VECTORS_FILE = 'word-vectors.bin';

/** A mention to be scored: its sentence and the span of its words there. */
export interface MentionContext {
  readonly sentence: SentenceReading;
  readonly mention: Span;
}

/** Natural logarithms of the probabilities; they add up to 1 before taking logarithms. */
export interface ClassLogProbabilities {
  readonly skeptical: number;
  readonly neutral: number;
  readonly supportive: number;
}

/** What words add to the log-odds of supportive against skeptical; a span of the sentence's text. */
export interface Contribution extends Span {
  readonly weight: number;
}

export interface Explanation {
  readonly logProbabilities: ClassLogProbabilities;
  /** In order of place, without overlap. */
  readonly contributions: readonly Contribution[];
  /** The log-odds minus all contributions: what no words account for. */
  readonly remainder: number;
}

/** A trained model of the stance of a sentence towards one mention in it. */
export interface MentionModel {
  /** SHA-256 of weights and of word vectors. */
  readonly hash: string;
  /** Reads a sentence once for all the mentions in it. */
  readonly read: (tokens: readonly Token[], quotations?: readonly Span[] | null) => SentenceReading;
  /** Null for a mention whose span covers no token of its sentence. */
  readonly score: (contexts: readonly MentionContext[]) => (ClassLogProbabilities | null)[];
  readonly explain: (context: MentionContext) => Explanation | null;
}

interface Parts {
  readonly linear: LinearPart;
  readonly networks: readonly MentionNetwork[];
}

interface Prepared {
  readonly reading: MentionReading;
  readonly input: TokenInputs;
  readonly linear: LinearScores;
}

const models = new WeakMap<Resources, MentionModel>();

/**
 * The trained model of the corpus, loaded at first use. Throws InputError `missing-model` or
 * `damaged-model`, which name the file and the way to mend it.
 */
export function mentionModel(resources: Resources): MentionModel {
  const known = models.get(resources);
  if (known) return known;
  const vectors = readWordVectors(modelFile(resources, VECTORS_FILE));
  const file = modelFile(resources, MODEL_FILE);
  const model = modelFromFile(file, { vectors, connotations: connotationIndex(resources.lexicons) });
  models.set(resources, model);
  return model;
}

/** The model that a file of weights holds. */
export function modelFromFile(file: ModelFile, knowledge: WordKnowledge): MentionModel {
  const names = networkNames(file);
  if (names.length === 0) throw damagedFile(file.name, 'delta-words');
  const parts = {
    linear: unpackLinear(file),
    networks: names.map((name) => unpackNetwork(file, name, knowledge.vectors)),
  };
  return buildModel(parts, knowledge, `${file.hash}-${knowledge.vectors.hash}`);
}

function modelFile(resources: Resources, name: string): ModelFile {
  const bytes = resources.models(name);
  if (bytes) return unpackModel(bytes, name);
  throw new InputError(
    'missing-model',
    `There is no file ${name} in models/ of ${resources.corpus}`,
    'Restore it with `git checkout -- corpus/models`, or train it with `standpoint train stance`.',
  );
}

/** Networks of a model file, in its order: the part before the slash of the blocks of word corrections. */
function networkNames(file: ModelFile): string[] {
  return file.blocks.flatMap(({ name }) =>
    name.endsWith('/delta-words') ? [name.slice(0, name.indexOf('/'))] : [],
  );
}

/** A model from its parts; `hash` names it in results. */
function buildModel(parts: Parts, knowledge: WordKnowledge, hash: string): MentionModel {
  return {
    hash,
    read: (tokens, quotations = null) => readSentence(tokens, knowledge, quotations),
    score: (contexts) => {
      const prepared = contexts.map((context) => prepare(context, parts.linear));
      const logits = scoreAll(
        prepared.flatMap((each) => each ?? []),
        parts,
      );
      let next = 0;
      return prepared.map((each) => (each ? named(logits[next++] ?? new Float64Array(CLASS_COUNT)) : null));
    },
    explain: (context) => {
      const prepared = prepare(context, parts.linear);
      return prepared ? explain(prepared, context, parts) : null;
    },
  };
}

function prepare({ sentence, mention }: MentionContext, linear: LinearPart): Prepared | null {
  const reading = readMention(sentence, mention);
  if (!reading) return null;
  const scores = scoreLinear(linear, sparseFeatures(reading), reading.sentence.length);
  return { reading, input: tokenInputs(reading), linear: scores };
}

/** Log-probabilities of the mean of the members' log-probabilities. */
function scoreAll(prepared: readonly Prepared[], { networks }: Parts): Float64Array[] {
  const sums = prepared.map(({ linear }) => logSoftmax(linear.logits));
  for (const network of networks) {
    for (let at = 0; at < prepared.length; at += NETWORK_BATCH) {
      const batch = prepared.slice(at, at + NETWORK_BATCH);
      const scored = network.score(batch.map(({ input }) => input));
      for (const [k, { logits }] of scored.entries()) addTo(sums[at + k], logSoftmax(logits));
    }
  }
  const members = networks.length + 1;
  return sums.map((sum) => logSoftmax(sum.map((value) => value / members)));
}

function addTo(sum: Float64Array | undefined, values: Float64Array): void {
  if (!sum) return;
  for (let c = 0; c < sum.length; c++) sum[c] = (sum[c] ?? 0) + (values[c] ?? 0);
}

function named([skeptical = 0, neutral = 0, supportive = 0]: ArrayLike<number> &
  Iterable<number>): ClassLogProbabilities {
  return { skeptical, neutral, supportive };
}

/**
 * The linear part is laid out over the words exactly; each network adds for every phrase the change
 * of its log-odds when the phrase is masked. The norms of the softmax cancel out in log-odds, so that
 * those of the whole are the mean of the members'.
 */
function explain(prepared: Prepared, { sentence }: MentionContext, parts: Parts): Explanation {
  const [logits = new Float64Array(CLASS_COUNT)] = scoreAll([prepared], parts);
  const logProbabilities = named(logits);
  const phrases = candidatePhrases(prepared.reading, prepared.linear.byToken);
  const masked = parts.networks.map((network) => occlude(network, prepared.input, phrases));
  const members = parts.networks.length + 1;
  const contributions = phrases.map((phrase, k) => {
    const linear = sumOf(prepared.linear.byToken, phrase);
    const networks = masked.reduce((sum, changes) => sum + (changes[k] ?? 0), 0);
    return { ...spanOf(prepared.reading, sentence, phrase), weight: (linear + networks) / members };
  });
  const explained = contributions.reduce((sum, { weight }) => sum + weight, 0);
  return {
    logProbabilities,
    contributions,
    remainder: logProbabilities.supportive - logProbabilities.skeptical - explained,
  };
}

function sumOf(values: Float64Array, { from, to }: OccludedPhrase): number {
  return values.subarray(from, to).reduce((sum, value) => sum + value, 0);
}

function spanOf(
  { sentence }: MentionReading,
  { tokens }: SentenceReading,
  { from, to }: OccludedPhrase,
): Span {
  const first = tokens[sentence.origins[from] ?? 0];
  const last = tokens[sentence.origins[to - 1] ?? 0];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

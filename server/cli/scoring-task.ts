import { InputError, type Reading, type Target } from '../../analysis/article/index.js';
import { loadResources, type Resources } from '../../analysis/resources/index.js';
import { scoreReading, targetsOf } from '../score-reading.js';
import { type WriteOptions, writeResult } from './writers.js';

/** What every task of one run shares; plain data, so that it reaches a thread. */
export interface RunOptions extends WriteOptions {
  readonly targets: readonly Target[];
  /** Folder laid over the corpus of the package, or null. */
  readonly overlay: string | null;
}

/** An article that could be read but not scored, because its own target cannot be used. */
interface RefusedReading {
  readonly file: string;
  readonly index: number;
  readonly reason: string;
  readonly hint: string;
}

/** What came of one article: its results as written, one for each target. */
export type TaskOutcome = { readonly written: readonly string[] } | { readonly refused: RefusedReading };

/** One batch: some articles and how to score and write them. */
export interface Batch {
  readonly readings: readonly Reading[];
  readonly options: RunOptions;
}

/** Scores and writes the articles of a batch, in order: the work of one thread. */
export default function runBatch({ readings, options }: Batch): TaskOutcome[] {
  const resources = loadResources(options.overlay === null ? {} : { overlay: options.overlay });
  return readings.map((reading) => outcomeOf(reading, options, resources));
}

function outcomeOf(reading: Reading, options: RunOptions, resources: Resources): TaskOutcome {
  const targets = targetsOrRefusal(reading, options, resources);
  if ('refused' in targets) return targets;
  const scored = scoreReading(reading, targets, resources);
  return { written: scored.map((one) => writeResult(one, options)) };
}

function targetsOrRefusal(reading: Reading, { targets }: RunOptions, resources: Resources) {
  try {
    return targetsOf(reading, targets, resources);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { file, index } = reading.article.source;
    return { refused: { file, index, reason: error.message, hint: error.hint } };
  }
}

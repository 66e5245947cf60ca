import { availableParallelism } from 'node:os';
import { InputError, type Reading, type Target } from '../../analysis/article/index.js';
import type { ReadOutcome } from '../../analysis/reading/index.js';
import type { Level } from '../../analysis/report/index.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { openFramed } from './framed-output.js';
import { collectInputs, type InputFile } from './inputs.js';
import { DEFAULT_TARGET } from './options.js';
import { startProgress } from './progress.js';
import { type InputFormat, readInputs } from './readings.js';
import { Refusals } from './refusals.js';
import { scoreAll } from './scoring-pool.js';
import type { RunOptions } from './scoring-task.js';
import { frameOf, type OutputFormat } from './writers.js';

/** What the command line of `analyze` says. */
export interface AnalyzeOptions {
  readonly target?: readonly string[];
  readonly corpus?: string;
  readonly inputFormat: InputFormat;
  readonly format: OutputFormat;
  readonly level?: Level;
  readonly excel?: true;
  readonly out?: string;
  readonly threads?: number;
}

/** Bytes of input from which threads pay for the second that each needs to start. */
const WORTH_THREADS = 4_000_000;

/** More threads are slower than they are of use: each holds the language model. */
const THREADS_BY_DEFAULT = 4;

/** Columns of a terminal where they cannot be asked for. */
const USUAL_WIDTH = 80;

/** Runs `analyze`; resolves to its exit code. Throws InputError before anything is written. */
export async function runAnalyze(paths: readonly string[], options: AnalyzeOptions): Promise<number> {
  checkUsage(options);
  const resources = loadResources(options.corpus ? { overlay: options.corpus } : {});
  const targets = (options.target ?? [DEFAULT_TARGET]).map((ref) => resolveTarget(ref, resources));
  const run = runOptions(options, targets);
  const inputs = await collectInputs(paths);
  const output = await openFramed(options.out, frameOf(run));
  const progress = await startProgress(sizeOf(inputs.files));
  const refusals = new Refusals(progress);
  refusals.addInputs(inputs);
  let done = 0;
  try {
    const { onBytes, onArticle } = progress;
    const outcomes = readInputs(inputs.files, { format: options.inputFormat, resources, onBytes });
    const threads = options.threads ?? threadsFor(sizeOf(inputs.files));
    for await (const outcome of scoreAll(accepted(outcomes, refusals), run, threads)) {
      onArticle();
      if ('refused' in outcome) {
        refusals.add(outcome.refused);
        continue;
      }
      for (const text of outcome.written) await output.write(text);
      done++;
    }
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  } finally {
    progress.stop();
  }
  return refusals.conclude(done, 'analyzed');
}

function checkUsage({ format, level, excel }: AnalyzeOptions): void {
  if (format === 'csv') return;
  const option = level !== undefined ? '--level' : excel ? '--excel' : null;
  if (option === null) return;
  throw new InputError(
    'usage',
    `${option} goes only with --format csv`,
    `Add --format csv, or leave ${option} out.`,
  );
}

function runOptions(options: AnalyzeOptions, targets: readonly Target[]): RunOptions {
  const toTerminal = options.out === undefined && process.stdout.isTTY;
  return {
    format: options.format,
    level: options.level ?? 'paragraphs',
    variant: options.excel ? 'excel' : 'raw',
    width: toTerminal ? process.stdout.columns : USUAL_WIDTH,
    color: toTerminal && !process.env.NO_COLOR,
    targets,
    overlay: options.corpus ?? null,
  };
}

function sizeOf(files: readonly InputFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

function threadsFor(bytes: number): number {
  return bytes < WORTH_THREADS ? 1 : Math.min(THREADS_BY_DEFAULT, availableParallelism());
}

/** The articles among what was read; the rest is named and counted. */
async function* accepted(outcomes: AsyncIterable<ReadOutcome>, refusals: Refusals): AsyncGenerator<Reading> {
  for await (const outcome of outcomes) {
    if (outcome.ok) yield outcome.reading;
    else refusals.add(outcome);
  }
}

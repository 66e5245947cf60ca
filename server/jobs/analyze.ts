import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Correction, PlacedVoice, Reading, Target } from '../../analysis/article/index.js';
import type { ScoredResult } from '../store/index.js';
import { IDLE_THREAD_MS } from './limits.js';
import { isOutOfMemory } from './read-file.js';
import { threadEntry } from './thread-entry.js';

/** An article as it stands, with what a person changed in it. */
export interface CorrectedReading extends Reading {
  /** The corrections of its data that hold; they take part in the provenance. */
  readonly corrections?: readonly Correction[];
  /** Who speaks according to a person, by places in the article as it stands. */
  readonly voices?: readonly PlacedVoice[];
}

/** Articles to annotate and score; plain data, so that it reaches a thread. */
export interface AnalysisTask {
  readonly readings: readonly CorrectedReading[];
  readonly targets: readonly Target[];
  /** Whether targets that an article names itself go before `targets`. */
  readonly ownTargets: boolean;
  /** Folders laid over the corpus of the package. */
  readonly overlay: readonly string[];
}

export interface AnalysisRefusal {
  readonly code: string;
  readonly reason: string;
  readonly hint: string;
}

/** What came of one article; `fault` is the stack of an error that is a bug. */
export type AnalysisOutcome =
  | { readonly scored: readonly ScoredResult[] }
  | { readonly refusal: AnalysisRefusal; readonly fault: string | null };

/** Analyzes in threads, so that the event loop stays free. */
export interface Analyzer {
  readonly threads: number;
  /** The outcomes of the articles, in their order. */
  run(task: AnalysisTask): Promise<AnalysisOutcome[]>;
  /** Has a thread load what it needs, while the first articles are still being read. */
  warm(overlay: readonly string[]): void;
  close(): Promise<void>;
}

/** For 50 articles; the usual batch takes a second or two. */
const TASK_WITHIN_MS = 120_000;
const THREAD_MEMORY_MB = 1024;

export function openAnalyzer(threads: number): Analyzer {
  const { url, execArgv } = threadEntry('analyze-thread');
  const pool = new Piscina({
    filename: fileURLToPath(url),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_THREAD_MS,
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
  });
  const inTurn = turns(threads);
  const run = async (task: AnalysisTask): Promise<AnalysisOutcome[]> => {
    try {
      return await inTurn(() => pool.run(task, { signal: AbortSignal.timeout(TASK_WITHIN_MS) }));
    } catch (error) {
      if (!isLimit(error)) throw error;
      return await alone(task);
    }
  };
  /** One article broke the limits for all of its batch: it is found by running each by itself. */
  const alone = async (task: AnalysisTask): Promise<AnalysisOutcome[]> => {
    if (task.readings.length === 1) return [{ refusal: TOO_MUCH, fault: null }];
    const outcomes: AnalysisOutcome[] = [];
    for (const reading of task.readings) outcomes.push(...(await run({ ...task, readings: [reading] })));
    return outcomes;
  };
  const warm = (overlay: readonly string[]): void => {
    if (pool.threads.length > 0) return;
    const nothing: AnalysisTask = { readings: [], targets: [], ownTargets: false, overlay };
    // Should it fail, the first task fails the same way, and is heard.
    pool.run(nothing).catch(() => undefined);
  };
  return { threads, run, warm, close: () => pool.destroy() };
}

/** At most `count` pieces of work at a time, so that the time limit of a task is not spent in a queue. */
function turns(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

/** Whether a thread was ended because it took too long, or reached its memory limit. */
export function isLimit(error: unknown): boolean {
  return isOutOfMemory(error) || (error instanceof Error && error.name === 'AbortError');
}

const TOO_MUCH: AnalysisRefusal = {
  code: 'took-too-much',
  reason: 'Analyzing this article took more time or memory than allowed.',
  hint: 'Split the text into several articles.',
};

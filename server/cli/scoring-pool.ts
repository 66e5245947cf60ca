import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reading } from '../../analysis/article/index.js';
import runBatch, { type Batch, type RunOptions, type TaskOutcome } from './scoring-task.js';

/** Articles of a batch, and the length of their texts: what a thread gets at a time. */
const BATCH_ARTICLES = 50;
const BATCH_TEXT = 200_000;

/** Batches under way for each thread, so that none waits while the next is read. */
const BATCHES_PER_THREAD = 2;

/** Runs batches; results come back in any order. */
interface Pool {
  run(batch: Batch): Promise<TaskOutcome[]>;
  close(): Promise<void>;
}

/**
 * The outcomes of articles in the order of the articles, whatever the number of threads; at any
 * time only a few batches are in memory.
 */
export async function* scoreAll(
  readings: AsyncIterable<Reading>,
  options: RunOptions,
  threads: number,
): AsyncGenerator<TaskOutcome> {
  const pool = threads === 1 ? inThisThread() : await inThreads(threads);
  const underWay: Promise<TaskOutcome[]>[] = [];
  try {
    for await (const batch of batchesOf(readings, threads === 1 ? 1 : BATCH_ARTICLES)) {
      const outcomes = pool.run({ readings: batch, options });
      // A failure is met when its turn comes; until then it must not count as unhandled.
      outcomes.catch(() => undefined);
      underWay.push(outcomes);
      if (underWay.length >= threads * BATCHES_PER_THREAD) yield* (await underWay.shift()) ?? [];
    }
    for (const outcomes of underWay) yield* await outcomes;
  } finally {
    await pool.close();
  }
}

function inThisThread(): Pool {
  return { run: async (batch) => runBatch(batch), close: async () => undefined };
}

async function inThreads(threads: number): Promise<Pool> {
  const { Piscina } = await import('piscina');
  // The same file whether it runs from source or from dist.
  const filename = new URL(`./scoring-task${extname(fileURLToPath(import.meta.url))}`, import.meta.url).href;
  const piscina = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  return { run: (batch) => piscina.run(batch), close: () => piscina.destroy() };
}

async function* batchesOf(readings: AsyncIterable<Reading>, limit: number): AsyncGenerator<Reading[]> {
  let batch: Reading[] = [];
  let length = 0;
  for await (const reading of readings) {
    batch.push(reading);
    length += reading.article.text.length;
    if (batch.length < limit && length < BATCH_TEXT) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

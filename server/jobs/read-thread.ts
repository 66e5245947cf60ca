import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { type ReadOutcome, readBytes } from '../../analysis/reading/index.js';
import { loadResources } from '../../analysis/resources/index.js';
import { BATCH_ARTICLES, BATCH_TEXT } from './limits.js';
import type { ReadAnswer, ReadRequest } from './read-file.js';

/**
 * The thread that reads files: hostile bytes are parsed here and nowhere else, so that whatever they
 * do, ending the thread ends it. Articles are handed out batch by batch, as they are asked for.
 */
let outcomes: AsyncIterator<ReadOutcome> | undefined;

parentPort?.on('message', async (request: ReadRequest | 'next') => {
  try {
    if (request !== 'next') outcomes = open(request);
    answer(await nextBatch());
  } catch (error) {
    answer({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function answer(message: ReadAnswer): void {
  parentPort?.postMessage(message);
}

function open({ path, file, hints, overlay }: ReadRequest): AsyncIterator<ReadOutcome> {
  const resources = loadResources({ overlay });
  return readBytes({ file, bytes: readFileSync(path), hints }, resources)[Symbol.asyncIterator]();
}

async function nextBatch(): Promise<ReadAnswer> {
  const batch: ReadOutcome[] = [];
  let length = 0;
  while (batch.length < BATCH_ARTICLES && length < BATCH_TEXT) {
    const next = await outcomes?.next();
    if (!next || next.done) return { batch, done: true };
    batch.push(next.value);
    length += next.value.ok ? next.value.reading.article.text.length : 0;
  }
  return { batch, done: false };
}

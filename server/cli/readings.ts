import { InputError, type Reading } from '../../analysis/article/index.js';
import { type ReadOutcome, type Refusal, readBytes } from '../../analysis/reading/index.js';
import type { Resources } from '../../analysis/resources/index.js';
import { type InputFile, reasonOf } from './inputs.js';
import { lineBlocks } from './line-blocks.js';
import type { INPUT_FORMATS } from './options.js';

export type InputFormat = (typeof INPUT_FORMATS)[number];

/** What the reading of files is told. */
export interface ReadOptions {
  readonly format: InputFormat;
  readonly resources: Resources;
  /** Told how many bytes were read, for progress. */
  readonly onBytes: (count: number) => void;
}

const LINES_NAME = /\.(?:jsonl|ndjson)$/i;

/**
 * The articles of files, one after the other, in order; what cannot be read comes out as a refusal
 * and never stops the others.
 */
export async function* readInputs(
  files: readonly InputFile[],
  options: ReadOptions,
): AsyncGenerator<ReadOutcome> {
  for (const input of files) {
    try {
      yield* hasLines(input, options.format) ? readLines(input, options) : readWhole(input, options);
    } catch (error) {
      yield unreadable(input.file, error);
    }
  }
}

function hasLines({ file }: InputFile, format: InputFormat): boolean {
  return format === 'jsonl' || (format === 'auto' && LINES_NAME.test(file));
}

async function* readWhole(input: InputFile, options: ReadOptions): AsyncGenerator<ReadOutcome> {
  const chunks: Buffer[] = [];
  for await (const chunk of input.open() as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    options.onBytes(chunk.length);
  }
  const bytes = Buffer.concat(chunks);
  yield* readBytes({ file: input.file, bytes, format: options.format }, options.resources);
}

/** JSONL block by block; positions are counted on over the blocks. */
async function* readLines(input: InputFile, options: ReadOptions): AsyncGenerator<ReadOutcome> {
  const { file } = input;
  let index = 0;
  for await (const { bytes, linesBefore } of lineBlocks(input.open())) {
    options.onBytes(bytes.length);
    const before = index;
    for await (const outcome of readBytes({ file, bytes, format: 'jsonl' }, options.resources)) {
      yield moved(outcome, before, linesBefore);
      index++;
    }
  }
  if (index === 0) yield* readBytes({ file, bytes: Buffer.alloc(0), format: 'jsonl' }, options.resources);
}

/** An outcome of a block with its position in the whole file. */
function moved(outcome: ReadOutcome, index: number, line: number): ReadOutcome {
  if (outcome.ok) return { ok: true, reading: movedReading(outcome.reading, index) };
  const place = outcome.line === undefined ? {} : { line: outcome.line + line };
  return { ...outcome, index: outcome.index + index, ...place };
}

function movedReading(reading: Reading, by: number): Reading {
  const { article } = reading;
  const { file, index } = article.source;
  const isNumbered = article.recordId === `${file}#${index}`;
  const recordId = isNumbered ? `${file}#${index + by}` : article.recordId;
  return { ...reading, article: { ...article, recordId, source: { file, index: index + by } } };
}

/** A file that the system does not give; every other fault is a bug and goes on. */
function unreadable(file: string, error: unknown): Refusal {
  if (error instanceof InputError) {
    return { ok: false, file, index: 0, code: error.code, reason: error.message, hint: error.hint };
  }
  if (typeof (error as NodeJS.ErrnoException).syscall !== 'string') throw error;
  const hint = 'Check the path and its permissions.';
  return { ok: false, file, index: 0, code: 'unreadable', reason: reasonOf(error), hint };
}

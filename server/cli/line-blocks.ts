import type { Readable } from 'node:stream';
import { InputError } from '../../analysis/article/index.js';

/** Complete lines of a file as they are read together. */
export interface LineBlock {
  readonly bytes: Buffer;
  /** Lines of the file before this block. */
  readonly linesBefore: number;
}

/** Bytes read at a time: a long file never lies in memory as a whole. */
const BLOCK_BYTES = 1 << 20;

/** Bytes after which a line is given up; no article is that long. */
const LONGEST_LINE = 64 << 20;

const LINE_FEED = 0x0a;

/**
 * The lines of a stream in blocks that end at a line end; blocks of white space only are left out.
 * @throws InputError `too-large` where a line has no end in sight.
 */
export async function* lineBlocks(stream: Readable): AsyncGenerator<LineBlock> {
  let pending: Buffer[] = [];
  let size = 0;
  let linesBefore = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    const end = size < BLOCK_BYTES ? -1 : chunk.lastIndexOf(LINE_FEED);
    if (end === -1) {
      pending.push(chunk);
      if (size > LONGEST_LINE) throw endlessLine();
      continue;
    }
    const bytes = Buffer.concat([...pending, chunk.subarray(0, end + 1)]);
    if (!isBlank(bytes)) yield { bytes, linesBefore };
    linesBefore += countLines(bytes);
    pending = [chunk.subarray(end + 1)];
    size = chunk.length - end - 1;
  }
  const rest = Buffer.concat(pending);
  if (!isBlank(rest)) yield { bytes: rest, linesBefore };
}

function endlessLine(): InputError {
  return new InputError(
    'too-large',
    `a line is longer than ${LONGEST_LINE >> 20} MB`,
    'Write one article a line, with a line end after each; is this file JSONL?',
  );
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}

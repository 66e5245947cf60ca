import { InputError } from '../article/index.js';

const MEGABYTE = 1_000_000;

/** Bytes of one article (text, Markdown, HTML, or one JSONL line): the longest novel is a third of it. */
export const MAX_ARTICLE_BYTES = 20 * MEGABYTE;

/** Bytes of a JSONL file: it is decoded line by line, so only the bytes themselves stay in memory. */
export const MAX_JSONL_BYTES = 1_000 * MEGABYTE;

/** Characters of a passage in `dropped` that no reader would put back (menus, lists of links). */
export const MAX_DROPPED_LENGTH = 300;

/** Passages outside the article that are listed one by one; the others are counted. */
export const MAX_DROPPED_OUTSIDE = 60;

/** Refuses bytes beyond a limit, before anything is decoded. */
export function refuseBeyond(size: number, limit: number, what: string): void {
  if (size <= limit) return;
  throw new InputError(
    'too-large',
    `${what} has ${inMegabytes(size)} MB; at most ${inMegabytes(limit)} MB are read.`,
    'Split the file: one article a file, or many articles as JSONL with one article a line.',
  );
}

function inMegabytes(size: number): string {
  return (size / MEGABYTE).toFixed(size < 10 * MEGABYTE ? 1 : 0);
}

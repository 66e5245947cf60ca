import { InputError, type Reading } from '../../article/index.js';
import { MAX_ARTICLE_BYTES } from '../limits.js';
import type { Refusal } from '../outcome.js';
import { readingOf } from './article-line.js';
import type { RecordDecoder } from './decoder.js';
import { asUtf8 } from './encoding.js';

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = /^\uFEFF/u;

/**
 * JSONL: one finished article a line; a line at fault never stops the others. A file that is one
 * JSON document (an article over several lines, or a list of articles) is read as well.
 */
export const jsonl: RecordDecoder = {
  holds: 'records',
  decode: async (bytes, file) => readRecords(await asUtf8(bytes), file),
};

function* readRecords(bytes: Uint8Array, file: string): Generator<Reading | Refusal> {
  const values = wholeDocument(bytes);
  if (values) {
    for (const [index, value] of values.entries()) yield readRecord(() => value, { file, index });
    return;
  }
  let index = 0;
  for (const [line, raw] of linesOf(bytes)) {
    if (isBlank(raw)) continue;
    yield readRecord(() => parse(raw), { file, index, line });
    index++;
  }
}

/** The articles of a file that is one document, or null where its lines are the documents. */
function wholeDocument(bytes: Uint8Array): unknown[] | null {
  const lineEnd = bytes.indexOf(LINE_FEED);
  const first = new TextDecoder().decode(
    bytes.subarray(0, lineEnd < 0 ? bytes.length : Math.min(lineEnd, 100)),
  );
  if (bytes.length > MAX_ARTICLE_BYTES || !/^\s*(?:\[|\{\s*$)/u.test(first)) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(value) ? value : [value];
  } catch {
    // Then its lines are at fault, and each is named.
    return null;
  }
}

interface Place {
  readonly file: string;
  readonly index: number;
  readonly line?: number;
}

function readRecord(parsed: () => unknown, place: Place): Reading | Refusal {
  try {
    return readingOf(parsed(), { file: place.file, index: place.index });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ok: false, ...place, code: error.code, reason: error.message, hint: error.hint };
  }
}

function parse(raw: Uint8Array): unknown {
  if (raw.length > MAX_ARTICLE_BYTES) {
    const limit = MAX_ARTICLE_BYTES / 1_000_000;
    throw new InputError(
      'too-large',
      `The line is longer than ${limit} MB.`,
      'Split it into several articles.',
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    throw new InputError(
      isJson ? 'bad-json' : 'bad-encoding',
      isJson ? `The line is not valid JSON: ${error.message}` : 'The line is not valid UTF-8.',
      'Write one JSON object a line, in UTF-8, with nothing before or after it.',
    );
  }
}

/** Lines are cut as bytes: the whole file as one string could be longer than a string may be. */
function* linesOf(bytes: Uint8Array): Generator<[number, Uint8Array]> {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    yield [line, bytes.subarray(start, end)];
    start = end + 1;
  }
}

function isBlank(raw: Uint8Array): boolean {
  return raw.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

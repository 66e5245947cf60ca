import { createHash } from 'node:crypto';

/** Characters of a shortened hash: 48 bits, no clash among the paragraphs of a sample. */
const HASH_LENGTH = 12;

/** Characters that a cell of Excel holds; what lies behind them is lost when a sheet is saved. */
const CELL_LIMIT = 32_767;

/** An apostrophe keeps a text from running as a formula; some programs drop it, some show it. */
const LEADING_APOSTROPHES = /^['\s]+/u;

/**
 * Hash of the text of a cell as a coder read it: the same after a spreadsheet changed white space,
 * line ends or a leading apostrophe. It begins with a letter, so that no spreadsheet takes it for a number.
 */
export function textHash(cell: string): string {
  const text = cell.slice(0, CELL_LIMIT).replace(LEADING_APOSTROPHES, '').replace(/\s+/gu, ' ').trim();
  return `t${shortHash(text)}`;
}

/** What identifies a sampled paragraph; the run tells the target. */
interface Place {
  readonly articleId: string;
  readonly runId: string;
  readonly ordinal: number;
}

/** The name of a paragraph on a coding sheet; it tells a coder nothing and begins with a letter. */
export function itemId({ articleId, runId, ordinal }: Place): string {
  return `u${shortHash(JSON.stringify([articleId, runId, ordinal]))}`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, HASH_LENGTH);
}

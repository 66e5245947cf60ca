import type { Span } from '../../article/index.js';

/** A word or symbol of a text as names are compared by: hyphens dropped, dots of acronyms removed. */
export interface Word extends Span {
  /** Lower case, without dots ("U.S." is "us"). */
  readonly norm: string;
  /** As printed, without dots. */
  readonly printed: string;
}

const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+|\S/gu;

/** Hyphens and dashes inside names come and go ("US-led", "US led"). */
const HYPHEN = /^[-‐‑–]$/u;

/** The words of a text in order; takes time linear in its length. */
export function scanWords(text: string, offset = 0): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    if (HYPHEN.test(raw)) continue;
    const printed = raw.length > 2 && raw.endsWith('.') ? raw.replaceAll('.', '') : raw;
    const start = offset + match.index;
    words.push({ start, end: start + raw.length, norm: normOf(printed), printed });
  }
  return words;
}

function normOf(printed: string): string {
  return printed === '’' || printed === '‘' ? "'" : printed.toLowerCase();
}

import type { PartOfSpeech, Sentence, Span, TextUnit, Token } from '../article/index.js';
import type { QuotedSpan } from './scan-quotations.js';

/** Tokens `[from, to)`, by their index in the whole text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A quotation in tokens, marks included. */
export interface QuoteRange extends Range {
  readonly quoted: QuotedSpan;
  /** Words between the marks. */
  readonly words: number;
}

/** Where a token stands in respect of quotation marks. */
export const OUTSIDE = 0;
export const OPENING = 1;
export const INSIDE = 2;
export const CLOSING = 3;

/** The tokens of a text in one row, with the sentence, unit and quotation that each lies in. */
export interface Discourse {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Range[];
  readonly units: readonly Range[];
  /** Indices into `sentences` and `units`. */
  readonly sentenceOf: Int32Array;
  readonly unitOf: Int32Array;
  /** Outermost quotations, and for each token the index of its own, or -1. */
  readonly quotes: readonly QuoteRange[];
  readonly quoteOf: Int32Array;
  /** OUTSIDE, OPENING, INSIDE or CLOSING. */
  readonly place: Uint8Array;
}

/** Lays sentences out in one row. Empty units have an empty range. */
export function layOut(
  text: string,
  units: readonly TextUnit[],
  sentences: readonly Sentence[],
  quotations: readonly QuotedSpan[],
): Discourse {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const sentenceOf = new Int32Array(tokens.length);
  const ranges: Range[] = [];
  let at = 0;
  for (const [index, sentence] of sentences.entries()) {
    ranges.push({ from: at, to: at + sentence.tokens.length });
    sentenceOf.fill(index, at, at + sentence.tokens.length);
    at += sentence.tokens.length;
  }
  const unitRanges = units.map((unit) => tokensIn(tokens, unit));
  const unitOf = new Int32Array(tokens.length);
  for (const [index, range] of unitRanges.entries()) unitOf.fill(index, range.from, range.to);
  return {
    text,
    tokens,
    sentences: ranges,
    units: unitRanges,
    sentenceOf,
    unitOf,
    ...quoteRows(tokens, quotations),
  };
}

function quoteRows(tokens: readonly Token[], quotations: readonly QuotedSpan[]) {
  const quoteOf = new Int32Array(tokens.length).fill(-1);
  const place = new Uint8Array(tokens.length);
  const quotes: QuoteRange[] = [];
  for (const quoted of quotations) {
    const range = tokensIn(tokens, quoted.outer);
    if (quoted.nested || range.from >= range.to || quoteOf[range.from] !== -1) continue;
    quoteOf.fill(quotes.length, range.from, range.to);
    place.fill(INSIDE, range.from, range.to);
    place[range.from] = OPENING;
    if (quoted.closed) place[range.to - 1] = CLOSING;
    let words = 0;
    for (let i = range.from; i < range.to; i++) if (isWord(tokens[i])) words++;
    quotes.push({ ...range, quoted, words });
  }
  return { quotes, quoteOf, place };
}

/** The tokens that share at least one character with a span. */
export function tokensIn(tokens: readonly Token[], span: Span): Range {
  const from = firstIndex(tokens, (token) => token.end > span.start);
  const to = firstIndex(tokens, (token) => token.start >= span.end);
  return { from, to: Math.max(from, to) };
}

function firstIndex(tokens: readonly Token[], holds: (token: Token) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token && holds(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isWord(token: Token | undefined): boolean {
  return token !== undefined && token.pos !== 'PUNCT' && token.pos !== 'SYM';
}

/** The normalized form of token `i`, '' beyond the ends. */
export function normAt(discourse: Discourse, i: number): string {
  return discourse.tokens[i]?.norm ?? '';
}

/** The part of speech of token `i`, 'X' beyond the ends. */
export function posAt(discourse: Discourse, i: number): PartOfSpeech {
  return discourse.tokens[i]?.pos ?? 'X';
}

/** OUTSIDE, OPENING, INSIDE or CLOSING; OUTSIDE beyond the ends. */
export function placeAt(discourse: Discourse, i: number): number {
  return discourse.place[i] ?? OUTSIDE;
}

/** The sentence that token `i` lies in. */
export function sentenceAt(discourse: Discourse, i: number): Range {
  return discourse.sentences[discourse.sentenceOf[i] ?? 0] ?? { from: i, to: i };
}

/** The characters from the first to the last token of a range. */
export function spanOf(discourse: Discourse, range: Range): Span {
  const first = discourse.tokens[range.from];
  const last = discourse.tokens[range.to - 1];
  return { start: first?.start ?? 0, end: last?.end ?? first?.start ?? 0 };
}

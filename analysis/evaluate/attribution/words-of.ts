import type { Layers, Span, Token } from '../../article/index.js';
import { type GoldAttribution, type MarkedArticle, PARTS, type Part } from './gold-attributions.js';

/** An attribution as the indices of the tokens that its parts touch, in order. */
export type WordsOfParts = Readonly<Record<Part, readonly number[]>>;

/** One article with the attributions that people marked beside those that were found, over one list of tokens. */
export interface Compared {
  readonly tokens: readonly Token[];
  /** 1 for tokens inside quotations and for their marks. */
  readonly quoted: Uint8Array;
  readonly gold: readonly WordsOfParts[];
  readonly found: readonly WordsOfParts[];
}

/** Lays the attributions of people and program over the tokens of an article. */
export function compared(layers: Layers, gold: NonNullable<MarkedArticle['attributions']>): Compared {
  const tokens = layers.sentences.flatMap((sentence) => sentence.tokens);
  const quoted = new Uint8Array(tokens.length);
  for (const { start, end } of layers.quotations) {
    for (const i of touched(tokens, { start: start - 1, end: end + 1 })) quoted[i] = 1;
  }
  const wordsOf = (attribution: GoldAttribution): WordsOfParts => {
    const [source, cue, content] = PARTS.map((part) => wordsIn(tokens, attribution[part]));
    return { source: source ?? [], cue: cue ?? [], content: content ?? [] };
  };
  return { tokens, quoted, gold: gold.map(wordsOf), found: layers.attributions.map(wordsOf) };
}

function wordsIn(tokens: readonly Token[], spans: readonly Span[]): number[] {
  const indices = new Set(spans.flatMap((span) => touched(tokens, span)));
  return [...indices].sort((a, b) => a - b);
}

/** The tokens that share a character with a span. */
function touched(tokens: readonly Token[], span: Span): number[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  for (let i = low; i < tokens.length && (tokens[i]?.start ?? 0) < span.end; i++) found.push(i);
  return found;
}

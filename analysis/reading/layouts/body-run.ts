import { isText, isParagraph, isSubstantial } from './shapes.js';
import type { Judged } from './layout.js';

/** Points for a paragraph, and more of them for its length in words up to a bound. */
const PARAGRAPH_POINTS = 3;
const WORDS_A_POINT = 40;
const MAX_LENGTH_POINTS = 2;

/** Points for a short sentence, for a line that is no text, and for a line that opens the comments. */
const SENTENCE_POINTS = 1;
const LINE_POINTS = -0.75;
const COMMENTS_POINTS = -5;

/** Lines that may stand between a paragraph above the run (a deck) and the run itself, and below it. */
const MAX_GAP_ABOVE = 8;
const MAX_GAP_BELOW = 4;

/** Where the article's text begins and ends, as indices of its first and last paragraph. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * The stretch of blocks with the most text and the least else (maximum subarray), extended to
 * paragraphs close by: a lost paragraph is worse than a kept caption. Null without any text.
 */
export function findRun(blocks: readonly Judged[]): Run | null {
  let best = { first: 0, last: -1, points: 0 };
  let start = 0;
  let points = 0;
  for (const [at, judged] of blocks.entries()) {
    if (points <= 0) {
      start = at;
      points = 0;
    }
    points += pointsOf(judged);
    if (points > best.points && isText(judged)) best = { first: start, last: at, points };
  }
  if (best.last < 0) return null;
  const first = blocks.findIndex((judged, at) => at >= best.first && isText(judged));
  return { first: extendUp(blocks, first), last: extendDown(blocks, best.last) };
}

function pointsOf(judged: Judged): number {
  if (isParagraph(judged)) {
    return PARAGRAPH_POINTS + Math.min(judged.measures.words / WORDS_A_POINT, MAX_LENGTH_POINTS);
  }
  if (isText(judged)) return SENTENCE_POINTS;
  return judged.verdict?.role === 'comments' ? COMMENTS_POINTS : LINE_POINTS;
}

function extendUp(blocks: readonly Judged[], first: number): number {
  let top = first;
  for (let at = first - 1; at >= 0 && top - at <= MAX_GAP_ABOVE; at--) {
    const judged = blocks[at];
    if (judged && isSubstantial(judged)) top = at;
  }
  return top;
}

function extendDown(blocks: readonly Judged[], last: number): number {
  let bottom = last;
  for (let at = last + 1; at < blocks.length && at - bottom <= MAX_GAP_BELOW; at++) {
    const judged = blocks[at];
    if (!judged || judged.verdict?.role === 'comments') break;
    if (isSubstantial(judged)) bottom = at;
  }
  return bottom;
}

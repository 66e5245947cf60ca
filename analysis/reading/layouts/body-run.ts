import type { Judged } from './layout.js';
import { isParagraph, isSubstantial, isText } from './shapes.js';

/** Points for a paragraph, and more of them for its length in words up to a bound. */
const PARAGRAPH_POINTS = 3;
const WORDS_A_POINT = 40;
const MAX_LENGTH_POINTS = 2;

/**
 * Points for a short sentence, for a line that is no text, one that leads to other pieces, one that opens
 * the comments.
 */
const SENTENCE_POINTS = 1;
const LINE_POINTS = -0.75;
/** Such a line within what the markup shows as content: a cell of a table, an entry of a list. */
const CONTENT_LINE_POINTS = -0.1;
const POINTER_POINTS = -1.5;
const COMMENTS_POINTS = -5;

/** Lines that may stand between a paragraph above the run (a deck) and the run itself, and below it. */
const MAX_GAP_ABOVE = 8;
const MAX_GAP_BELOW = 4;

/** The same above it where markup shows the content: a box of facts may stand below the first paragraph. */
const MAX_GAP_IN_CONTENT = 30;

/** Words of the shortest paragraph that was cut off and is still known as one. */
const MIN_CUT_WORDS = 4;

/** Where the article's text begins and ends, as indices of its first and last paragraph. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * The stretch of blocks with the most text and the least else (maximum subarray), extended to
 * paragraphs close by: a lost paragraph is worse than a kept caption. Null without any text.
 */
export function findRun(blocks: readonly Judged[], marked: boolean): Run | null {
  let best = { first: 0, last: -1, points: 0 };
  let start = 0;
  let points = 0;
  for (const [at, judged] of blocks.entries()) {
    if (points <= 0) {
      start = at;
      points = 0;
    }
    points += pointsOf(judged, marked);
    if (points > best.points && isText(judged)) best = { first: start, last: at, points };
  }
  if (best.last < 0) return null;
  const run = withoutStrays(blocks, best);
  return {
    first: extendUp(blocks, run.first, marked ? MAX_GAP_IN_CONTENT : MAX_GAP_ABOVE),
    last: extendDown(blocks, run.last, marked),
  };
}

/** Short sentences at the ends of the run belong to it only where they touch its other text. */
function withoutStrays(blocks: readonly Judged[], run: Run): Run {
  const texts = blocks.flatMap((judged, at) =>
    at >= run.first && at <= run.last && isText(judged) ? [at] : [],
  );
  const isStray = (at: number | undefined, neighbor: number | undefined) => {
    const judged = at === undefined ? undefined : blocks[at];
    return at !== undefined && neighbor !== undefined && judged?.prose === 1 && Math.abs(at - neighbor) > 1;
  };
  let [start, end] = [0, texts.length - 1];
  while (start < end && isStray(texts[start], texts[start + 1])) start++;
  while (end > start && isStray(texts[end], texts[end - 1])) end--;
  return { first: texts[start] ?? run.first, last: texts[end] ?? run.last };
}

function pointsOf(judged: Judged, marked: boolean): number {
  if (isParagraph(judged)) {
    return PARAGRAPH_POINTS + Math.min(judged.measures.words / WORDS_A_POINT, MAX_LENGTH_POINTS);
  }
  if (isText(judged)) return SENTENCE_POINTS;
  if (judged.verdict?.role === 'comments') return COMMENTS_POINTS;
  if (judged.verdict?.role === 'pointer') return POINTER_POINTS;
  return marked && judged.block.outside === null ? CONTENT_LINE_POINTS : LINE_POINTS;
}

function extendUp(blocks: readonly Judged[], first: number, maxGap: number): number {
  let top = first;
  let gap = 0;
  for (let at = first - 1; at >= 0 && gap < maxGap; at--) {
    const judged = blocks[at];
    if (!judged || judged.block.outside !== null) continue;
    gap++;
    if (!isSubstantial(judged)) continue;
    top = at;
    gap = 0;
  }
  return top;
}

function extendDown(blocks: readonly Judged[], last: number, marked: boolean): number {
  let bottom = last;
  for (let at = last + 1; at < blocks.length && at - bottom <= MAX_GAP_BELOW; at++) {
    const judged = blocks[at];
    if (!judged || judged.verdict?.role === 'comments') break;
    if (isSubstantial(judged)) bottom = at;
  }
  return marked && isCutOff(blocks, bottom + 1) ? bottom + 1 : bottom;
}

/** A page that was not saved to its end breaks off in the middle of its last paragraph. */
function isCutOff(blocks: readonly Judged[], at: number): boolean {
  const judged = blocks[at];
  if (!judged || at + 1 < blocks.length || judged.block.kind !== 'text' || judged.verdict !== null)
    return false;
  return (
    judged.measures.words >= MIN_CUT_WORDS && judged.measures.titleShare < 0.5 && judged.block.linkShare < 0.5
  );
}

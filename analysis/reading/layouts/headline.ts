import { comparable } from '../furniture/index.js';
import { type IsVerb, readByline } from '../metadata/byline.js';
import type { Judged, LayoutContext } from './layout.js';
import { isHeadlineLike, textsFrom } from './shapes.js';

/** Share of capitalized words from which on a line is set in title case. */
const TITLE_CASE = 0.6;

/** Words of the shortest deck without a full stop, and lines that may stand between it and the title. */
const MIN_SENTENCE_DECK = 10;
const MAX_BETWEEN = 8;
const MIN_UPPER_WORDS = 6;

/** Lines above an article that make up its headline: title and decks. */
const MAX_HEADLINE_LINES = 3;

/** Words that each line of a headline of several lines has at least; fewer are a label above it. */
const MIN_STACKED_WORDS = 5;

/** Words of the shortest deck that stands as a line of its own. */
const MIN_DECK_WORDS = 5;

/** Words of the shortest deck that is set as a heading; fewer are the heading of a section. */
const MIN_DECK_HEADING_WORDS = 10;

/** Words of the longest line that is a byline without "By". */
const MAX_SIGNED_WORDS = 8;

/** Indices of title and decks: the stated title, or the lines of headline shape next above the text. */
export function findHeadline(
  blocks: readonly Judged[],
  anchor: number,
  last: number,
  { title, isVerb }: LayoutContext,
  minWords?: number,
): number[] {
  if (title !== null) {
    const wanted = comparable(title);
    const found = blocks.findIndex(({ block }, at) => at <= anchor && comparable(block.text) === wanted);
    return found < 0 ? [] : [found];
  }
  const below = textsFrom(blocks, last + 1);
  const isCandidate = (judged: Judged | undefined): judged is Judged =>
    judged !== undefined &&
    isHeadlineLike(judged, minWords) &&
    !isSigned(judged, isVerb) &&
    !below.has(comparable(judged.block.text));
  const heading = blocks.findIndex(
    (judged, at) => at < anchor && judged.block.level === 1 && isCandidate(judged),
  );
  if (heading >= 0) return [heading];
  let bottom = anchor - 1;
  while (bottom >= 0 && !isCandidate(blocks[bottom])) bottom--;
  if (bottom < 0) return [];
  const upper = titleAbove(blocks, bottom, isCandidate);
  return upper === null ? stackedAbove(blocks, bottom, isCandidate) : [upper, bottom];
}

/** A line of names above the text is its byline, not its title; nor is a line that introduces another. */
function isSigned({ block, measures }: Judged, isVerb: IsVerb): boolean {
  return (
    /^by\s/iu.test(block.text) ||
    block.text.endsWith(':') ||
    (measures.words <= MAX_SIGNED_WORDS && readByline(block.text, isVerb) !== null)
  );
}

/**
 * Where pages set pictures and counters between title and deck: a long line in sentence case next
 * above the text is the deck if a line in title case stands not far above it.
 */
function titleAbove(
  blocks: readonly Judged[],
  bottom: number,
  isCandidate: (judged: Judged | undefined) => boolean,
): number | null {
  const deck = blocks[bottom];
  if (!deck || deck.measures.words < MIN_SENTENCE_DECK || deck.measures.titleShare >= TITLE_CASE) return null;
  for (let at = bottom - 1; at >= 0 && at >= bottom - MAX_BETWEEN; at--) {
    const upper = blocks[at];
    if (!upper || !isCandidate(upper)) continue;
    // "Serving Harrow County since 1891": mottoes of papers are short.
    if (upper.measures.titleShare >= TITLE_CASE && upper.measures.words >= MIN_UPPER_WORDS) return at;
  }
  return null;
}

function stackedAbove(
  blocks: readonly Judged[],
  bottom: number,
  isCandidate: (judged: Judged | undefined) => boolean,
): number[] {
  const lines = [bottom];
  for (let at = bottom - 1; at > bottom - MAX_HEADLINE_LINES; at--) {
    const [upper, lower] = [blocks[at], blocks[at + 1]];
    if (!isCandidate(upper) || (upper?.measures.words ?? 0) < MIN_STACKED_WORDS) break;
    if ((lower?.measures.words ?? 0) < MIN_STACKED_WORDS) break;
    lines.unshift(at);
  }
  return lines;
}

/** Lines set as a summary between title and text are decks, also without a full stop. */
export function linesBetween(blocks: readonly Judged[], title: number, lead: number): number[] {
  const found: number[] = [];
  for (let at = title + 1; at < lead; at++) {
    const judged = blocks[at];
    if (judged && (judged.verdict === null || judged.verdict.role === 'outside') && isSummary(judged))
      found.push(at);
  }
  return found;
}

function isSummary({ block, measures }: Judged): boolean {
  return block.kind === 'heading'
    ? measures.words >= MIN_DECK_HEADING_WORDS
    : block.standfirst && measures.words >= MIN_DECK_WORDS;
}

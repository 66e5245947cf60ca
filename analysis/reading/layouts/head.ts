import { comparable } from '../furniture/index.js';
import { readByline } from '../metadata/byline.js';
import type { Judged, LayoutContext } from './layout.js';
import { isHeadlineLike, isText, textsFrom } from './shapes.js';

/** Paragraphs before the dateline or byline that may be a deck; more of them are the article. */
const MAX_DECKS = 3;

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

/** The blocks that stand above the article's first paragraph, by what they are. */
export interface Head {
  readonly title: number | null;
  readonly decks: ReadonlySet<number>;
  readonly bylines: ReadonlySet<number>;
  /** The first paragraph that is not a deck. */
  readonly lead: number;
}

/** Reads the head of an article whose text begins and ends at the given blocks. */
export function readHead(
  blocks: readonly Judged[],
  run: { readonly first: number; readonly last: number },
  context: LayoutContext,
  minTitleWords?: number,
): Head {
  const texts = firstTexts(blocks, run);
  const bylines = findBylines(blocks, texts);
  const proseDecks = findProseDecks(blocks, texts, bylines, context);
  const lead = texts[proseDecks.length] ?? run.first;
  const byline = bylines.find((at) => at < lead);
  const anchor = Math.min(byline ?? lead, texts[0] ?? lead);
  const lines = findHeadline(blocks, anchor, run.last, context, minTitleWords);
  const [title = null, ...lineDecks] = lines;
  const between = title === null ? [] : linesBetween(blocks, title, lead);
  const signed = findUnprefixedByline(blocks, title, lead);
  return {
    title,
    decks: new Set([...lineDecks, ...proseDecks, ...between]),
    bylines: new Set([...bylines, ...signed]),
    lead,
  };
}

function firstTexts(blocks: readonly Judged[], run: { first: number; last: number }): number[] {
  const texts: number[] = [];
  for (let at = run.first; at <= run.last && texts.length <= MAX_DECKS; at++) {
    const judged = blocks[at];
    if (judged && isText(judged)) texts.push(at);
  }
  return texts;
}

function findBylines(blocks: readonly Judged[], texts: readonly number[]): number[] {
  const until = texts[1] ?? texts[0] ?? blocks.length;
  const found: number[] = [];
  for (let at = 0; at < until; at++) {
    const judged = blocks[at];
    if (judged && canSign(judged) && readByline(judged.block.text)?.prefixed) found.push(at);
  }
  return found;
}

/** A byline may share its line with the date; captions and credits only name someone too. */
function canSign({ prose, verdict }: Judged): boolean {
  return prose < 2 && (verdict === null || verdict.role === 'date' || verdict.role === 'outside');
}

/** A name alone, or with office or place, is a byline where it follows the title. */
function findUnprefixedByline(blocks: readonly Judged[], title: number | null, lead: number): number[] {
  if (title === null) return [];
  for (let at = title + 1; at < lead; at++) {
    const judged = blocks[at];
    if (judged && judged.prose < 2 && canSign(judged) && readByline(judged.block.text)) return [at];
  }
  return [];
}

function findProseDecks(
  blocks: readonly Judged[],
  texts: readonly number[],
  bylines: readonly number[],
  { hasDateline }: LayoutContext,
): number[] {
  const dated = texts.findIndex((at) => hasDateline(blocks[at]?.block.text ?? ''));
  if (dated > 0) return texts.slice(0, dated);
  if (dated === 0) return [];
  const signed = texts.filter((at) => bylines.some((byline) => byline > at) || isDatedBetween(blocks, at, texts[1]));
  if (signed.length > 0) return signed.slice(0, 1);
  const [first, second] = texts.map((at) => blocks[at]?.block);
  return first?.standfirst && second && !second.standfirst ? texts.slice(0, 1) : [];
}

function isDatedBetween(blocks: readonly Judged[], first: number, second: number | undefined): boolean {
  if (second === undefined || second < first) return false;
  return blocks.slice(first + 1, second).some(({ verdict }) => verdict?.role === 'date');
}

/** Indices of title and decks: the stated title, or the lines of headline shape next above the text. */
function findHeadline(
  blocks: readonly Judged[],
  anchor: number,
  last: number,
  { title }: LayoutContext,
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
    !isSigned(judged) &&
    !below.has(comparable(judged.block.text));
  const heading = blocks.findIndex((judged, at) => at < anchor && judged.block.level === 1 && isCandidate(judged));
  if (heading >= 0) return [heading];
  let bottom = anchor - 1;
  while (bottom >= 0 && !isCandidate(blocks[bottom])) bottom--;
  if (bottom < 0) return [];
  return stackedAbove(blocks, bottom, isCandidate);
}

/** A line of names above the text is its byline, not its title; nor is a line that introduces another. */
function isSigned({ block, measures }: Judged): boolean {
  return /^by\s/iu.test(block.text) || block.text.endsWith(':') || (measures.words <= MAX_SIGNED_WORDS && readByline(block.text) !== null);
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
function linesBetween(blocks: readonly Judged[], title: number, lead: number): number[] {
  const found: number[] = [];
  for (let at = title + 1; at < lead; at++) {
    const judged = blocks[at];
    if (judged && (judged.verdict === null || judged.verdict.role === 'outside') && isSummary(judged)) found.push(at);
  }
  return found;
}

function isSummary({ block, measures }: Judged): boolean {
  return block.kind === 'heading' ? measures.words >= MIN_DECK_HEADING_WORDS : block.standfirst && measures.words >= MIN_DECK_WORDS;
}

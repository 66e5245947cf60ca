import { readByline } from '../metadata/byline.js';
import { findHeadline, linesBetween } from './headline.js';
import type { Judged, LayoutContext } from './layout.js';
import { isText } from './shapes.js';

/** Paragraphs before the dateline or byline that may be a deck; more of them are the article. */
const MAX_DECKS = 3;

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
  const signed = findUnprefixedByline(blocks, title, lead, context);
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
function findUnprefixedByline(
  blocks: readonly Judged[],
  title: number | null,
  lead: number,
  { isVerb }: LayoutContext,
): number[] {
  if (title === null) return [];
  for (let at = title + 1; at < lead; at++) {
    const judged = blocks[at];
    if (judged && judged.prose < 2 && canSign(judged) && readByline(judged.block.text, isVerb)) return [at];
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
  const signed = texts.filter(
    (at) => bylines.some((byline) => byline > at) || isDatedBetween(blocks, at, texts[1]),
  );
  if (signed.length > 0) return signed.slice(0, 1);
  const [first, second] = texts.map((at) => blocks[at]?.block);
  return first?.standfirst && second && !second.standfirst ? texts.slice(0, 1) : [];
}

function isDatedBetween(blocks: readonly Judged[], first: number, second: number | undefined): boolean {
  if (second === undefined || second < first) return false;
  return blocks.slice(first + 1, second).some(({ verdict }) => verdict?.role === 'date');
}

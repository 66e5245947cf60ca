import { comparable } from '../furniture/index.js';
import { isTagList } from '../metadata/keywords.js';
import { findRun, type Run } from './body-run.js';
import { type Head, readHead } from './head.js';
import type { Judged, Layout, LayoutContext, Placed } from './layout.js';
import { reasonAbove, reasonBelow } from './leftovers.js';
import { isText } from './shapes.js';

/** Words of the longest subheading that is known by its shape alone; headlines of other pieces are longer. */
const MAX_SUBHEADING_WORDS = 7;

/** Words from which on a line that ends in a colon leads on to what follows. */
const MIN_LEADING_WORDS = 5;

/** Share of a line or list item that may be links before it only leads elsewhere. */
const MAX_ITEM_LINKS = 0.6;

/** An article among the furniture of its page, as it arrives when a whole page is pasted or saved. */
export const webPage: Layout = {
  name: 'web-page',
  fits: () => true,
  arrange: (blocks, context) => {
    const labelled = markRepeated(blocks);
    const run = findRun(labelled, context.marked);
    return run ? arrangeAround(labelled, run, context) : labelled.map(placeWithoutText);
  },
};

/** Where there is no sentence at all, lines that no rule knows are the article. */
function placeWithoutText(judged: Judged): Placed {
  const { verdict } = judged;
  return verdict ? { judged, part: 'dropped', reason: verdict.reason } : { judged, part: 'body', reason: null };
}

function arrangeAround(blocks: readonly Judged[], run: Run, context: LayoutContext): Placed[] {
  const head = readHead(blocks, run, context);
  const comments = blocks.findIndex(({ verdict }, at) => at > run.last && verdict?.role === 'comments');
  return blocks.map((judged, at): Placed => {
    const named = placeInHead(judged, at, head);
    if (named) return named;
    if (at < head.lead) return placeAbove(blocks, at, judged, head, run);
    if (at <= run.last) return placeInside(blocks, at, judged, context);
    return { judged, part: 'dropped', reason: reasonBelow(blocks, at, comments >= 0 && at > comments) };
  });
}

function placeInHead(judged: Judged, at: number, head: Head): Placed | null {
  if (at === head.title) return { judged, part: 'title', reason: null };
  if (head.decks.has(at)) return { judged, part: 'deck', reason: null };
  if (head.bylines.has(at)) return { judged, part: 'byline', reason: 'byline (kept as metadata)' };
  return null;
}

/** The first section of an article may have its subheading, which then stands above the lead. */
function placeAbove(blocks: readonly Judged[], at: number, judged: Judged, head: Head, run: Run): Placed {
  const { block, verdict } = judged;
  const opens = block.kind === 'heading' && verdict === null && at > (head.title ?? -1);
  const isNext = blocks.slice(at + 1, head.lead).every((other) => other.verdict !== null);
  const isLevel = ({ block: other }: Judged) => other.kind === 'heading' && other.level === block.level;
  if (opens && isNext && blocks.slice(head.lead, run.last).some(isLevel)) return { judged, part: 'subheading', reason: null };
  return { judged, part: 'dropped', reason: reasonAbove(judged) };
}

function placeInside(
  blocks: readonly Judged[],
  at: number,
  judged: Judged,
  { marked }: LayoutContext,
): Placed {
  if (judged.verdict) return { judged, part: 'dropped', reason: judged.verdict.reason };
  if (isText(judged) || leadsOn(judged) || isListItem(blocks, at, judged)) return { judged, part: 'body', reason: null };
  if (isSubheading(blocks, at, judged, marked)) return { judged, part: 'subheading', reason: null };
  return { judged, part: 'dropped', reason: reasonInside(judged) };
}

function reasonInside({ block, measures }: Judged): string {
  if (block.kind === 'heading') return 'heading without text below it';
  if (block.kind === 'item') return 'list of links';
  return measures.words > MAX_SUBHEADING_WORDS ? 'caption or link between paragraphs' : 'line between paragraphs';
}

function leadsOn({ block, measures }: Judged): boolean {
  return block.text.endsWith(':') && measures.words >= MIN_LEADING_WORDS && block.kind !== 'heading';
}

/** Items belong to the text where the list follows a sentence and is no list of links. */
function isListItem(blocks: readonly Judged[], at: number, { block, measures }: Judged): boolean {
  if (block.kind !== 'item' || block.linkShare > MAX_ITEM_LINKS || measures.words < 2) return false;
  let above = at - 1;
  while (blocks[above]?.block.kind === 'item') above--;
  const before = blocks[above];
  return before !== undefined && before.verdict === null && (before.prose > 0 || leadsOn(before) || before.block.kind === 'heading');
}

function isSubheading(blocks: readonly Judged[], at: number, judged: Judged, marked: boolean): boolean {
  const next = blocks.slice(at + 1).find(({ verdict }) => verdict === null);
  if (judged.block.linkShare > MAX_ITEM_LINKS && judged.block.kind !== 'heading') return false;
  if (!next || !(isText(next) || leadsOn(next) || next.block.kind === 'item')) return false;
  if (judged.block.kind === 'heading') return true;
  const short = judged.measures.words <= MAX_SUBHEADING_WORDS && judged.measures.letters >= 3;
  if (marked) return short && judged.block.standfirst;
  return short && !isTagList(judged.block.text) && judged.block.pieces.length === 1;
}

/**
 * A line that stands once above the first paragraph and again below the last one is the label of a
 * series or section, not the title: a title is not repeated below its article.
 */
function markRepeated(blocks: readonly Judged[]): Judged[] {
  const first = blocks.findIndex(isText);
  const last = blocks.findLastIndex(isText);
  const above = new Set(blocks.slice(0, Math.max(first, 0)).map(({ block }) => comparable(block.text)));
  const below = new Set(blocks.slice(last + 1).map(({ block }) => comparable(block.text)));
  return blocks.map((judged, at) => {
    const text = comparable(judged.block.text);
    const outside = at < first || at > last;
    const repeated = outside && judged.verdict === null && judged.block.kind !== 'heading' && above.has(text) && below.has(text);
    return repeated ? { ...judged, verdict: { reason: 'label of a story series', role: 'series' } } : judged;
  });
}

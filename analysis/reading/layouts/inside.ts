import { isTagList } from '../metadata/keywords.js';
import type { Judged, LayoutContext, Placed } from './layout.js';
import { isText } from './shapes.js';

/** Words of the longest subheading that is known by its shape alone; headlines of other pieces are longer. */
const MAX_SUBHEADING_WORDS = 7;

/** Set in title case, longer lines than this are headlines of other pieces. */
const MAX_TITLE_CASE_WORDS = 5;
const TITLE_CASE = 0.6;

/** Names of sections that stand before the headline of another piece. */
const SECTION_LABEL =
  /^(?:opinion|analysis|explainer|photos?|in pictures|fact check|profile|timeline|kommentar|hintergrund)\s*:/iu;

/** Words from which on a line that ends in a colon leads on to what follows. */
const MIN_LEADING_WORDS = 5;

/** Share of a line or list item that may be links before it only leads elsewhere. */
const MAX_LINKS = 0.6;

/** What stands around a block between the first and the last paragraph. */
interface Neighbors {
  /** The next block that no rule calls furniture. */
  readonly next: Judged | undefined;
  /** The block above the list that an item is part of. */
  readonly aboveList: Judged | undefined;
}

/** Places the blocks between first and last paragraph: text, subheadings, and what was set in between. */
export function insidePlacer(
  blocks: readonly Judged[],
  { marked }: LayoutContext,
): (judged: Judged, at: number) => Placed {
  const neighbors = neighborsOf(blocks);
  return (judged, at) => {
    if (judged.verdict) return { judged, part: 'dropped', reason: judged.verdict.reason };
    if (SECTION_LABEL.test(judged.block.text) && !judged.measures.fullStop) {
      return { judged, part: 'dropped', reason: 'link to another piece' };
    }
    const around = neighbors[at] ?? { next: undefined, aboveList: undefined };
    if (isText(judged) || leadsOn(judged) || isListItem(judged, around))
      return { judged, part: 'body', reason: null };
    if (isSubheading(judged, around, marked)) return { judged, part: 'subheading', reason: null };
    return { judged, part: 'dropped', reason: reasonInside(judged) };
  };
}

/** One pass in each direction: lists and runs of furniture may be as long as the page. */
function neighborsOf(blocks: readonly Judged[]): Neighbors[] {
  const nexts: (Judged | undefined)[] = [];
  let next: Judged | undefined;
  for (const judged of [...blocks].reverse()) {
    nexts.push(next);
    if (judged.verdict === null) next = judged;
  }
  nexts.reverse();
  let aboveList: Judged | undefined;
  return blocks.map((judged, at): Neighbors => {
    if (judged.block.kind !== 'item') aboveList = judged;
    return { next: nexts[at], aboveList };
  });
}

function reasonInside({ block, measures }: Judged): string {
  if (block.kind === 'heading') return 'heading without text below it';
  if (block.kind === 'item') return 'list of links';
  return measures.words > MAX_SUBHEADING_WORDS
    ? 'caption or link between paragraphs'
    : 'line between paragraphs';
}

function leadsOn({ block, measures }: Judged): boolean {
  return block.text.endsWith(':') && measures.words >= MIN_LEADING_WORDS && block.kind !== 'heading';
}

/** Items belong to the text where the list follows a sentence and is no list of links. */
function isListItem({ block, measures }: Judged, { aboveList }: Neighbors): boolean {
  if (block.kind !== 'item' || block.linkShare > MAX_LINKS || measures.words < 2) return false;
  if (aboveList === undefined || aboveList.verdict !== null) return false;
  return aboveList.prose > 0 || leadsOn(aboveList) || aboveList.block.kind === 'heading';
}

function isSubheading(judged: Judged, { next }: Neighbors, marked: boolean): boolean {
  const { block, measures } = judged;
  if (next === undefined || !(isText(next) || leadsOn(next) || next.block.kind === 'item')) return false;
  if (block.kind === 'heading') return true;
  if (block.linkShare > MAX_LINKS || measures.words > MAX_SUBHEADING_WORDS || measures.letters < 3)
    return false;
  if (marked) return block.standfirst;
  const isHeadline = measures.titleShare >= TITLE_CASE && measures.words > MAX_TITLE_CASE_WORDS;
  return !isHeadline && !isTagList(block.text) && block.pieces.length === 1;
}

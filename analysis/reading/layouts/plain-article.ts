import type { FurnitureRole } from '../furniture/index.js';
import { isTagList } from '../metadata/keywords.js';
import { readHead } from './head.js';
import type { Judged, Layout, LayoutContext, Placed } from './layout.js';
import { reasonAbove, TAG_LIST } from './leftovers.js';
import { isHeadlineLike, isText } from './shapes.js';

/** Share of lines without sentence shape that an article may have: subheadings, verses, short answers. */
const MAX_LINES_SHARE = 0.4;

/** Such lines that any article may have: title, deck, byline. */
const FREE_LINES = 3;

/** Furniture that plain articles carry too: it says something about the article itself. */
const OWN_LINES: ReadonlySet<FurnitureRole> = new Set(['own', 'date', 'keywords', 'caption']);

/** Words of a title that begins a plain article; here nothing else stands above the text. */
const MIN_TITLE_WORDS = 3;

/** Share of capitalized words from which on a line is set like a headline. */
const TITLE_CASE = 0.6;

/** Words of the longest line that is taken for a subheading. */
const MAX_SUBHEADING_WORDS = 12;

/** An article alone, typed or cleaned: everything in it is text of the article. */
export const plainArticle: Layout = {
  name: 'plain-article',
  fits: (blocks, { marked }) => {
    if (marked) return false;
    const foreign = blocks.some(({ verdict }) => verdict !== null && !OWN_LINES.has(verdict.role));
    const lines = blocks.filter((judged) => judged.verdict === null && !isText(judged)).length;
    return (
      !foreign && !endsInHeadlines(blocks) && lines <= Math.max(FREE_LINES, blocks.length * MAX_LINES_SHARE)
    );
  },
  arrange,
};

/** An article does not end in a headline: below it the list of other pieces begins. */
function endsInHeadlines(blocks: readonly Judged[]): boolean {
  const below = blocks.slice(blocks.findLastIndex(isText) + 1);
  return below.some(
    (judged) =>
      (judged.block.kind === 'item' || isHeadlineLike(judged)) && judged.measures.titleShare > TITLE_CASE,
  );
}

function arrange(blocks: readonly Judged[], context: LayoutContext): Placed[] {
  const first = blocks.findIndex(isText);
  if (first < 0) return blocks.map((judged) => place(blocks, judged, -1));
  const head = readHead(blocks, { first, last: blocks.length - 1 }, context, MIN_TITLE_WORDS);
  return blocks.map((judged, at): Placed => {
    if (at === head.title) return { judged, part: 'title', reason: null };
    if (head.decks.has(at)) return { judged, part: 'deck', reason: null };
    if (head.bylines.has(at)) return { judged, part: 'byline', reason: 'byline (kept as metadata)' };
    return isLabel(judged) && at < head.lead
      ? { judged, part: 'dropped', reason: reasonAbove(judged) }
      : place(blocks, judged, at);
  });
}

/** A word or two above the article name its section. */
function isLabel(judged: Judged): boolean {
  return judged.verdict === null && !isText(judged) && judged.measures.words < MIN_TITLE_WORDS;
}

function place(blocks: readonly Judged[], judged: Judged, at: number): Placed {
  if (judged.verdict) return { judged, part: 'dropped', reason: judged.verdict.reason };
  const next = blocks[at + 1];
  if (at > 0 && next === undefined && isTagList(judged.block.text))
    return { judged, part: 'dropped', reason: TAG_LIST };
  const short = judged.measures.words <= MAX_SUBHEADING_WORDS && judged.block.kind !== 'item';
  const subheading = at > 0 && !isText(judged) && short && next !== undefined && isText(next);
  return { judged, part: subheading ? 'subheading' : 'body', reason: null };
}

import { comparable } from '../furniture/index.js';
import { findRun, type Run } from './body-run.js';
import { type Head, readHead } from './head.js';
import { insidePlacer } from './inside.js';
import type { Judged, Layout, LayoutContext, Placed } from './layout.js';
import { reasonAbove, reasonBelow } from './leftovers.js';
import { isText } from './shapes.js';

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
  return verdict
    ? { judged, part: 'dropped', reason: verdict.reason }
    : { judged, part: 'body', reason: null };
}

function arrangeAround(blocks: readonly Judged[], run: Run, context: LayoutContext): Placed[] {
  const head = readHead(blocks, run, context);
  const opening = openingHeading(blocks, head, run);
  const placeInside = insidePlacer(blocks, context);
  const comments = blocks.findIndex(({ verdict }, at) => at > run.last && verdict?.role === 'comments');
  return blocks.map((judged, at): Placed => {
    const named = placeInHead(judged, at, head);
    if (named) return named;
    if (at === opening) return { judged, part: 'subheading', reason: null };
    if (at < head.lead) return { judged, part: 'dropped', reason: reasonAbove(judged) };
    if (at === run.last) return { judged, part: 'body', reason: null };
    if (at < run.last) return placeInside(judged, at);
    return { judged, part: 'dropped', reason: reasonBelow(blocks, at, comments >= 0 && at > comments) };
  });
}

function placeInHead(judged: Judged, at: number, head: Head): Placed | null {
  if (at === head.title) return { judged, part: 'title', reason: null };
  if (head.decks.has(at)) return { judged, part: 'deck', reason: null };
  if (head.bylines.has(at)) return { judged, part: 'byline', reason: 'byline (kept as metadata)' };
  return null;
}

/** Index of the subheading of the article's first section, which stands above the lead; -1 without one. */
function openingHeading(blocks: readonly Judged[], head: Head, run: Run): number {
  const at = blocks.findLastIndex(({ verdict }, index) => index < head.lead && verdict === null);
  const opening = blocks[at]?.block;
  if (opening?.kind !== 'heading' || at <= (head.title ?? -1)) return -1;
  const isLevel = ({ block }: Judged) => block.kind === 'heading' && block.level === opening.level;
  return blocks.slice(head.lead, run.last).some(isLevel) ? at : -1;
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
    const repeated =
      outside &&
      judged.verdict === null &&
      judged.block.kind !== 'heading' &&
      above.has(text) &&
      below.has(text);
    return repeated ? { ...judged, verdict: { reason: 'label of a story series', role: 'series' } } : judged;
  });
}

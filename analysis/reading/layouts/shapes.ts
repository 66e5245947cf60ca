import { comparable } from '../furniture/index.js';
import type { Judged } from './layout.js';

/** Words of a headline, at least where nothing but its shape speaks for it, and at most. */
const MIN_HEADLINE_WORDS = 4;
const MAX_HEADLINE_WORDS = 30;

/** Words below which a sentence beyond the body is a remark of the page. */
const STRAY_WORDS = 12;

/** Whether a block is a paragraph or sentence and no rule says otherwise. */
export function isText({ prose, verdict }: Judged): boolean {
  return prose > 0 && verdict === null;
}

/** Whether it is surely a paragraph. */
export function isParagraph(judged: Judged): boolean {
  return judged.prose === 2 && judged.verdict === null;
}

/** Whether it is a paragraph long enough to count wherever it stands. */
export function isSubstantial(judged: Judged): boolean {
  return isParagraph(judged) && judged.measures.words >= STRAY_WORDS && judged.block.linkShare < 0.5;
}

/** Whether a block has the shape of a headline: a line without a full stop, neither label nor paragraph. */
export function isHeadlineLike({ block, measures, verdict }: Judged, minWords = MIN_HEADLINE_WORDS): boolean {
  if (verdict !== null || block.kind === 'item' || block.kind === 'caption') return false;
  if (block.kind === 'heading') return measures.words >= 1 && measures.words <= MAX_HEADLINE_WORDS;
  if (measures.words < minWords || measures.words > MAX_HEADLINE_WORDS) return false;
  return !measures.fullStop && measures.digitShare < 0.4;
}

/** Texts of the blocks from `from` on, as they compare. */
export function textsFrom(blocks: readonly Judged[], from: number): ReadonlySet<string> {
  return new Set(blocks.slice(from).map(({ block }) => comparable(block.text)));
}

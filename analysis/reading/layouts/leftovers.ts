import { isTagList } from '../metadata/keywords.js';
import type { Judged } from './layout.js';
import { isHeadlineLike, isText } from './shapes.js';

/** The reason for a tag list; such lines become keywords. */
export const TAG_LIST = 'tag list (kept as keywords)';

/** Words of the longest section name or button. */
const MAX_LABEL_WORDS = 4;

/** Why a block above the article was left out. */
export function reasonAbove(judged: Judged): string {
  if (judged.verdict) return judged.verdict.reason;
  if (judged.measures.words <= MAX_LABEL_WORDS) return 'section name or menu';
  return isText(judged) ? 'text above the article' : 'line above the article';
}

/** Why a block below the article was left out; `afterComments` where comments were opened above it. */
export function reasonBelow(blocks: readonly Judged[], at: number, afterComments: boolean): string {
  const judged = blocks[at];
  if (!judged) return 'text below the article';
  if (judged.verdict) return judged.verdict.reason;
  if (isTagList(judged.block.text)) return TAG_LIST;
  if (afterComments) return 'comments';
  if (isText(judged)) return 'text below the article';
  if (isListed(blocks, at)) return 'list of related headlines';
  return isHeadlineLike(judged) ? 'caption or link below the article' : 'label below the article';
}

function isListed(blocks: readonly Judged[], at: number): boolean {
  const listable = (judged: Judged | undefined) =>
    judged !== undefined &&
    judged.verdict === null &&
    (isHeadlineLike(judged) || judged.block.kind === 'item');
  return listable(blocks[at]) && (listable(blocks[at - 1]) || listable(blocks[at + 1]));
}

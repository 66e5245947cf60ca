import type { Dropped } from '../article/index.js';
import type { Judged } from './layouts/index.js';
import { MAX_DROPPED_LENGTH, MAX_DROPPED_OUTSIDE } from './limits.js';
import { OUTSIDE_CONTENT } from './page.js';

/** A block that was left out, with its reason and the ordinal of the unit before which it stood. */
export interface Passage {
  readonly judged: Judged;
  readonly reason: string;
  readonly position: number;
}

/**
 * Passages as the article lists them. What markup sets outside the content is listed up to a number,
 * and menus up to a length: pages with a thousand links would bury what a reader wants to check.
 */
export function listDropped(passages: readonly Passage[]): Dropped[] {
  const listed: Dropped[] = [];
  let outside = 0;
  let more = 0;
  for (const passage of passages) {
    const isOutside = passage.judged.block.outside !== null;
    if (isOutside && outside >= MAX_DROPPED_OUTSIDE) more++;
    else listed.push(toDropped(passage));
    if (isOutside) outside++;
  }
  return more === 0 ? listed : [...listed, { text: `and ${more} more`, reason: OUTSIDE_CONTENT }];
}

function toDropped({ judged, reason, position }: Passage): Dropped {
  const { text } = judged.block;
  if (text.length <= MAX_DROPPED_LENGTH || judged.prose === 2) return { text, reason, position };
  return { text: `${text.slice(0, MAX_DROPPED_LENGTH - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`, reason };
}

import type { Article, TextUnit } from '../article/index.js';
import { listDropped, type Passage } from './dropped.js';
import type { Placed } from './layouts/index.js';

const UNIT_ROLES = { deck: 'deck', body: 'body', subheading: 'subheading' } as const;

/** The text of the placed blocks joined by line ends, its units, and what was left out in between. */
export function compose(placed: readonly Placed[]): Pick<Article, 'text' | 'units' | 'dropped'> {
  const texts: string[] = [];
  const units: TextUnit[] = [];
  const dropped: Passage[] = [];
  let start = 0;
  for (const { judged, part, reason } of placed) {
    const { text } = judged.block;
    if (part === 'title') continue;
    if (part === 'dropped' || part === 'byline') {
      dropped.push({ judged, reason: reason ?? 'not part of the text', position: units.length + 1 });
    } else {
      units.push({ ordinal: units.length + 1, role: UNIT_ROLES[part], start, end: start + text.length });
      texts.push(text);
      start += text.length + 1;
    }
  }
  return { text: texts.join('\n'), units, dropped: listDropped(dropped) };
}

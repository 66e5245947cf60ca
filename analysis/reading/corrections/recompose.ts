import type { Article, TextUnit } from '../../article/index.js';
import { groupText, type PieceGroup } from './pieces.js';

/** What stands between two paragraphs that were not neighbors when they were read. */
const LINE_END = '\n';

/** Text and units made of groups of pieces; what stood around and between the units stays verbatim. */
export function recompose(asRead: Article, groups: readonly PieceGroup[]): Pick<Article, 'text' | 'units'> {
  const units: TextUnit[] = [];
  let text = asRead.text.slice(0, asRead.units[0]?.start ?? 0);
  for (const group of groups) {
    if (units.length > 0) text += gapBefore(asRead, group);
    const start = text.length;
    text += groupText(group);
    units.push({ ordinal: units.length + 1, role: group[0].passage.role, start, end: text.length });
  }
  return { text: text + asRead.text.slice(asRead.units.at(-1)?.end ?? 0), units };
}

function gapBefore({ text, units }: Article, [first]: PieceGroup): string {
  const at =
    first.start === 0 ? units.findIndex(({ ordinal }) => first.passage.passage === `u${ordinal}`) : -1;
  const [previous, unit] = [units[at - 1], units[at]];
  return previous && unit ? text.slice(previous.end, unit.start) : LINE_END;
}

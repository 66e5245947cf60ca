import type { Article, TextUnit } from '../../article/index.js';
import type { PieceGroup } from './pieces.js';
import { type Printed, unitTextOf } from './unit-text.js';

/** What stands between two paragraphs that were not neighbors when they were read. */
const LINE_END = '\n';

/** A text made anew. */
export interface Composition {
  readonly text: string;
  readonly units: readonly TextUnit[];
  /** Where each piece stands in the text. */
  readonly printed: readonly Printed[];
}

/** Text and units made of groups of pieces; what stood around and between the units stays verbatim. */
export function recompose(asRead: Article, groups: readonly PieceGroup[]): Composition {
  const units: TextUnit[] = [];
  const printed: Printed[] = [];
  let text = asRead.text.slice(0, asRead.units[0]?.start ?? 0);
  for (const group of groups) {
    if (units.length > 0) text += gapBefore(asRead, group);
    const start = text.length;
    const unit = unitTextOf(group);
    text += unit.text;
    units.push({ ordinal: units.length + 1, role: group[0].passage.role, start, end: text.length });
    printed.push(...unit.printed.map(({ piece, at }) => ({ piece, at: start + at })));
  }
  return { text: text + asRead.text.slice(asRead.units.at(-1)?.end ?? 0), units, printed };
}

function gapBefore({ text, units }: Article, [first]: PieceGroup): string {
  const at =
    first.start === 0 ? units.findIndex(({ ordinal }) => first.passage.passage === `u${ordinal}`) : -1;
  const [previous, unit] = [units[at - 1], units[at]];
  return previous && unit ? text.slice(previous.end, unit.start) : LINE_END;
}

import type { Article, Passage, UnitRole } from '../../article/index.js';

/** A passage of the article as read that is or could become part of its text. */
export interface PassageText {
  readonly passage: Passage;
  readonly role: UnitRole;
  readonly text: string;
  /** Whether it was read as a unit, and not left out. */
  readonly isUnit: boolean;
  /** Place in the order of the page, from 0. */
  readonly rank: number;
}

/** Units and passages that can be put back, in the order of the page. */
export function passagesOf({ text, units, dropped }: Article): PassageText[] {
  const restorable = dropped.flatMap(({ position, text: words }, index) => {
    if (position === undefined) return [];
    const passage: Passage = `d${index}`;
    return [{ position, passage: { passage, role: 'body' as const, text: words, isUnit: false } }];
  });
  const read = units.map((unit, index) => ({
    position: index + 1,
    passage: {
      passage: `u${unit.ordinal}` as const,
      role: unit.role,
      text: text.slice(unit.start, unit.end),
      isUnit: true,
    },
  }));
  // The sort is stable: passages left out before a unit stay before it, in their own order.
  const inOrder = [...restorable, ...read].sort((a, b) => a.position - b.position);
  return inOrder.map(({ passage }, rank) => ({ ...passage, rank }));
}

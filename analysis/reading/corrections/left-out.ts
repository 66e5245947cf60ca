import type { Article, Dropped, Passage } from '../../article/index.js';
import type { PassageText } from './passages.js';
import type { PieceGroup } from './pieces.js';

/** The reason of a passage in `dropped` that a person left out. */
const LEFT_OUT_BY_HAND = 'left out by hand';

/** A passage that is left out; `rank` is -1 for one that cannot be put back. */
export interface LeftOut {
  readonly passage: Passage;
  readonly text: string;
  readonly reason: string;
  readonly rank: number;
}

/** What reading left out and nobody put back, with what a person left out where it stood. */
export function listLeftOut(
  { dropped }: Article,
  passages: readonly PassageText[],
  standing: readonly PassageText[],
): LeftOut[] {
  const here = new Set(standing.map(({ passage }) => passage));
  const ranks = new Map(passages.map(({ passage, rank }) => [passage, rank]));
  const byHand = passages
    .filter(({ passage, isUnit }) => isUnit && !here.has(passage))
    .map(({ passage, text, rank }) => ({ passage, text, reason: LEFT_OUT_BY_HAND, rank }));
  const listed: LeftOut[] = [];
  for (const [index, { text, reason }] of dropped.entries()) {
    const passage: Passage = `d${index}`;
    const rank = ranks.get(passage) ?? -1;
    while (byHand[0] && byHand[0].rank < rank) listed.push(...byHand.splice(0, 1));
    if (!here.has(passage)) listed.push({ passage, text, reason, rank });
  }
  return [...listed, ...byHand];
}

/** The passage as an article lists it, with its place among the units that the groups make. */
export function toDropped({ text, reason, rank }: LeftOut, groups: readonly PieceGroup[]): Dropped {
  if (rank < 0) return { text, reason };
  const before = groups.filter(([first]) => first.passage.rank < rank);
  return { text, reason, position: before.length + 1 };
}

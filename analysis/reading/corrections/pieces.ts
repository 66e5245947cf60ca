import {
  type Correction,
  type MergeCorrection,
  type Passage,
  type SplitCorrection,
  subjectOf,
  trimSpan,
} from '../../article/index.js';
import type { PassageText } from './passages.js';

/** A stretch of a passage, in code units of the passage as read. */
export interface Piece {
  readonly passage: PassageText;
  readonly start: number;
  readonly end: number;
}

/** Pieces that make one unit, in order; the first gives role and place. */
export type PieceGroup = readonly [Piece, ...Piece[]];

/** What became of the passages that stand in the article. */
export interface Cutting {
  readonly groups: readonly PieceGroup[];
  /** By subject of a split or merge that holds: the piece that begins there. */
  readonly applied: ReadonlyMap<string, Piece>;
}

/** The passages that stand, cut and joined as the corrections say. */
export function cutAndJoin(standing: readonly PassageText[], corrections: readonly Correction[]): Cutting {
  const applied = new Map<string, Piece>();
  const pieces = standing.flatMap((passage) => cut(passage, splitsIn(passage.passage, corrections), applied));
  return { groups: join(pieces, corrections, applied), applied };
}

function splitsIn(passage: Passage, corrections: readonly Correction[]): SplitCorrection[] {
  return corrections
    .filter((correction) => correction.kind === 'split-passage')
    .filter((correction) => correction.passage === passage)
    .sort((a, b) => a.offset - b.offset);
}

/** The passage cut before each offset, without the white space at the cuts. */
function cut(passage: PassageText, splits: readonly SplitCorrection[], applied: Map<string, Piece>): Piece[] {
  const { text } = passage;
  const ends: number[] = [];
  const starts: { readonly start: number; readonly split: SplitCorrection | null }[] = [
    { start: 0, split: null },
  ];
  for (const split of splits) {
    const before = trimSpan(text, { start: starts.at(-1)?.start ?? 0, end: split.offset });
    const after = trimSpan(text, { start: split.offset, end: text.length });
    // Two cuts in one gap are one.
    if (before.start >= before.end || after.start >= after.end) continue;
    ends.push(before.end);
    starts.push({ start: after.start, split });
  }
  return starts.map(({ start, split }, at) => {
    const piece = { passage, start, end: ends[at] ?? text.length };
    if (split) applied.set(subjectOf(split), piece);
    return piece;
  });
}

function join(
  pieces: readonly Piece[],
  corrections: readonly Correction[],
  applied: Map<string, Piece>,
): PieceGroup[] {
  const merges = mergesByPlace(corrections);
  const groups: [Piece, ...Piece[]][] = [];
  for (const piece of pieces) {
    const merge = merges.get(placeOf(piece.passage.passage, piece.start));
    const previous = groups.at(-1);
    if (merge && previous) {
      previous.push(piece);
      applied.set(subjectOf(merge), piece);
    } else groups.push([piece]);
  }
  return groups;
}

function mergesByPlace(corrections: readonly Correction[]): Map<string, MergeCorrection> {
  const merges = corrections.filter((correction) => correction.kind === 'merge-passage');
  return new Map(merges.map((merge) => [placeOf(merge.passage, merge.offset), merge]));
}

function placeOf(passage: Passage, offset: number): string {
  return `${passage}+${offset}`;
}

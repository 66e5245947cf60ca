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

/** What became of the passages, and which corrections took part. */
export interface Cutting {
  /** The passages that stand in the article. */
  readonly groups: readonly PieceGroup[];
  /** Subjects of the corrections that hold. */
  readonly applied: ReadonlySet<string>;
}

/** The passages that stand, cut and joined as the corrections say. */
export function cutAndJoin(standing: readonly PassageText[], corrections: readonly Correction[]): Cutting {
  const applied = new Set<string>();
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
function cut(passage: PassageText, splits: readonly SplitCorrection[], applied: Set<string>): Piece[] {
  const { text } = passage;
  const pieces: Piece[] = [];
  let start = 0;
  for (const split of splits) {
    const before = trimSpan(text, { start, end: split.offset });
    const after = trimSpan(text, { start: split.offset, end: text.length });
    // Two cuts in one gap are one.
    if (before.start === before.end || after.start === after.end) continue;
    pieces.push({ passage, start, end: before.end });
    start = after.start;
    applied.add(subjectOf(split));
  }
  return [...pieces, { passage, start, end: text.length }];
}

function join(
  pieces: readonly Piece[],
  corrections: readonly Correction[],
  applied: Set<string>,
): PieceGroup[] {
  const merges = new Map<string, MergeCorrection>();
  for (const correction of corrections) {
    if (correction.kind === 'merge-passage')
      merges.set(placeOf(correction.passage, correction.offset), correction);
  }
  const groups: [Piece, ...Piece[]][] = [];
  for (const piece of pieces) {
    const merge = merges.get(placeOf(piece.passage.passage, piece.start));
    const previous = groups.at(-1);
    if (merge && previous) {
      previous.push(piece);
      applied.add(subjectOf(merge));
    } else groups.push([piece]);
  }
  return groups;
}

function placeOf(passage: Passage, offset: number): string {
  return `${passage}+${offset}`;
}

/** The text of a unit: one blank where two paragraphs were joined, as read where a cut was closed again. */
export function groupText(group: PieceGroup): string {
  const [first, ...others] = group;
  let text = pieceText(first);
  let last: Piece = first;
  for (const piece of others) {
    text =
      last.passage === piece.passage
        ? text + piece.passage.text.slice(last.end, piece.end)
        : joined(text, pieceText(piece));
    last = piece;
  }
  return text;
}

function pieceText({ passage, start, end }: Piece): string {
  return passage.text.slice(start, end);
}

function joined(before: string, after: string): string {
  const [left, right] = [before.trimEnd(), after.trimStart()];
  return left === '' || right === '' ? left + right : `${left} ${right}`;
}

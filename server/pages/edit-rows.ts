import {
  type AppliedCorrection,
  type CorrectedArticle,
  type CorrectionKind,
  type Passage,
  type Place,
  type UnitRole,
  unitText,
} from '../../analysis/article/index.js';
import { passagesOf } from '../../analysis/reading/index.js';
import { placeOf } from '../../analysis/report/index.js';
import type { StoredArticle } from '../store/index.js';
import { type CorrectionView, correctionView } from './correction-view.js';
import { splitPoints } from './split-points.js';
import { shortened } from './words.js';

/** What the page for editing an article is made of. */
export interface EditContents {
  readonly stored: StoredArticle;
  /** The article with its corrections, and where its units stood when it was read. */
  readonly corrected: CorrectedArticle;
  /** The corrections that hold, in words. */
  readonly applied: readonly AppliedCorrection[];
  /** Names of the outlets of the library. */
  readonly outlets: readonly string[];
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A stretch of the article, or something that was left out of it. */
export type EditRow = UnitRow | LeftOutRow;

interface UnitRow {
  readonly isUnit: true;
  /** Fragment that leads to it. */
  readonly anchor: string;
  /** "Paragraph 3". */
  readonly place: string;
  readonly role: UnitRole;
  readonly text: string;
  /** Where it begins in the article as read. */
  readonly passage: Passage;
  readonly offset: number;
  /** Passages that are left out with it; empty where it cannot be left out. */
  readonly dropped: readonly Passage[];
  /** What goes besides this paragraph when it is left out; empty for nothing. */
  readonly dropNote: string;
  readonly canJoin: boolean;
  /** Where it can be split: `at` counts in the passage as read. */
  readonly points: readonly { readonly at: number; readonly text: string }[];
  readonly corrections: readonly CorrectionView[];
}

interface LeftOutRow {
  readonly isUnit: false;
  readonly anchor: string;
  readonly text: string;
  readonly shortText: string;
  readonly reason: string;
  /** Index among what was left out when the article was read; null where it cannot be put back so. */
  readonly index: number | null;
  /** The correction that left it out; null where reading did. */
  readonly correction: CorrectionView | null;
}

/** Kinds of corrections that the text shows where they are. */
const OF_TEXT: ReadonlySet<CorrectionKind> = new Set(['restore-dropped', 'split-passage', 'merge-passage']);

/** Everything that was read, in the order of the page: what stands, and what does not. */
export function editRows(contents: EditContents): EditRow[] {
  const { stored, corrected } = contents;
  const ranks = new Map(passagesOf(stored.asRead).map(({ passage }, rank) => [passage, rank]));
  const placed = (passage: Passage, offset: number, row: EditRow) => ({
    row,
    // What has no place, since only its beginning was kept, stands at the end.
    rank: ranks.get(passage) ?? ranks.size,
    offset,
  });
  const units = corrected.places
    .filter(({ ordinal }) => ordinal > 0)
    .map((place) => placed(place.passage, place.offset, unitRow(contents, place)));
  const leftOut = corrected.leftOut.map((passage, at) =>
    placed(passage, 0, leftOutRow(contents, passage, at)),
  );
  return [...units, ...leftOut].sort((a, b) => a.rank - b.rank || a.offset - b.offset).map(({ row }) => row);
}

/** Fragment of the address of a place in the article as read. */
export function placeAnchor({ passage, offset }: Pick<Place, 'passage' | 'offset'>): string {
  return offset === 0 ? passage : `${passage}-${offset}`;
}

function unitRow({ corrected, applied }: EditContents, place: Place): UnitRow {
  const { article, places } = corrected;
  const { ordinal, passage, offset } = place;
  const unit = article.units[ordinal - 1];
  if (!unit) throw new Error(`the article has no unit ${ordinal}`);
  const here = applied.filter((one) => one.ordinal === ordinal && OF_TEXT.has(one.kind));
  const joined = joinedTo(passage, here);
  const passages = [passage, ...joined];
  const canDrop = article.units.length > 1 && passages.every((one) => one.startsWith('u'));
  const isPart = places.some((other) => other.ordinal !== ordinal && passages.includes(other.passage));
  const text = unitText(article, unit);
  return {
    isUnit: true,
    anchor: placeAnchor(place),
    place: placeOf(unit),
    role: unit.role,
    text,
    passage,
    offset,
    dropped: canDrop ? passages : [],
    dropNote: isPart ? ', with the other part of it' : '',
    canJoin: ordinal > 1,
    // Offsets count within one passage as it was read: a joined paragraph is first taken apart.
    points:
      joined.length > 0
        ? []
        : splitPoints(text, article.language).map((point) => ({
            at: offset + point.offset,
            text: point.text,
          })),
    corrections: here.map((one) => correctionView(one, article.id)),
  };
}

/** Other passages that were joined to the one that a paragraph begins in. */
function joinedTo(passage: Passage, here: readonly AppliedCorrection[]): Passage[] {
  const joined = here.flatMap(({ correction }) =>
    correction.kind === 'merge-passage' && correction.passage !== passage ? [correction.passage] : [],
  );
  return [...new Set(joined)];
}

function leftOutRow(
  { corrected: { article }, applied }: EditContents,
  passage: Passage,
  at: number,
): LeftOutRow {
  const { text = '', reason = '', position } = article.dropped[at] ?? {};
  const byHand = applied.find(
    ({ correction }) => correction.kind === 'drop-passage' && correction.passage === passage,
  );
  const canReturn = byHand === undefined && position !== undefined;
  return {
    isUnit: false,
    anchor: passage,
    text,
    shortText: shortened(text),
    reason,
    index: canReturn ? Number(passage.slice(1)) : null,
    correction: byHand ? correctionView(byHand, article.id) : null,
  };
}

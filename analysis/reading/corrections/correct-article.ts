import {
  type Article,
  type CorrectedArticle,
  type Correction,
  canonical,
  HEADLINE_PASSAGE,
  InputError,
  isSame,
  ordinalAt,
  type Place,
  subjectOf,
} from '../../article/index.js';
import { textHash } from '../article-id.js';
import { checkCorrection } from './check-correction.js';
import { type LeftOut, listLeftOut, toDropped } from './left-out.js';
import { metadataOf } from './metadata.js';
import { type PassageText, passagesOf } from './passages.js';
import { type Cutting, cutAndJoin, type Piece, type PieceGroup } from './pieces.js';
import { type Composition, recompose } from './recompose.js';

/** An article taken apart and put together again. */
export interface Rebuilt {
  /** One correction of each subject. */
  readonly bySubject: ReadonlyMap<string, Correction>;
  readonly cutting: Cutting;
  readonly composition: Composition;
  readonly leftOut: readonly LeftOut[];
}

/**
 * The article with these corrections, which may come in any order. Without corrections of data it is
 * `asRead` itself. Where two contradict each other, the last in canonical order holds: a library
 * keeps one of a subject (see `subjectOf`).
 * @throws InputError where a correction could never hold (see `checkCorrection`), and
 * `nothing-left` where no paragraph would remain.
 */
export function correctArticle(asRead: Article, corrections: readonly Correction[]): CorrectedArticle {
  const rebuilt = rebuild(asRead, corrections);
  const article = compose(asRead, rebuilt);
  const places = placesOf(article, rebuilt.cutting.groups);
  const ordinals = corrections.map((correction) => ordinalOf(correction, rebuilt, places));
  return {
    article,
    places,
    leftOut: rebuilt.leftOut.map(({ passage }) => passage),
    applied: corrections.map((correction, at) => isApplied(correction, rebuilt, ordinals[at] ?? null)),
    ordinals,
  };
}

/** @throws InputError as above. */
export function rebuild(asRead: Article, corrections: readonly Correction[]): Rebuilt {
  for (const correction of corrections) checkCorrection(asRead, correction);
  const bySubject = new Map(canonical(corrections).map((correction) => [subjectOf(correction), correction]));
  const passages = passagesOf(asRead);
  const standing = passages.filter((passage) => stands(passage, bySubject));
  if (standing.length === 0 && asRead.units.length > 0) throw nothingLeft();
  const cutting = cutAndJoin(standing, [...bySubject.values()]);
  return {
    bySubject,
    cutting,
    composition: recompose(asRead, cutting.groups),
    leftOut: listLeftOut(asRead, passages, standing),
  };
}

function stands({ passage, isUnit }: PassageText, bySubject: ReadonlyMap<string, Correction>): boolean {
  return isUnit ? !bySubject.has(`drop ${passage}`) : bySubject.has(`restore ${passage}`);
}

function nothingLeft(): InputError {
  return new InputError(
    'nothing-left',
    'No paragraph would be left of this article.',
    'Keep at least one paragraph, or delete the article from the library.',
  );
}

function compose(asRead: Article, { bySubject, cutting, composition, leftOut }: Rebuilt): Article {
  const corrections = [...bySubject.values()];
  if (!corrections.some(changesArticle)) return asRead;
  const { text, units } = composition;
  return {
    ...asRead,
    ...metadataOf(corrections),
    textHash: textHash(text),
    text,
    units,
    dropped: leftOut.map((passage) => toDropped(passage, cutting.groups)),
  };
}

function changesArticle({ kind }: Correction): boolean {
  return kind !== 'set-voice' && kind !== 'set-label';
}

function placesOf({ title }: Article, groups: readonly PieceGroup[]): Place[] {
  const headline: Place[] = title === null ? [] : [{ ordinal: 0, passage: HEADLINE_PASSAGE, offset: 0 }];
  const units = groups.map(([first], index) => ({
    ordinal: index + 1,
    passage: first.passage.passage,
    offset: first.start,
  }));
  return [...headline, ...units];
}

/** The unit that a correction is about as the article stands. */
function ordinalOf(
  correction: Correction,
  { cutting: { groups, applied } }: Rebuilt,
  places: readonly Place[],
): number | null {
  const holding = (isMeant: (piece: Piece) => boolean): number | null => {
    const at = groups.findIndex((group) => group.some(isMeant));
    return at < 0 ? null : at + 1;
  };
  switch (correction.kind) {
    case 'set-metadata':
      return correction.field === 'title' ? ordinalAt(places, HEADLINE_PLACE) : null;
    case 'drop-passage':
      return null;
    case 'restore-dropped':
      return holding(({ passage }) => passage.passage === `d${correction.index}`);
    case 'split-passage':
    case 'merge-passage': {
      const begins = applied.get(subjectOf(correction));
      return begins ? holding((piece) => piece === begins) : null;
    }
    case 'set-voice':
    case 'set-label':
      return ordinalAt(places, correction);
  }
}

const HEADLINE_PLACE = { passage: HEADLINE_PASSAGE, offset: 0 };

function isApplied(correction: Correction, { bySubject }: Rebuilt, ordinal: number | null): boolean {
  const chosen = bySubject.get(subjectOf(correction));
  if (!chosen || !isSame(chosen, correction)) return false;
  return correction.kind === 'set-metadata' || correction.kind === 'drop-passage' || ordinal !== null;
}

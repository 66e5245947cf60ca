import {
  type Article,
  type Correction,
  canonical,
  type Dropped,
  HEADLINE_PASSAGE,
  InputError,
  isSame,
  type MetadataField,
  ordinalAt,
  type Passage,
  type Place,
  subjectOf,
} from '../../article/index.js';
import { textHash } from '../article-id.js';
import { checkCorrection } from './check-correction.js';
import { metadataValue } from './metadata-value.js';
import { droppedPassage, type PassageText, passagesOf } from './passages.js';
import { type Cutting, cutAndJoin, type PieceGroup } from './pieces.js';
import { recompose } from './recompose.js';

/** The reason of a passage in `dropped` that a person left out. */
export const LEFT_OUT_BY_HAND = 'left out by hand';

/** An article as it stands after corrections. */
export interface CorrectedArticle {
  /** Under the id of the article as read, by which a library knows it. */
  readonly article: Article;
  /** Where each unit begins in the article as read; the headline first where there is one. */
  readonly places: readonly Place[];
  /** The passages of `article.dropped`, in the same order. */
  readonly leftOut: readonly Passage[];
  /** For each correction given whether its place is there; all are kept. */
  readonly applied: readonly boolean[];
}

/**
 * The article with these corrections, which may come in any order. Without corrections of data it is
 * `asRead` itself. Where two contradict each other, the last in canonical order holds: a library keeps one
 * of a subject (see `subjectOf`).
 * @throws InputError where a correction could never hold (see `checkCorrection`), and
 * `nothing-left` where no paragraph would remain.
 */
export function correctArticle(asRead: Article, corrections: readonly Correction[]): CorrectedArticle {
  for (const correction of corrections) checkCorrection(asRead, correction);
  const bySubject = holding(corrections);
  const effective = [...bySubject.values()];
  const passages = passagesOf(asRead);
  const standing = passages.filter((passage) => stands(passage, bySubject));
  if (standing.length === 0 && passages.length > 0 && asRead.units.length > 0) throw nothingLeft();
  const cutting = cutAndJoin(standing, effective);
  const leftOut = listLeftOut(asRead, passages, bySubject);
  const article = compose(asRead, effective, cutting, leftOut);
  const places = placesOf(article, cutting.groups);
  return {
    article,
    places,
    leftOut: leftOut.map(({ passage }) => passage),
    applied: corrections.map((correction) => holds(correction, bySubject, cutting, places)),
  };
}

/** One correction of each subject. */
function holding(corrections: readonly Correction[]): Map<string, Correction> {
  return new Map(canonical(corrections).map((correction) => [subjectOf(correction), correction]));
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

/** A passage that is left out; `rank` is -1 for one that cannot be put back. */
interface LeftOut {
  readonly passage: Passage;
  readonly text: string;
  readonly reason: string;
  readonly rank: number;
}

/** What reading left out and nobody put back, with what a person left out where it stood. */
function listLeftOut(
  { dropped }: Article,
  passages: readonly PassageText[],
  bySubject: ReadonlyMap<string, Correction>,
): LeftOut[] {
  const ranks = new Map(passages.map(({ passage, rank }) => [passage, rank]));
  const byHand = passages
    .filter((passage) => passage.isUnit && !stands(passage, bySubject))
    .map(({ passage, text, rank }) => ({ passage, text, reason: LEFT_OUT_BY_HAND, rank }));
  const listed: LeftOut[] = [];
  for (const [index, { text, reason }] of dropped.entries()) {
    const passage = droppedPassage(index);
    const rank = ranks.get(passage) ?? -1;
    while (byHand[0] && byHand[0].rank < rank) listed.push(...byHand.splice(0, 1));
    if (!bySubject.has(`restore ${passage}`)) listed.push({ passage, text, reason, rank });
  }
  return [...listed, ...byHand];
}

function compose(
  asRead: Article,
  corrections: readonly Correction[],
  { groups }: Cutting,
  leftOut: readonly LeftOut[],
): Article {
  if (!corrections.some(changesArticle)) return asRead;
  const { text, units } = recompose(asRead, groups);
  return {
    ...asRead,
    ...metadataOf(corrections),
    textHash: textHash(text),
    text,
    units,
    dropped: leftOut.map((passage) => toDropped(passage, groups)),
  };
}

function changesArticle({ kind }: Correction): boolean {
  return kind !== 'set-voice' && kind !== 'set-label';
}

function toDropped({ text, reason, rank }: LeftOut, groups: readonly PieceGroup[]): Dropped {
  if (rank < 0) return { text, reason };
  const before = groups.filter(([first]) => first.passage.rank < rank);
  return { text, reason, position: before.length + 1 };
}

type Metadata = Pick<
  Article,
  'title' | 'titleBasis' | 'outlet' | 'outletBasis' | 'published' | 'publishedBasis' | 'byline'
>;

function metadataOf(corrections: readonly Correction[]): Partial<Metadata> {
  const set = corrections.filter((correction) => correction.kind === 'set-metadata');
  return Object.assign({}, ...set.map(({ field, value }) => SETTERS[field](metadataValue(value))));
}

const SETTERS: Readonly<Record<MetadataField, (value: string | null) => Partial<Metadata>>> = {
  title: (title) => ({ title, titleBasis: title === null ? 'missing' : 'stated' }),
  outlet: (outlet) => ({ outlet, outletBasis: outlet === null ? 'unknown' : 'stated' }),
  published: (published) => ({ published, publishedBasis: published === null ? 'unknown' : 'stated' }),
  byline: (byline) => ({ byline }),
};

function placesOf({ title }: Article, groups: readonly PieceGroup[]): Place[] {
  const headline: Place[] = title === null ? [] : [{ ordinal: 0, passage: HEADLINE_PASSAGE, offset: 0 }];
  const units = groups.map(([first], index) => ({
    ordinal: index + 1,
    passage: first.passage.passage,
    offset: first.start,
  }));
  return [...headline, ...units];
}

function holds(
  correction: Correction,
  bySubject: ReadonlyMap<string, Correction>,
  { applied }: Cutting,
  places: readonly Place[],
): boolean {
  const subject = subjectOf(correction);
  const chosen = bySubject.get(subject);
  if (!chosen || !isSame(chosen, correction)) return false;
  switch (correction.kind) {
    case 'set-metadata':
    case 'drop-passage':
    case 'restore-dropped':
      return true;
    case 'split-passage':
    case 'merge-passage':
      return applied.has(subject);
    case 'set-voice':
    case 'set-label':
      return ordinalAt(places, correction) !== null;
  }
}

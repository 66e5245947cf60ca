import { type Article, type Correction, isSame, subjectOf } from '../../analysis/article/index.js';
import type { KeptCorrection } from '../store/index.js';

/** What a wish is about: a border between paragraphs is one thing, whether it is made or taken away. */
function topicOf(correction: Correction): string {
  const { kind } = correction;
  if (kind === 'split-passage' || kind === 'merge-passage') {
    return `border ${correction.passage}+${correction.offset}`;
  }
  return subjectOf(correction);
}

/** A wish that meets a change which its form did not know of. */
export interface Conflict {
  readonly wanted: Correction;
  /** The newest change of the same subject: made, or taken back where `revertedAt` is set. */
  readonly theirs: KeptCorrection;
}

/** What has to be done so that the article is as wished. */
export interface Plan {
  readonly add: readonly Correction[];
  readonly revert: readonly KeptCorrection[];
  readonly conflicts: readonly Conflict[];
}

/** What is wished for one article at once, and why. */
export interface Wishes {
  readonly corrections: readonly Correction[];
  readonly reason: string;
  /** The revision of the article that they were made from. */
  readonly seen: number;
}

/**
 * Works out what becomes of wishes beside the corrections that the article has. What stands as
 * wished already is left alone.
 */
export function planCorrections(asRead: Article, history: readonly KeptCorrection[], wishes: Wishes): Plan {
  const plans = wishes.corrections.map((wanted) => planOne(asRead, history, wanted, wishes));
  return {
    add: plans.flatMap(({ add }) => add),
    revert: plans.flatMap(({ revert }) => revert),
    conflicts: plans.flatMap(({ conflicts }) => conflicts),
  };
}

function planOne(
  asRead: Article,
  history: readonly KeptCorrection[],
  wanted: Correction,
  { reason, seen }: Wishes,
): Plan {
  const topic = topicOf(wanted);
  const ofSubject = history.filter(({ correction }) => topicOf(correction) === topic);
  const revert = ofSubject.filter(({ revertedAt }) => revertedAt === null);
  const isBack = isAsRead(asRead, wanted) || revert.some((one) => isOpposite(one.correction, wanted));
  const add = isBack ? [] : [wanted];
  if (isDone(revert, add, reason)) return { add: [], revert: [], conflicts: [] };
  const later = ofSubject.filter((one) => lastChange(one) > seen);
  return {
    add,
    revert,
    conflicts: later
      .sort(newestFirst)
      .slice(0, 1)
      .map((theirs) => ({ wanted, theirs })),
  };
}

/** Whether everything stands as wished; another reason for the same is something to keep. */
function isDone(active: readonly KeptCorrection[], add: readonly Correction[], reason: string): boolean {
  const [current, ...others] = active;
  const [wanted] = add;
  if (!current || !wanted || others.length > 0) return !current && !wanted;
  return isSame(current.correction, wanted) && (reason === '' || reason === current.reason);
}

/** What was made in a change stands before what it replaced. */
function newestFirst(a: KeptCorrection, b: KeptCorrection): number {
  return lastChange(b) - lastChange(a) || b.madeRevision - a.madeRevision;
}

/** The change of the article in which a correction was last made or taken back. */
function lastChange({ madeRevision, revertedRevision }: KeptCorrection): number {
  return revertedRevision ?? madeRevision;
}

/** Whether the wish is what was read: then there is nothing to correct. */
function isAsRead(asRead: Article, wanted: Correction): boolean {
  switch (wanted.kind) {
    case 'set-metadata':
      return asRead[wanted.field] === wanted.value;
    case 'set-voice':
      return wanted.to.id === wanted.from;
    default:
      return false;
  }
}

const OPPOSITES: Readonly<Partial<Record<Correction['kind'], Correction['kind']>>> = {
  'split-passage': 'merge-passage',
  'merge-passage': 'split-passage',
};

/** Whether taking the one back is what the other wants. */
function isOpposite(current: Correction, wanted: Correction): boolean {
  return OPPOSITES[current.kind] === wanted.kind;
}

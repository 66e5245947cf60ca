import { formatCount } from '../../analysis/report/index.js';
import { type Change, UNDO_DAYS } from '../store/index.js';
import { momentInWords } from './words.js';

/** A change as the notice at the top of a page and the list of changes show it. */
export interface ChangeNotice {
  readonly id: string;
  readonly text: string;
  /** Address that undoes it; null where it was undone or is final. */
  readonly undoAction: string | null;
}

/** Who made a change, for a sentence. */
export function personInWords(coder: string | null): string {
  return coder ?? 'someone without a name';
}

/** What was done, as a sentence without its end: "3 articles deleted". */
export function changeInWords({ kind, detail }: Change): string {
  const articles = formatCount(detail.articles ?? 0, 'article');
  const study = `“${detail.study?.name ?? ''}”`;
  switch (kind) {
    case 'delete-articles':
      return `${articles} deleted`;
    case 'add-to-study':
      return `${articles} added to the ${detail.created ? 'new ' : ''}study ${study}`;
    case 'remove-from-study':
      return `${articles} taken out of the study ${study}`;
    case 'delete-study':
      return `Study ${study} deleted${detail.articles ? `, with ${articles}` : ''}`;
    case 'delete-sample':
      return `${detail.sample?.name ?? 'Sample'} deleted`;
    case 'remove-sheet':
      return `Coding sheet “${detail.file ?? ''}” taken out of the ${detail.sample?.name ?? 'sample'}`;
    case 'set-country':
      return `Country of ${detail.outlet ?? ''} set to ${detail.to ?? 'unknown'}`;
  }
}

/** What became of a change since: who undid it and when, or that it is final; empty where it stands. */
export function fateInWords({ undoneAt, undoneBy, expiredAt }: Change): string {
  if (undoneAt !== null) return `undone by ${personInWords(undoneBy)} on ${momentInWords(undoneAt)}`;
  if (expiredAt !== null) return `final since ${momentInWords(expiredAt)}, after ${UNDO_DAYS} days`;
  return '';
}

/** The notice of a change that was just made or undone. */
export function changeNotice(change: Change): ChangeNotice {
  const { id, undoneAt, expiredAt } = change;
  const done = changeInWords(change);
  return {
    id,
    text: undoneAt === null ? `${done}.` : `Undone: ${done}.`,
    undoAction: undoneAt === null && expiredAt === null ? undoAction(id) : null,
  };
}

/** Address that undoes a change. */
export function undoAction(id: string): string {
  return `/changes/${encodeURIComponent(id)}/undo`;
}

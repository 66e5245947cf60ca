import { HttpError } from '../errors.js';
import { personInWords } from '../pages/change-words.js';
import { momentInWords } from '../pages/words.js';
import { type Change, UNDO_DAYS } from '../store/index.js';

/** The answer to a request for something that was deleted and can still be brought back. */
export function deleted(what: 'article' | 'study' | 'sample', change: Change): HttpError {
  const message = `This ${what} was deleted by ${personInWords(change.coder)} on ${momentInWords(change.createdAt)}.`;
  const hint = `Undoing the deletion brings it back as it was; that is possible for ${UNDO_DAYS} days.`;
  return new HttpError(404, `deleted-${what}`, message, hint, change.id);
}

import type { Change } from '../store/index.js';
import { changeInWords, fateInWords, personInWords, undoAction } from './change-words.js';
import { momentInWords } from './words.js';

/** A change as programs get it. */
export function toChangeJson(change: Change) {
  const { id, kind, detail, coder, createdAt, undoneAt, undoneBy, expiredAt } = change;
  return {
    id,
    kind,
    text: changeInWords(change),
    articles: detail.articles ?? null,
    study: detail.study?.id ?? null,
    coder,
    at: createdAt,
    undoneAt,
    undoneBy,
    expiredAt,
  };
}

/** The values of the template of the list of changes. */
export function changesPage(changes: readonly Change[]): Record<string, unknown> {
  return {
    changes: changes.map((change) => ({
      id: change.id,
      text: changeInWords(change),
      who: personInWords(change.coder),
      when: momentInWords(change.createdAt),
      isoWhen: change.createdAt.toISOString(),
      fate: fateInWords(change),
      undoAction: fateInWords(change) === '' ? undoAction(change.id) : null,
    })),
  };
}

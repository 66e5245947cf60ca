import { type Article, InputError, type TextUnit } from '../article/index.js';
import { articleId, textHash } from './article-id.js';

/** A new article in which a dropped passage is a body paragraph again, at the place it came from. */
export function restoreDropped(article: Article, droppedIndex: number): Article {
  const passage = article.dropped[droppedIndex];
  if (!passage || passage.position === undefined) throw notRestorable(article, droppedIndex);
  const { position, text: restored } = passage;
  const text = insertAt(article, position, restored);
  return {
    ...article,
    id: articleId({ ...article, text }),
    textHash: textHash(text),
    text,
    units: insertUnit(article, position, restored),
    dropped: article.dropped.flatMap((other, at) =>
      at === droppedIndex ? [] : [moved(other, at > droppedIndex, position)],
    ),
  };
}

function notRestorable(article: Article, index: number): InputError {
  return new InputError(
    'not-restorable',
    `The passage ${index} cannot be put back; the article has ${article.dropped.length} passages that were left out.`,
    'Choose a passage that is listed with its full text.',
  );
}

function insertAt({ text, units }: Article, position: number, restored: string): string {
  const next = units[position - 1];
  if (next) return `${text.slice(0, next.start)}${restored}\n${text.slice(next.start)}`;
  return units.length === 0 ? restored : `${text}\n${restored}`;
}

function insertUnit({ text, units }: Article, position: number, restored: string): TextUnit[] {
  const before = units.slice(0, position - 1);
  const after = units.slice(position - 1);
  const start = after[0]?.start ?? (units.length === 0 ? 0 : text.length + 1);
  const shifted = restored.length + 1;
  return [
    ...before,
    { ordinal: position, role: 'body', start, end: start + restored.length },
    ...after.map((unit) => ({
      ...unit,
      ordinal: unit.ordinal + 1,
      start: unit.start + shifted,
      end: unit.end + shifted,
    })),
  ];
}

/** Passages after the restored one now stand before the unit that follows it. */
function moved<Passage extends { readonly position?: number }>(
  other: Passage,
  isLater: boolean,
  position: number,
): Passage {
  if (other.position === undefined) return other;
  const isBehind = other.position > position || (other.position === position && isLater);
  return isBehind ? { ...other, position: other.position + 1 } : other;
}

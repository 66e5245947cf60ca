import type { Piece, PieceGroup } from './pieces.js';

/** Where words of a passage as read stand in the text of a unit. */
export interface Printed {
  /** The words, in code units of the passage. */
  readonly piece: Piece;
  /** First code unit of the words in the unit. */
  readonly at: number;
}

/** The text of a unit and where its pieces stand in it. */
export interface UnitText {
  readonly text: string;
  readonly printed: readonly Printed[];
}

/**
 * The text that a group of pieces makes: one blank where two paragraphs are joined, as read where a
 * cut was closed again.
 */
export function unitTextOf([first, ...others]: PieceGroup): UnitText {
  let text = pieceText(first);
  const printed: Printed[] = [{ piece: first, at: 0 }];
  let last = first;
  for (const piece of others) {
    const words = pieceText(piece);
    if (piece.passage === last.passage) {
      text += piece.passage.text.slice(last.end, piece.end);
      printed.push({ piece, at: text.length - words.length });
    } else {
      const after = words.trimStart();
      const before = text.trimEnd();
      text = before === '' || after === '' ? before + after : `${before} ${after}`;
      // Where white space was cut off, the words seem to begin that much earlier.
      printed.push({ piece, at: text.length - words.length });
    }
    last = piece;
  }
  return { text, printed };
}

function pieceText({ passage, start, end }: Piece): string {
  return passage.text.slice(start, end);
}

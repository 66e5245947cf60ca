import { collapseSpace } from '../normalize.js';

/** A line of a text file. */
export interface Line {
  /** With single blanks and none at the ends; empty for a blank line. */
  readonly text: string;
  /** The parts between tabs, runs of blanks, bars, bullets and arrows. */
  readonly pieces: readonly string[];
  /** Columns of white space before the first character. */
  readonly indent: number;
}

/** Columns that a tab moves on. */
const TAB_WIDTH = 4;

/** What stands between the entries of a menu. A slash or arrow counts only with blanks around it. */
const SEPARATOR = /\t+|\s{2,}|\s*[|•·‣▸►»›]\s*|\s[/>]\s/u;

/** The lines of a text whose line ends are `\n`. */
export function readLines(text: string): Line[] {
  return text
    .split('\n')
    .map((raw) => ({ text: collapseSpace(raw), pieces: piecesOf(raw), indent: indentOf(raw) }));
}

/** The parts of a line as its separators set them apart; one part where there is none. */
export function piecesOf(raw: string): string[] {
  const trimmed = raw.trim();
  // A long line is a paragraph, and splitting it would only cost time.
  if (trimmed.length > 400) return [collapseSpace(trimmed)];
  return trimmed
    .split(SEPARATOR)
    .map(collapseSpace)
    .filter((piece) => piece !== '');
}

function indentOf(raw: string): number {
  let columns = 0;
  for (const character of raw) {
    if (character === '\t') columns += TAB_WIDTH;
    else if (/\s/u.test(character)) columns++;
    else break;
  }
  return columns;
}

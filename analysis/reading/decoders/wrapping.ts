import type { Line } from './lines.js';

/** The widest column that mail programs and typists wrap at. */
const WIDEST = 130;

/** Share of longer lines from which on lines are paragraphs. */
const MAX_LONGER = 0.1;

/** A line shorter than this share of the width was ended on purpose. */
const FULL_LINE = 0.6;

/** Columns by which a wrapped line may fall short of the word that would still have fitted. */
const SLACK = 4;

/** Blanks by which a first line must be indented beyond the others to begin a paragraph. */
const PARAGRAPH_INDENT = 2;

/** Share of full lines that must be continued in lower case; in wrapped prose it is some 80%. */
const CONTINUED = 0.4;

/** The width that lines were wrapped at, or null where each line stands for itself. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map(lengthOf).filter((length) => length > 0);
  if (lengths.filter((length) => length > WIDEST).length > lengths.length * MAX_LONGER) return null;
  const width = lengths.reduce((most, length) => (length <= WIDEST ? Math.max(most, length) : most), 0);
  let full = 0;
  let continued = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || next.text === '' || lengthOf(line) < width * FULL_LINE) continue;
    full++;
    if (/^\p{Ll}/u.test(next.text) && !endsSentence(line)) continued++;
  }
  return continued > 0 && continued >= full * CONTINUED ? width : null;
}

/** Paragraphs of wrapped lines, each as one line. */
export function joinWrapped(lines: readonly Line[], width: number): Line[] {
  const paragraphs: Line[][] = [];
  let last: Line | null = null;
  for (const line of lines) {
    if (line.text === '') last = null;
    else {
      if (last && continues(last, line, width)) paragraphs.at(-1)?.push(line);
      else paragraphs.push([line]);
      last = line;
    }
  }
  return paragraphs.map(joined);
}

function continues(line: Line, next: Line, width: number): boolean {
  if (next.indent >= line.indent + PARAGRAPH_INDENT) return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  const firstWord = next.text.indexOf(' ');
  const wouldBe = lengthOf(line) + 1 + (firstWord < 0 ? next.text.length : firstWord);
  if (wouldBe > width - SLACK && lengthOf(line) >= width * FULL_LINE) return true;
  return lengthOf(line) >= width * FULL_LINE && !endsSentence(line);
}

function joined(lines: readonly Line[]): Line {
  const [first, ...others] = lines;
  if (!first || others.length === 0) return first ?? { text: '', pieces: [], indent: 0 };
  const text = lines.map((line) => line.text).join(' ');
  return { ...first, text, pieces: [text] };
}

function lengthOf(line: Line): number {
  return line.text === '' ? 0 : line.text.length + line.indent;
}

function endsSentence(line: Line): boolean {
  return /[.!?…:]["'”’»)\]]{0,3}$/u.test(line.text);
}

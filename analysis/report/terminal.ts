// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A text that cannot steer the terminal it is printed on; what would is shown as `\uFFFD`. */
export function printable(text: string): string {
  return text.replace(CONTROL, (character) => (character === '\t' ? ' ' : '\uFFFD'));
}

/** A text on one line of at most `width` characters, cut with an ellipsis. */
export function oneLine(text: string, width: number): string {
  const line = printable(
    text
      .slice(0, width * 4)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
  const characters = Array.from(line);
  return characters.length <= width
    ? line
    : `${characters
        .slice(0, Math.max(0, width - 1))
        .join('')
        .trimEnd()}…`;
}

/** A text broken at blanks into lines of at most `width` characters; longer words stay whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text.replaceAll(/\s+/g, ' ').trim()).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** How a piece of text is emphasized on a terminal with colors. */
type Emphasis = 'bold' | 'dim' | 'supportive' | 'skeptical' | 'mixed' | 'neutral' | 'unrelated';

/** SGR codes; blue against orange is told apart by nearly everyone. */
const CODES: Readonly<Record<Emphasis, string>> = {
  bold: '1',
  dim: '2',
  supportive: '34',
  skeptical: '33',
  mixed: '35',
  neutral: '39',
  unrelated: '2',
};

/** Puts emphasis on texts, or leaves them as they are where colors are off. */
export type Paint = (emphasis: Emphasis, text: string) => string;

/** The paint of a terminal with or without colors. */
export function paintFor(color: boolean): Paint {
  return (emphasis, text) => (color ? `\u001B[${CODES[emphasis]}m${text}\u001B[0m` : text);
}

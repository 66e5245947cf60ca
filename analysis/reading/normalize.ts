/** Soft hyphens, zero-width and bidirectional controls, byte order marks: seen by no reader. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/** Control characters other than line ends and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/gu;

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;

/** Printable ASCII and line feeds: nothing to normalize. */
const PLAIN = /^[\n\t\u0020-\u007E]*$/u;

/** NUL, and halves of surrogate pairs that stand alone: no database and no UTF-8 can hold them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const UNSTORABLE = /[\u0000\uD800-\uDFFF]/gu;

/**
 * Text of a file made uniform: NFC, line ends as `\n`, no invisible or control characters. White
 * space within lines stays, since it tells menus from sentences.
 */
export function normalizeText(text: string): string {
  // Most lines of a page are plain: one look spares them four passes.
  if (PLAIN.test(text)) return text;
  return text.replace(LINE_ENDS, '\n').replace(INVISIBLE, '').replace(CONTROLS, '').normalize('NFC');
}

/** One line or paragraph with each run of white space as one blank and none at the ends. */
export function collapseSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Both: for text that arrives in pieces, as from markup. */
export function normalizeInline(text: string): string {
  return collapseSpace(normalizeText(text));
}

/** Given text, kept verbatim but for what cannot be stored, which becomes U+FFFD; offsets stay. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}

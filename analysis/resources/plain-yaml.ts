import type { DocumentNode, MapEntry } from './document-node.js';

/**
 * Reads the plain YAML that corpus files are written in: mappings, block lists, flow lists of
 * texts, plain and double-quoted texts, folded texts (`>-`), comment lines. The full parser needs
 * 30 times as long, and every start of the program waits for it. Whatever is not sure to be plain
 * makes this reader give up, and the full parser decides.
 * @returns the document, or null where the text is not plain.
 */
export function readPlainYaml(text: string): DocumentNode | null {
  if (NOT_PLAIN.test(text)) return null;
  const cursor = openText(text);
  const first = cursor.lines[0];
  const node = first ? readBlock(cursor, first.indent) : null;
  return cursor.position === cursor.lines.length ? node : null;
}

interface Line {
  readonly number: number;
  /** Blanks before the content. */
  readonly indent: number;
  readonly content: string;
}

interface Cursor {
  /** The lines with content; comments and empty lines are left out. */
  readonly lines: Line[];
  /** Numbers of the lines that hold an indented comment. */
  readonly comments: ReadonlySet<number>;
  position: number;
}

/** Tabs, carriage returns, blanks at line ends, document marks, comments behind a value, lists in lists. */
const NOT_PLAIN = /[\t\r\uFEFF]| $|^(?:---|\.\.\.|%)|\S +#|^ *- +- /m;

const KEY = /^([a-z][a-z0-9-]*):(?: +(\S.*))?$/;

/** A text that YAML takes as it stands: begins with a letter, holds none of its signs. */
const PLAIN_TEXT = /^\p{L}[^:#"[\]{}]*$/u;

const QUOTED_TEXT = /^"([^"\\]+)"$/;

/** Words that YAML reads as a switch or as nothing. */
const NOT_TEXT: ReadonlySet<string> = new Set(['true', 'false', 'null']);

function openText(text: string): Cursor {
  const lines: Line[] = [];
  const comments = new Set<number>();
  text.split('\n').forEach((line, index) => {
    const content = line.trim();
    if (content.startsWith('#')) {
      if (!line.startsWith('#')) comments.add(index + 1);
    } else if (content !== '') {
      lines.push({ number: index + 1, indent: line.length - line.trimStart().length, content });
    }
  });
  return { lines, comments, position: 0 };
}

/** A list or mapping whose entries begin at `indent`. */
function readBlock(cursor: Cursor, indent: number): DocumentNode | null {
  const line = cursor.lines[cursor.position];
  if (line?.indent !== indent) return null;
  return line.content.startsWith('- ') ? readList(cursor, line) : readMap(cursor, line);
}

function readList(cursor: Cursor, first: Line): DocumentNode | null {
  const items: DocumentNode[] = [];
  let line: Line | undefined = first;
  while (line?.indent === first.indent) {
    if (!line.content.startsWith('- ')) return null;
    const item = readItem(cursor, line);
    if (item === null) return null;
    items.push(item);
    line = cursor.lines[cursor.position];
  }
  return { kind: 'list', line: first.number, items };
}

function readItem(cursor: Cursor, line: Line): DocumentNode | null {
  const content = line.content.slice(1).trimStart();
  if (!KEY.test(content)) {
    cursor.position++;
    return textNode(content, line.number);
  }
  // "- key: value" opens a mapping that is indented like its first key.
  const indent = line.indent + line.content.length - content.length;
  const opening = { number: line.number, indent, content };
  cursor.lines[cursor.position] = opening;
  return readMap(cursor, opening);
}

function readMap(cursor: Cursor, first: Line): DocumentNode | null {
  const entries = new Map<string, MapEntry>();
  let line: Line | undefined = first;
  while (line?.indent === first.indent) {
    const [, key, rest] = KEY.exec(line.content) ?? [];
    if (key === undefined || entries.has(key) || NOT_TEXT.has(key)) return null;
    cursor.position++;
    const value = readValue(cursor, rest ?? '', line);
    if (value === null) return null;
    entries.set(key, { line: line.number, value });
    line = cursor.lines[cursor.position];
  }
  return { kind: 'map', line: first.number, entries };
}

/** What stands behind a key: on its line, or deeper on the lines below. */
function readValue(cursor: Cursor, rest: string, key: Line): DocumentNode | null {
  if (rest === '>-') return readFolded(cursor, key);
  if (rest.startsWith('[')) return readFlow(cursor, { ...key, content: rest }, key);
  if (rest !== '') return textNode(rest, key.number);
  const next = cursor.lines[cursor.position];
  if (next === undefined || next.indent <= key.indent) return null;
  if (!next.content.startsWith('[')) return readBlock(cursor, next.indent);
  cursor.position++;
  return readFlow(cursor, next, key);
}

function readFolded(cursor: Cursor, key: Line): DocumentNode | null {
  const first = cursor.lines[cursor.position];
  if (first === undefined || first.indent <= key.indent) return null;
  const parts: string[] = [];
  let line: Line | undefined = first;
  while (line !== undefined && line.indent > key.indent) {
    // A gap or a deeper line would change how the text is folded.
    if (line.indent !== first.indent || line.number !== key.number + 1 + parts.length) return null;
    parts.push(line.content);
    cursor.position++;
    line = cursor.lines[cursor.position];
  }
  // An indented comment behind a folded text belongs to the text.
  if (commentBehind(cursor, key.number + parts.length)) return null;
  return { kind: 'text', line: key.number, text: parts.join(' ') };
}

/** Whether an indented comment stands between a line and the next one with content. */
function commentBehind(cursor: Cursor, number: number): boolean {
  const next = cursor.lines[cursor.position]?.number ?? Number.POSITIVE_INFINITY;
  return [...cursor.comments].some((comment) => comment > number && comment < next);
}

/** `[a, b]` over one line or several, each item on one line. */
function readFlow(cursor: Cursor, opening: Line, key: Line): DocumentNode | null {
  const items: DocumentNode[] = [];
  let line: Line | undefined = { ...opening, content: opening.content.slice(1) };
  while (line !== undefined) {
    const closed = line.content.endsWith(']');
    const inner = closed ? line.content.slice(0, -1) : line.content;
    const next: Line | undefined = cursor.lines[cursor.position];
    const isLast = closed || next?.content === ']';
    if (!addFlowItems(items, inner.trim(), line.number, isLast)) return null;
    if (closed) return { kind: 'list', line: opening.number, items };
    if (next === undefined || next.indent <= key.indent) return null;
    cursor.position++;
    line = next;
  }
  return null;
}

/** Adds the items of one line; only the last line of a flow list may end without a comma. */
function addFlowItems(items: DocumentNode[], inner: string, line: number, isLast: boolean): boolean {
  if (inner === '') return true;
  if (inner.endsWith(',') === isLast) return false;
  for (const piece of (isLast ? inner : inner.slice(0, -1)).split(',')) {
    const item = textNode(piece.trim(), line);
    if (item === null) return false;
    items.push(item);
  }
  return true;
}

function textNode(content: string, line: number): DocumentNode | null {
  const text = PLAIN_TEXT.test(content) ? content : QUOTED_TEXT.exec(content)?.[1];
  if (text === undefined || (text === content && NOT_TEXT.has(text.toLowerCase()))) return null;
  return { kind: 'text', line, text };
}

/** Elements whose source is thrown away before parsing: half of a news page, and none of its text. */
const SILENT = new Set(['script', 'style', 'svg', 'iframe', 'object', 'canvas', 'template']);

/** Attributes that say something about text; the others (handlers, sizes, tracking) are most of a page. */
const TELLING = new Set(
  'id class href rel itemprop property name content datetime pubdate type lang hidden aria-hidden role charset http-equiv dir'.split(
    ' ',
  ),
);

/** Scripts that hold data about the article are kept. */
const LINKED_DATA = 'application/ld+json';

/** Longer tags carry pictures or state in their attributes; they are passed on as they are. */
const MAX_TAG = 4_000;

const TAG_NAME = /<([a-z][a-z0-9:-]*)/iy;
const ATTRIBUTE = /\s+([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/gu;

/**
 * Source without comments, scripts, styles and drawings, and without attributes that say nothing of
 * the text. Parsing and cleaning a document costs time for each node, and what is not there cannot
 * be run by anyone. One pass over the source.
 */
export function withoutSilent(source: string): string {
  const parts: string[] = [];
  let from = 0;
  let at = source.indexOf('<');
  while (at >= 0) {
    const cut = cutAt(source, at);
    if (cut === null) break;
    if (cut.replacement !== null) {
      parts.push(source.slice(from, at), cut.replacement);
      from = cut.end;
    }
    at = source.indexOf('<', cut.end);
  }
  parts.push(source.slice(from));
  return parts.join('');
}

interface Cut {
  readonly end: number;
  /** What stands instead of the source up to `end`; null where it stays. */
  readonly replacement: string | null;
}

/** What becomes of the markup that begins here; null where it never ends and the parser must see to it. */
function cutAt(source: string, at: number): Cut | null {
  if (source.startsWith('<!--', at)) return until(source.indexOf('-->', at + 4), 3, '');
  TAG_NAME.lastIndex = at;
  const name = TAG_NAME.exec(source)?.[1]?.toLowerCase();
  if (name === undefined) return { end: at + 1, replacement: null };
  const end = tagEnd(source, at + name.length + 1);
  if (end < 0) return null;
  const tag = source.slice(at, end);
  if (SILENT.has(name) && !tag.endsWith('/>')) {
    const close = closeTag(source, name, end);
    if (close < 0) return null;
    const after = source.indexOf('>', close);
    if (tag.includes(LINKED_DATA)) return { end: close, replacement: null };
    return until(after, 1, ' ');
  }
  return { end, replacement: tag.length > MAX_TAG || !tag.includes('=') ? null : tellingTag(tag) };
}

function until(found: number, length: number, replacement: string): Cut | null {
  return found < 0 ? null : { end: found + length, replacement };
}

const [GREATER, DOUBLE, SINGLE] = [0x3e, 0x22, 0x27];

/** The end of a tag: the first `>` outside quotation marks, or -1. */
function tagEnd(source: string, from: number): number {
  let quote = 0;
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === GREATER) return at + 1;
    else if (code === DOUBLE || code === SINGLE) quote = code;
  }
  return -1;
}

/** Where the end tag of an element begins, in either case, or -1. */
function closeTag(source: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'giu');
  close.lastIndex = from;
  return close.exec(source)?.index ?? -1;
}

function tellingTag(tag: string): string {
  return tag.replace(ATTRIBUTE, (attribute, name: string) => {
    const lower = name.toLowerCase();
    return TELLING.has(lower) || (lower === 'style' && attribute.includes('none')) ? attribute : '';
  });
}

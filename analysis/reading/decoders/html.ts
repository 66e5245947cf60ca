import type { Block, Page } from '../page.js';
import type { PageDecoder } from './decoder.js';
import { type DomDocument, type DomElement, isElement } from './dom.js';
import { decodeText } from './encoding.js';
import { alignContent } from './html-alignment.js';
import { blocksOf } from './html-blocks.js';
import { readMetadata } from './html-metadata.js';
import { withoutSilent } from './html-source.js';

/** Bytes in which pages declare their encoding (HTML standard: the first 1024). */
const DECLARATION = 2_048;

/** Words of sentences below which the extracted content is doubted, if the page holds many more. */
const MIN_CONTENT_WORDS = 80;
const MIN_SHARE = 0.4;

/** Words from which on a block counts as a sentence in that comparison. */
const SENTENCE_WORDS = 12;

/** A saved web page: Readability finds the content; all else of the page is kept as left out. */
export const html: PageDecoder = {
  holds: 'page',
  decode: async (bytes) => htmlPage(await decodeText(bytes, declaredEncoding(bytes))),
};

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})/iu.exec(start)?.[1] ?? null;
}

/** The parser takes a document to begin with `html`; fragments and old pages leave it out. */
function wholeDocument(source: string): string {
  if (/<html[\s>]/iu.test(source)) return source;
  return /<body[\s>]/iu.test(source) ? `<html>${source}</html>` : `<html><body>${source}</body></html>`;
}

/** The blocks of a page in page order; those outside the content say so. */
export async function htmlPage(source: string): Promise<Page> {
  const { parseHTML } = await import('linkedom');
  const document: DomDocument = parseHTML(wholeDocument(withoutSilent(source))).document;
  const stated = readMetadata(document);
  const all = blocksOf(document.body ?? document);
  prune(document);
  const { content, byline } = await extractContent(document);
  const blocks = content === null || isPoor(content, all) ? all : alignContent(all, content);
  return { blocks, stated: { ...stated, byline: stated.byline ?? byline }, marked: true };
}

/** Elements that never hold an article; without them the extraction has a third less to weigh. */
const NEVER_CONTENT = 'nav, button, select, noscript, dialog';

function prune(document: DomDocument): void {
  for (const element of document.querySelectorAll(NEVER_CONTENT)) element.remove();
}

/** Nesting and elements beyond which extraction, whose time grows faster than they do, is not tried. */
const MAX_EXTRACT_DEPTH = 150;
const MAX_EXTRACT_ELEMENTS = 60_000;

/** Whether elements are nested deeper than the limit; read without recursion. */
function isTooDeep(root: DomElement): boolean {
  const open: (readonly [DomElement, number])[] = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [element, depth] = next;
    if (depth > MAX_EXTRACT_DEPTH) return true;
    for (const child of element.childNodes) if (isElement(child)) open.push([child, depth + 1]);
  }
  return false;
}

interface Extract {
  readonly content: Block[] | null;
  readonly byline: string | null;
}

/** The blocks that Readability takes for the article, or null. It rewrites the document it is given. */
async function extractContent(document: DomDocument): Promise<Extract> {
  const root = document.documentElement;
  if (root === null || isTooDeep(root)) return { content: null, byline: null };
  const { Readability } = await import('@mozilla/readability');
  try {
    const reader = new Readability<DomElement>(document as never, {
      keepClasses: true,
      disableJSONLD: true,
      maxElemsToParse: MAX_EXTRACT_ELEMENTS,
      serializer: (node: unknown) => node as DomElement,
    });
    const article = reader.parse();
    return { content: article?.content ? blocksOf(article.content) : null, byline: article?.byline ?? null };
  } catch {
    // Documents without body or with markup it does not expect: the whole page is read instead.
    return { content: null, byline: null };
  }
}

function isPoor(content: readonly Block[], all: readonly Block[]): boolean {
  const words = (blocks: readonly Block[]) =>
    blocks
      .map(({ text }) => text.split(' ').length)
      .filter((count) => count >= SENTENCE_WORDS)
      .reduce((sum, count) => sum + count, 0);
  return words(content) < Math.min(MIN_CONTENT_WORDS, words(all) * MIN_SHARE);
}

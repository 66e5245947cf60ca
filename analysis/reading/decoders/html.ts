import { comparable } from '../furniture/index.js';
import { type Block, type Page } from '../page.js';
import type { PageDecoder } from './decoder.js';
import type { DomDocument, DomElement } from './dom.js';
import { decodeText } from './encoding.js';
import { blocksOf } from './html-blocks.js';
import { readMetadata } from './html-metadata.js';
import { withoutSilent } from './html-source.js';

/** Bytes in which pages declare their encoding (HTML standard: the first 1024). */
const DECLARATION = 2_048;

/** Share of the page's sentences that the extracted content must hold to be believed. */
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

/** The blocks of a page in page order; those outside the content say so. */
export async function htmlPage(source: string): Promise<Page> {
  const { parseHTML } = await import('linkedom');
  const document: DomDocument = parseHTML(withoutSilent(source)).document;
  const stated = readMetadata(document);
  const all = blocksOf(document.body ?? document);
  const { content, byline } = await extractContent(document);
  const blocks = content === null || isPoor(content, all) ? all : merge(all, content);
  return { blocks, stated: { ...stated, byline: stated.byline ?? byline }, marked: true };
}

interface Extract {
  readonly content: Block[] | null;
  readonly byline: string | null;
}

/** The blocks that Readability takes for the article, or null. It rewrites the document it is given. */
async function extractContent(document: DomDocument): Promise<Extract> {
  const { Readability } = await import('@mozilla/readability');
  try {
    const reader = new Readability<DomElement>(document as never, {
      keepClasses: true,
      disableJSONLD: true,
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
    blocks.map(({ text }) => text.split(' ').length).filter((count) => count >= SENTENCE_WORDS).reduce((sum, count) => sum + count, 0);
  return words(content) < words(all) * MIN_SHARE;
}

/**
 * Content in its own order, with the blocks of the page that it left out in between, at the places
 * where they stood.
 */
function merge(all: readonly Block[], content: readonly Block[]): Block[] {
  const wanted = new Set(content.map(({ text }) => text));
  const kept = content.map(({ text }) => comparable(text)).join('\n');
  const merged: Block[] = [];
  let next = 0;
  for (const block of all) {
    if (wanted.has(block.text)) {
      // Up to and including this block; blocks that the page shows in another order come along.
      const at = content.findIndex(({ text }, index) => index >= next && text === block.text);
      if (at >= 0) {
        merged.push(...content.slice(next, at + 1));
        next = at + 1;
      }
    } else if (!isPartOf(block, kept)) merged.push({ ...block, outside: block.outside ?? 'outside the content of the page' });
  }
  return [...merged, ...content.slice(next)];
}

/** Content may join or split the lines of a page; their text is there all the same. */
function isPartOf({ text }: Block, kept: string): boolean {
  return text.length > 40 && kept.includes(comparable(text));
}

import { normalizeText } from '../normalize.js';
import { type Block, NOTHING_STATED, type Page, plainBlock } from '../page.js';
import type { PageDecoder } from './decoder.js';
import { decodeText } from './encoding.js';
import { type Line, readLines } from './lines.js';
import { joinWrapped, wrapWidth } from './wrapping.js';

/** Plain text: typed, pasted from a page, or hard-wrapped as in mail. */
export const text: PageDecoder = {
  holds: 'page',
  decode: async (bytes) => textPage(await decodeText(bytes)),
};

/** The blocks of a plain text: one for each line, or one for each paragraph where lines are wrapped. */
export function textPage(content: string): Page {
  const lines = readLines(normalizeText(content));
  const width = wrapWidth(lines);
  const paragraphs = width === null ? lines.filter((line) => line.text !== '') : joinWrapped(lines, width);
  return { blocks: paragraphs.map(toBlock), stated: NOTHING_STATED, marked: false };
}

/** Bullets as people type them at the start of a line. */
const BULLET = /^(?:[-*•·‣▪–—]|\d{1,2}[.)])\s+(?=\S)/u;

function toBlock({ text: line, pieces }: Line): Block {
  return plainBlock(line, { kind: BULLET.test(line) ? 'item' : 'text', pieces });
}

import { type Block, OUTSIDE_CONTENT } from '../page.js';

/** The text of extracted content without white space, and where its blocks begin in it. */
interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  /** Starts of the blocks with a given text, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/**
 * The blocks of a page in page order, those that the extracted content lacks marked as outside it.
 * Extraction keeps the order but joins, splits and changes blocks; so both are walked side by side,
 * and where they differ the content's own blocks stand in. Time is linear in the length of both.
 */
export function alignContent(page: readonly Block[], extracted: readonly Block[]): Block[] {
  const content = contentOf(extracted);
  const aligned: Block[] = [];
  let at = 0;
  for (const block of page) {
    const text = squeezed(block);
    const found = content.text.startsWith(text, at) ? at : placeAfter(content, text, at);
    if (found === null) {
      aligned.push({ ...block, outside: block.outside ?? OUTSIDE_CONTENT });
      continue;
    }
    aligned.push(...blocksBetween(content, at, found), block);
    at = found + text.length;
  }
  return [...aligned, ...blocksBetween(content, at, content.text.length)];
}

function contentOf(blocks: readonly Block[]): Content {
  const starts: number[] = [];
  const places = new Map<string, number[]>();
  const texts = blocks.map(squeezed);
  let start = 0;
  for (const text of texts) {
    starts.push(start);
    const known = places.get(text);
    if (known) known.push(start);
    else places.set(text, [start]);
    start += text.length;
  }
  return { text: texts.join(''), blocks, starts, places };
}

function squeezed({ text }: Block): string {
  return text.replace(/\s+/gu, '');
}

function placeAfter({ places }: Content, text: string, from: number): number | null {
  return places.get(text)?.find((start) => start >= from) ?? null;
}

/** Blocks of the content that the page does not show in this form. */
function blocksBetween({ blocks, starts }: Content, from: number, to: number): Block[] {
  if (from >= to) return [];
  const first = firstAtOrAfter(starts, from);
  const last = firstAtOrAfter(starts, to);
  return blocks.slice(first, last);
}

/** Index of the first start that is not below a place (binary search). */
function firstAtOrAfter(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

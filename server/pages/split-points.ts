/** Choices that a list can hold and a person still look through. */
const MOST_POINTS = 300;
/** Characters of the words that a choice shows. */
const SHOWN = 70;

/** A place where a paragraph can be cut in two. */
export interface SplitPoint {
  /** UTF-16 code units from the start of the paragraph. */
  readonly offset: number;
  /** The first words of what would be the second part. */
  readonly text: string;
}

/** Where sentences and lines begin, after the first. Abbreviations may add a place too many. */
export function splitPoints(text: string, language: string): SplitPoint[] {
  const sentences = [...segmenterOf(language).segment(text)].map(({ index }) => index);
  const lines = [...text.matchAll(/\n/gu)].map(({ index }) => index + 1);
  const starts = [...sentences, ...lines].map((start) => start + spaceAt(text, start));
  const inOrder = [...new Set(starts)]
    .filter((start) => start > 0 && start < text.length)
    .sort((a, b) => a - b);
  return inOrder.slice(0, MOST_POINTS).map((offset) => ({ offset, text: wordsFrom(text, offset) }));
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}

function spaceAt(text: string, start: number): number {
  return /^\s*/u.exec(text.slice(start))?.[0].length ?? 0;
}

function wordsFrom(text: string, offset: number): string {
  const words = text.slice(offset, offset + SHOWN).replace(/\s+/gu, ' ');
  // Not between the halves of a pair.
  return offset + SHOWN < text.length ? `${words.replace(/[\uD800-\uDBFF]$/u, '')}…` : words;
}

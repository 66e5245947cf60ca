import type { Report } from '../report/index.js';

/** What an article has in common with one that stands before it. */
export interface Overlap {
  /** Place of the other article among those compared, from 0. */
  readonly with: number;
  /** Whether the whole text is the same: a duplicate, or a wire report in another outlet. */
  readonly isSameText: boolean;
  /** Paragraphs that stand word for word in both, and how many this article has. */
  readonly shared: number;
  readonly of: number;
}

/** From this share of its paragraphs on, an article is said to go back to the other, or to the same source. */
const LEAST_SHARED = 0.2;

/** Paragraphs shorter than this are the same by chance: "He disagreed." */
const LEAST_WORDS = 8;

/** Those of the earlier reports with which a report shares its text, or a fair part of its paragraphs. */
export function overlapsOf(report: Report, earlier: readonly Report[]): Overlap[] {
  const own = paragraphsOf(report);
  return earlier.flatMap((other, index) => {
    const theirs = new Set(paragraphsOf(other));
    const shared = own.filter((paragraph) => theirs.has(paragraph)).length;
    const isSameText = other.result.textHash === report.result.textHash;
    const isKin = own.length > 0 && shared / own.length >= LEAST_SHARED;
    return isSameText || isKin ? [{ with: index, isSameText, shared, of: own.length }] : [];
  });
}

/** Paragraphs as they are compared: without differences of typography. */
function paragraphsOf({ result }: Report): string[] {
  return result.paragraphs
    .map(
      ({ text }) =>
        text
          .normalize('NFKC')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    )
    .filter((words) => words.length >= LEAST_WORDS)
    .map((words) => words.join(' '));
}

import type { Article, CorrectedArticle, RecordedCorrection, Result } from '../article/index.js';
import { type CorrectionWords, describeCorrection } from './describe-correction.js';

/** A row of the corrections table: one correction of an article, also one that was taken back. */
export interface CorrectionRecord {
  readonly articleId: string;
  readonly recorded: RecordedCorrection;
  readonly words: CorrectionWords;
  readonly applied: boolean;
  /** The unit that it is about in the article as it stands, or null. */
  readonly ordinal: number | null;
}

/** A result with what addresses call its target. */
export interface ResultOfTarget {
  readonly target: string;
  readonly result: Result;
}

/** The history of corrections of one article. */
export interface CorrectionHistory {
  readonly asRead: Article;
  /** All, in the order in which they were made. */
  readonly recorded: readonly RecordedCorrection[];
  /** What reading makes of those that hold, in their order. */
  readonly corrected: Pick<CorrectedArticle, 'applied' | 'ordinals'>;
  /** Results of the article by target, for names and labels: as many as are at hand. */
  readonly results?: readonly ResultOfTarget[];
}

/** One row for each correction, in the order in which they were made. */
export function correctionRows(history: CorrectionHistory): CorrectionRecord[] {
  const { asRead, recorded, corrected, results = [] } = history;
  let holding = 0;
  return recorded.map((one) => {
    const at = one.revertedAt === null ? holding++ : -1;
    const ordinal = corrected.ordinals[at] ?? null;
    const result = resultFor(one, results);
    return {
      articleId: asRead.id,
      recorded: one,
      words: describeCorrection(one.correction, { asRead, ordinal, result }),
      applied: corrected.applied[at] ?? false,
      ordinal,
    };
  });
}

/** A label is in words only beside the result toward its target; who speaks is the same in all. */
function resultFor({ correction }: RecordedCorrection, results: readonly ResultOfTarget[]): Result | null {
  if (correction.kind !== 'set-label') return results[0]?.result ?? null;
  return results.find(({ target }) => target === correction.target)?.result ?? null;
}

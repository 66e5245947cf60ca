import type { AppliedCorrection, Dropped } from '../../analysis/article/index.js';
import { type CorrectionView, correctionView } from './correction-view.js';
import { shortened } from './words.js';

/** A passage that was taken for furniture of the page; `index` is its place among all of them. */
interface LeftOut {
  readonly index: number;
  readonly text: string;
  readonly shortText: string;
  readonly reason: string;
}

/** A passage that a person put back or left out. */
interface ByHand {
  readonly text: string;
  readonly shortText: string;
  readonly correction: CorrectionView;
}

/** What reading left out of an article, and what people made of it. */
export interface LeftOutSection {
  readonly dropped: readonly LeftOut[];
  readonly restored: readonly ByHand[];
  readonly leftOutByHand: readonly ByHand[];
}

/** The passages of `dropped`, as the article was read, and those that corrections put back or left out. */
export function leftOutSection(
  articleId: string,
  dropped: readonly Dropped[],
  corrections: readonly AppliedCorrection[],
): LeftOutSection {
  const byHand = (one: AppliedCorrection, text: string): ByHand => ({
    text,
    shortText: shortened(text),
    correction: correctionView(one, articleId),
  });
  const back = new Map(
    corrections.flatMap((one) =>
      one.correction.kind === 'restore-dropped' ? [[one.correction.index, one] as const] : [],
    ),
  );
  return {
    dropped: dropped.flatMap(({ text, reason }, index) =>
      back.has(index) ? [] : [{ index, text, shortText: shortened(text), reason }],
    ),
    restored: [...back].map(([index, one]) => byHand(one, dropped[index]?.text ?? '')),
    leftOutByHand: corrections
      .filter(({ kind }) => kind === 'drop-passage')
      .map((one) => byHand(one, one.machine ?? '')),
  };
}

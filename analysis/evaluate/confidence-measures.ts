import type { BootstrapOptions } from '../learning/index.js';
import type { Coded, CodedArticle } from './coded.js';
import {
  accuraciesAtCoverage,
  brierScore,
  type CalibrationBin,
  COVERAGES,
  calibrationBins,
  calibrationError,
  type Judgement,
} from './confidence.js';
import { type Estimate, estimateList, estimates, UNDEFINED } from './estimates.js';

/** Stated confidence against what was right, over three classes. */
export interface ConfidenceMeasures {
  /** Accuracy over the surest share of the paragraphs. */
  readonly coverage: readonly { readonly share: number; readonly accuracy: Estimate }[];
  readonly calibrationError: Estimate;
  readonly brier: Estimate;
  readonly bins: readonly CalibrationBin[];
}

/** Null where the program does not say how sure it is. */
export function measureConfidence(
  articles: readonly CodedArticle[],
  options: BootstrapOptions,
): ConfidenceMeasures | null {
  const judgements = judgementsOf(articles.flatMap(({ coded }) => coded));
  if (judgements.length === 0) return null;
  const accuracies = estimateList(
    articles,
    (coded) => accuraciesAtCoverage(judgementsOf(coded), COVERAGES),
    options,
  );
  const errors = (coded: readonly Coded[]) => {
    const stated = judgementsOf(coded);
    return { calibrationError: calibrationError(stated), brier: brierScore(stated) };
  };
  return {
    coverage: COVERAGES.map((share, at) => ({ share, accuracy: accuracies[at] ?? UNDEFINED })),
    ...estimates(articles, errors, options),
    bins: calibrationBins(judgements),
  };
}

function judgementsOf(coded: readonly Coded[]): Judgement[] {
  return coded.flatMap(({ judgement }) => judgement ?? []);
}

/** How sure the program was of a label, in [0, 1], and whether people agreed with it. */
export interface Judgement {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Shares of the units, the surest first, over which accuracy is reported. */
export const COVERAGES = [0.5, 0.75, 0.9, 1] as const;

/** Bins of equal width over [0, 1] in which stated and true shares are compared. */
export const CALIBRATION_BINS = 10;

/** What was stated and what was true in one bin of confidence. */
export interface CalibrationBin {
  /** Confidence of the bin, half-open; the last holds 1 too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence, and share that was right; NaN in an empty bin. */
  readonly confidence: number;
  readonly accuracy: number;
}

/**
 * Accuracy over the share `coverage` of the judgements that the program is surest of (a point of the
 * risk-coverage curve: El-Yaniv and Wiener 2010). Of equally sure judgements at the border the
 * mean counts, so that their order does not matter. NaN without judgements.
 */
export function accuracyAtCoverage(judgements: readonly Judgement[], coverage: number): number {
  return accuracyOfSurest(surestFirst(judgements), coverage);
}

/** The same for several coverages, sorting once. */
export function accuraciesAtCoverage(
  judgements: readonly Judgement[],
  coverages: readonly number[],
): number[] {
  const sorted = surestFirst(judgements);
  return coverages.map((coverage) => accuracyOfSurest(sorted, coverage));
}

function surestFirst(judgements: readonly Judgement[]): Judgement[] {
  return [...judgements].sort((a, b) => b.confidence - a.confidence);
}

function accuracyOfSurest(sorted: readonly Judgement[], coverage: number): number {
  const kept = coverage * sorted.length;
  let right = 0;
  let start = 0;
  while (start < kept) {
    const confidence = sorted[start]?.confidence;
    let end = start + 1;
    while (end < sorted.length && sorted[end]?.confidence === confidence) end++;
    let rightOfTied = 0;
    for (let at = start; at < end; at++) if (sorted[at]?.isRight) rightOfTied++;
    right += rightOfTied * Math.min(1, (kept - start) / (end - start));
    start = end;
  }
  return right / kept;
}

/** Stated and true shares, bin by bin: the reliability diagram. */
export function calibrationBins(judgements: readonly Judgement[]): CalibrationBin[] {
  const counts = new Array<number>(CALIBRATION_BINS).fill(0);
  const stated = new Array<number>(CALIBRATION_BINS).fill(0);
  const right = new Array<number>(CALIBRATION_BINS).fill(0);
  for (const { confidence, isRight } of judgements) {
    const bin = Math.min(Math.floor(confidence * CALIBRATION_BINS), CALIBRATION_BINS - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
    stated[bin] = (stated[bin] ?? 0) + confidence;
    right[bin] = (right[bin] ?? 0) + (isRight ? 1 : 0);
  }
  return counts.map((count, bin) => ({
    from: bin / CALIBRATION_BINS,
    to: (bin + 1) / CALIBRATION_BINS,
    count,
    confidence: (stated[bin] ?? 0) / count,
    accuracy: (right[bin] ?? 0) / count,
  }));
}

/**
 * Expected calibration error over ten bins of equal width: the mean distance between stated and
 * true shares, each bin weighing as many judgements as it holds (Naeini et al. 2015; Guo et al. 2017).
 * In [0, 1], 0 is perfect; NaN without judgements.
 */
export function calibrationError(judgements: readonly Judgement[]): number {
  let distance = 0;
  for (const { count, confidence, accuracy } of calibrationBins(judgements))
    if (count > 0) distance += count * Math.abs(confidence - accuracy);
  return distance / judgements.length;
}

/**
 * Brier score (1950) of the stated confidence: the mean squared distance from 1 where the label was
 * right and from 0 where it was wrong. In [0, 1], 0 is perfect; NaN without judgements.
 */
export function brierScore(judgements: readonly Judgement[]): number {
  let squares = 0;
  for (const { confidence, isRight } of judgements) squares += (confidence - (isRight ? 1 : 0)) ** 2;
  return squares / judgements.length;
}

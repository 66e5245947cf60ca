/** A score on the line from −1 to +1, in hundredths of the line from its left end. */
export interface ScoreScale {
  /** Null where there is no score. */
  readonly at: number | null;
  /** The range of coding uncertainty, where there is one. */
  readonly range: { readonly start: number; readonly width: number } | null;
  /** The same in words. */
  readonly text: string;
}

/** Lower and upper end of a range of scores. */
export type ScoreRange = readonly [number, number];

/** A score, and the range around it, as places on a line. */
export function scoreScale(
  score: number | null,
  scoreText: string,
  range: ScoreRange | null = null,
): ScoreScale {
  return {
    at: score === null ? null : place(score),
    range: range && { start: place(range[0]), width: place(range[1]) - place(range[0]) },
    text: score === null ? 'No score' : `${scoreText} on a line from −1, skeptical, to +1, supportive`,
  };
}

function place(score: number): number {
  return Math.round((score + 1) * 5000) / 100;
}

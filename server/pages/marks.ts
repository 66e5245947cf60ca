import type { ReadingUnit } from '../../analysis/report/index.js';

type Segment = ReadingUnit['segments'][number];

/** Below this many log-odds a cue moves a score by less than an eighth of the scale: it is marked faintly. */
const FAINT_WEIGHT = 0.5;

/** A stretch of text as the template writes it. */
export type MarkedSegment = Segment & {
  /** Whether no cue on it weighs much. */
  readonly isFaint: boolean;
};

/** Segments with the strength of their marks. */
export function markSegments(segments: readonly Segment[]): MarkedSegment[] {
  return segments.map((segment) => ({
    ...segment,
    isFaint: segment.evidence.every(({ weight }) => Math.abs(weight) < FAINT_WEIGHT),
  }));
}

import type { Reading, Result, Target } from '../analysis/article/index.js';
import { annotate, notScoredReason, score } from '../analysis/pipeline.js';
import { provenance, toResult } from '../analysis/report/index.js';
import { type Resources, resolveTarget } from '../analysis/resources/index.js';

/** A result with the target that it was scored towards. */
export interface ScoredResult {
  readonly result: Result;
  readonly target: Target;
}

/** What one article is scored with. */
export interface ScoreRequest {
  /** Targets where the article names none itself. */
  readonly targets: readonly Target[];
  /** Whether targets that the article names go first; true unless told otherwise. */
  readonly ownTargets?: boolean;
  /** What a person changed in the article; takes part in the provenance. */
  readonly corrections?: readonly unknown[];
}

/**
 * One article, read, annotated and scored towards each of its targets: the same on the command line
 * and in the library.
 * @throws InputError where a target that the article names cannot be used.
 */
export function scoreReading(reading: Reading, request: ScoreRequest, resources: Resources): ScoredResult[] {
  const { targets, ownTargets = true, corrections = [] } = request;
  const own = ownTargets ? reading.targets.map((ref) => resolveTarget(ref, resources)) : [];
  const annotated = annotate(reading.article, resources);
  const notScored = notScoredReason(reading.article);
  const { mentions } = reading;
  return (own.length > 0 ? own : targets).map((target) => {
    const scoring = score(annotated, target, resources, { mentions });
    const made = provenance(resources, {
      target,
      ...(corrections.length > 0 ? { corrections } : {}),
      ...(mentions === null ? {} : { options: { mentions } }),
    });
    return { target, result: toResult(annotated, scoring, made, notScored) };
  });
}

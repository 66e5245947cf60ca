import type { Reading, Result, Target } from '../analysis/article/index.js';
import { annotate, notScoredReason, score } from '../analysis/pipeline.js';
import { provenance, toResult } from '../analysis/report/index.js';
import { type Resources, resolveTarget } from '../analysis/resources/index.js';

/** A result with the target that it was scored toward. */
export interface ScoredResult {
  readonly result: Result;
  readonly target: Target;
}

/**
 * The targets that an article names itself, or else those given.
 * @throws InputError where a target that the article names cannot be used.
 */
export function targetsOf(
  reading: Reading,
  targets: readonly Target[],
  resources: Resources,
): readonly Target[] {
  const own = reading.targets.map((ref) => resolveTarget(ref, resources));
  return own.length > 0 ? own : targets;
}

/**
 * One article, read, annotated and scored toward each of the targets: the same on the command line
 * and in the library.
 */
export function scoreReading(
  { article, mentions }: Reading,
  targets: readonly Target[],
  resources: Resources,
): ScoredResult[] {
  const annotated = annotate(article, resources);
  const notScored = notScoredReason(article);
  return targets.map((target) => {
    const scoring = score(annotated, target, resources, { mentions });
    const made = provenance(resources, {
      target,
      ...(mentions === null ? {} : { options: { mentions } }),
    });
    return { target, result: toResult(annotated, scoring, made, notScored) };
  });
}

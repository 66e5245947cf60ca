import {
  type Reading,
  type Result,
  type Target,
  type TargetRef,
} from '../../analysis/article/index.js';
import { annotate, notScoredReason, score } from '../../analysis/pipeline.js';
import { provenance, toResult } from '../../analysis/report/index.js';
import { type Resources, resolveTarget } from '../../analysis/resources/index.js';

/** A result with the target that it was scored towards. */
export interface Scored {
  readonly result: Result;
  readonly target: Target;
}

/**
 * One article scored towards its own targets, or else towards those of the command.
 * @throws InputError where a target of the article cannot be used.
 */
export function scoreReading(reading: Reading, targets: readonly Target[], resources: Resources): Scored[] {
  const own = reading.targets.map((ref: TargetRef) => resolveTarget(ref, resources));
  const annotated = annotate(reading.article, resources);
  const { mentions } = reading;
  return (own.length > 0 ? own : targets).map((target) => {
    const scoring = score(annotated, target, resources, { mentions });
    const made = provenance(resources, { target });
    return { result: toResult(annotated, scoring, made, notScoredReason(reading.article)), target };
  });
}

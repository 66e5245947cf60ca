import { InputError, type Target } from '../../analysis/article/index.js';
import { annotate, notScoredReason, score } from '../../analysis/pipeline.js';
import { provenance, toResult } from '../../analysis/report/index.js';
import { loadResources, type Resources, resolveTarget } from '../../analysis/resources/index.js';
import type { ScoredResult } from '../store/index.js';
import type { AnalysisOutcome, AnalysisTask, CorrectedReading } from './analyze.js';

/** Annotates and scores the articles of one task, in order; one that fails never stops the others. */
export default function analyze(task: AnalysisTask): AnalysisOutcome[] {
  const resources = loadResources({ overlay: task.overlay });
  return task.readings.map((reading) => outcomeOf(reading, task, resources));
}

function outcomeOf(reading: CorrectedReading, task: AnalysisTask, resources: Resources): AnalysisOutcome {
  try {
    return { scored: scoreReading(reading, task, resources) };
  } catch (error) {
    if (error instanceof InputError) {
      return { refusal: { code: error.code, reason: error.message, hint: error.hint }, fault: null };
    }
    return {
      refusal: FAILED,
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

const FAILED = {
  code: 'not-analyzed',
  reason: 'Standpoint failed while analyzing this article.',
  hint: 'This is a fault of the program: please report it.',
};

function scoreReading(reading: CorrectedReading, task: AnalysisTask, resources: Resources): ScoredResult[] {
  const own = task.ownTargets ? reading.targets.map((ref) => resolveTarget(ref, resources)) : [];
  const targets: readonly Target[] = own.length > 0 ? own : task.targets;
  const { article, mentions, corrections = [], voices } = reading;
  const annotated = annotate(article, resources, voices);
  const notScored = notScoredReason(article);
  return targets.map((target) => {
    const scoring = score(annotated, target, resources, { mentions });
    const settings = { target, ...(mentions === null ? {} : { options: { mentions } }) };
    const made = provenance(resources, settings, corrections);
    return { target, result: toResult(annotated, scoring, made, notScored) };
  });
}

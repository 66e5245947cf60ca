import type { Result } from '../../analysis/article/index.js';
import {
  EVALUATION_COLUMNS,
  evaluate,
  evaluationRows,
  evaluationTable,
  type Field,
  type Predicted,
} from '../../analysis/evaluate/index.js';
import { type Resources, resolveTarget } from '../../analysis/resources/index.js';
import { scoreReading, targetsOf } from '../score-reading.js';
import type { EvaluateOptions, Grouping } from './evaluate-options.js';
import { writeEvaluation } from './evaluation-output.js';
import type { GoldReading } from './gold-readings.js';
import { DEFAULT_TARGET } from './options.js';

/** Compares the labels of paragraphs with those of people; resolves to what is written. */
export function evaluateStance(options: EvaluateOptions, resources: Resources) {
  const targets = (options.target ?? [DEFAULT_TARGET]).map((ref) => resolveTarget(ref, resources));
  const field = options.field ?? 'unit';
  const predict = ({ reading }: GoldReading) =>
    predictedOf(scoreReading(reading, targetsOf(reading, targets, resources), resources)[0]?.result, field);
  return async (lines: readonly GoldReading[], by: Grouping | null): Promise<string> => {
    const evaluation = await evaluate(lines, predict, { field, ...(by ? { by } : {}) });
    return writeEvaluation(options.format, evaluation, {
      table: () => evaluationTable(evaluation),
      columns: EVALUATION_COLUMNS,
      rows: () => evaluationRows(evaluation),
    });
  };
}

function predictedOf(result: Result | undefined, field: Field): Predicted[] {
  return (result?.paragraphs ?? []).map((unit) => (field === 'author' ? unit.authorStance : unit.stance));
}

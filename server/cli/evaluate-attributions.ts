import {
  ATTRIBUTION_EVALUATION_COLUMNS,
  attributionRows,
  attributionTable,
  evaluateAttribution,
  readMarked,
} from '../../analysis/evaluate/index.js';
import { annotate } from '../../analysis/pipeline.js';
import type { Resources } from '../../analysis/resources/index.js';
import type { EvaluateOptions, Grouping } from './evaluate-options.js';
import { writeEvaluation } from './evaluation-output.js';
import type { GoldReading } from './gold-readings.js';

/** Compares attributions and speakers with those that people marked; resolves to what is written. */
export function evaluateAttributions({ format }: EvaluateOptions, resources: Resources) {
  return async (lines: readonly GoldReading[], by: Grouping | null): Promise<string> => {
    // All gold is read before anything is annotated: an error at the end of a file comes at once.
    const marked = lines.map((line) => ({
      id: line.id,
      marked: readMarked(line.gold, line.reading.article.text, `${line.file}, line ${line.line}`),
      group: by?.groupOf(line) ?? null,
      article: line.reading.article,
    }));
    const found = marked.map(({ article, ...one }) => ({
      ...one,
      layers: annotate(article, resources).body,
    }));
    const evaluation = evaluateAttribution(found, by ? { by: by.key } : {});
    return writeEvaluation(format, evaluation, {
      table: () => attributionTable(evaluation),
      columns: ATTRIBUTION_EVALUATION_COLUMNS,
      rows: () => attributionRows(evaluation),
    });
  };
}

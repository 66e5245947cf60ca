import type { GoldReading } from './gold-readings.js';
import type { EVALUATE_FIELDS, EVALUATE_FORMATS, EVALUATE_TASKS } from './options.js';

/** What the command line of `evaluate` says. */
export interface EvaluateOptions {
  readonly task: (typeof EVALUATE_TASKS)[number];
  readonly target?: readonly string[];
  readonly corpus?: string;
  readonly field?: (typeof EVALUATE_FIELDS)[number];
  readonly by?: string;
  readonly format: (typeof EVALUATE_FORMATS)[number];
}

/** What lines are grouped by: the name of the grouping and the group of a line, null for none. */
export interface Grouping {
  readonly key: string;
  readonly groupOf: (line: GoldReading) => string | null;
}

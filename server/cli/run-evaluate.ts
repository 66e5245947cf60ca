import { InputError, type Result } from '../../analysis/article/index.js';
import {
  EVALUATION_COLUMNS,
  type Evaluation,
  evaluate,
  evaluationRows,
  evaluationTable,
  type Field,
  type Predicted,
} from '../../analysis/evaluate/index.js';
import { printable, toCsv } from '../../analysis/report/index.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { scoreReading, targetsOf } from '../score-reading.js';
import { type GoldReading, readGoldFile } from './gold-readings.js';
import { collectInputs } from './inputs.js';
import { DEFAULT_TARGET, type EVALUATE_FORMATS } from './options.js';
import { startProgress } from './progress.js';
import { Refusals } from './refusals.js';

/** What the command line of `evaluate` says. */
export interface EvaluateOptions {
  readonly target?: readonly string[];
  readonly corpus?: string;
  readonly field: Field;
  readonly by?: string;
  readonly format: (typeof EVALUATE_FORMATS)[number];
}

/**
 * Runs `evaluate`; resolves to its exit code. Throws InputError `bad-gold` for unusable labels and
 * `bad-group` for a key that no line has.
 */
export async function runEvaluate(path: string, options: EvaluateOptions): Promise<number> {
  const resources = loadResources(options.corpus ? { overlay: options.corpus } : {});
  const targets = (options.target ?? [DEFAULT_TARGET]).map((ref) => resolveTarget(ref, resources));
  const inputs = await collectInputs([path]);
  const refusals = new Refusals(await startProgress(0));
  refusals.addInputs(inputs);
  const lines: GoldReading[] = [];
  for (const input of inputs.files) lines.push(...(await readGoldFile(input, resources, refusals)));
  if (lines.length > 0) {
    const predict = ({ reading }: GoldReading) =>
      predictedOf(
        scoreReading(reading, targetsOf(reading, targets, resources), resources)[0]?.result,
        options.field,
      );
    const grouping = options.by === undefined ? {} : { by: groupingBy(options.by, lines) };
    const evaluation = await evaluate(lines, predict, { field: options.field, ...grouping });
    process.stdout.write(WRITERS[options.format](evaluation));
  }
  return refusals.conclude(lines.length, 'evaluated');
}

function predictedOf(result: Result | undefined, field: Field): Predicted[] {
  return (result?.paragraphs ?? []).map((unit) => (field === 'author' ? unit.authorStance : unit.stance));
}

const WRITERS: Readonly<Record<EvaluateOptions['format'], (evaluation: Evaluation) => string>> = {
  text: (evaluation) => evaluationTable(evaluation).split('\n').map(printable).join('\n'),
  json: (evaluation) => `${JSON.stringify(evaluation, null, 2)}\n`,
  csv: (evaluation) => {
    const rows = evaluationRows(evaluation);
    const cells = rows.map((row) => EVALUATION_COLUMNS.map((column) => String(row[column] ?? '')));
    return toCsv([[...EVALUATION_COLUMNS], ...cells]);
  },
};

function groupingBy(key: string, lines: readonly GoldReading[]) {
  if (!lines.some(({ texts }) => texts.has(key))) {
    const known = [...new Set(lines.flatMap(({ texts }) => [...texts.keys()]))].slice(0, MOST_KEYS_NAMED);
    throw new InputError(
      'bad-group',
      `No line has a text under ${JSON.stringify(key)}`,
      `Keys of these lines that hold a text: ${known.map(printable).join(', ') || 'none'}.`,
    );
  }
  return { key, groupOf: ({ texts }: GoldReading) => texts.get(key) ?? null };
}

/** Keys that an error names: enough to find the right one. */
const MOST_KEYS_NAMED = 20;

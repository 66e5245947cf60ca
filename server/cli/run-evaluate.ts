import { InputError, type Reading, type Result } from '../../analysis/article/index.js';
import {
  EVALUATION_COLUMNS,
  type Evaluation,
  evaluate,
  evaluationRows,
  evaluationTable,
  type Field,
  type GoldLine,
  type Predicted,
} from '../../analysis/evaluate/index.js';
import { readBytes } from '../../analysis/reading/index.js';
import { printable, toCsv } from '../../analysis/report/index.js';
import { loadResources, type Resources, resolveTarget } from '../../analysis/resources/index.js';
import { scoreReading, targetsOf } from '../score-reading.js';
import { collectInputs, type InputFile } from './inputs.js';
import { lineBlocks } from './line-blocks.js';
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

/** A line of gold with the article that was read from it. */
interface GoldReading extends GoldLine {
  readonly reading: Reading;
  /** The keys of the line whose values are texts. */
  readonly texts: ReadonlyMap<string, string>;
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
  for (const input of inputs.files) lines.push(...(await readGold(input, resources, refusals)));
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

/** The lines of a gold file, each read as an article and kept beside its labels. */
async function readGold(input: InputFile, resources: Resources, refusals: Refusals): Promise<GoldReading[]> {
  const lines: GoldReading[] = [];
  for await (const { bytes, linesBefore } of lineBlocks(input.open())) {
    for (const [index, text] of bytes.toString('utf8').split('\n').entries()) {
      if (text.trim() === '') continue;
      const one = { file: input.file, bytes: Buffer.from(text), format: 'jsonl' as const };
      for await (const outcome of readBytes(one, resources)) {
        if (!outcome.ok) refusals.add({ ...outcome, line: linesBefore + index + 1 });
        else lines.push(goldReading(text, outcome.reading));
      }
    }
  }
  return lines;
}

function goldReading(line: string, reading: Reading): GoldReading {
  const parsed: Record<string, unknown> = JSON.parse(line);
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed)) if (typeof value === 'string') texts.set(key, value);
  return { id: reading.article.recordId, gold: parsed.gold, reading, texts };
}

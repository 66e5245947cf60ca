import type { Reading } from '../../analysis/article/index.js';
import { evaluate, evaluationTable, type GoldLine } from '../../analysis/evaluate/index.js';
import { readBytes } from '../../analysis/reading/index.js';
import { loadResources, type Resources, resolveTarget } from '../../analysis/resources/index.js';
import { scoreReading, targetsOf } from '../score-reading.js';
import { collectInputs, type InputFile } from './inputs.js';
import { lineBlocks } from './line-blocks.js';
import { DEFAULT_TARGET } from './options.js';
import { startProgress } from './progress.js';
import { Refusals } from './refusals.js';

/** What the command line of `evaluate` says. */
export interface EvaluateOptions {
  readonly target?: readonly string[];
  readonly corpus?: string;
}

/** A line of gold with the article that was read from it. */
interface GoldReading extends GoldLine {
  readonly reading: Reading;
}

/** Runs `evaluate`; resolves to its exit code. Throws InputError `bad-gold` for unusable labels. */
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
      scoreReading(reading, targetsOf(reading, targets, resources), resources)[0]?.result.paragraphs.map(
        ({ stance }) => stance,
      ) ?? [];
    process.stdout.write(evaluationTable(await evaluate(lines, predict)));
  }
  return refusals.conclude(lines.length, 'evaluated');
}

/** The lines of a gold file, each read as an article and kept beside its labels. */
async function readGold(input: InputFile, resources: Resources, refusals: Refusals): Promise<GoldReading[]> {
  const lines: GoldReading[] = [];
  for await (const { bytes, linesBefore } of lineBlocks(input.open())) {
    for (const [index, text] of bytes.toString('utf8').split('\n').entries()) {
      if (text.trim() === '') continue;
      const one = { file: input.file, bytes: Buffer.from(text), format: 'jsonl' as const };
      for await (const outcome of readBytes(one, resources)) {
        if (!outcome.ok) refusals.add({ ...outcome, line: linesBefore + index + 1 });
        else
          lines.push({ id: outcome.reading.article.recordId, gold: goldOf(text), reading: outcome.reading });
      }
    }
  }
  return lines;
}

function goldOf(line: string): unknown {
  const parsed: { gold?: unknown } = JSON.parse(line);
  return parsed.gold;
}

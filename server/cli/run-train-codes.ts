import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, type Target } from '../../analysis/article/index.js';
import { adaptationFigures, adaptationTable, readGold } from '../../analysis/evaluate/index.js';
import { annotate } from '../../analysis/pipeline.js';
import { loadResources, type Resources, resolveTarget } from '../../analysis/resources/index.js';
import { ADAPTATION_FILE, adaptToCodes, type Coded, codedParagraphs } from '../../analysis/stance/index.js';
import { targetsOf } from '../score-reading.js';
import { type GoldReading, readGoldFile } from './gold-readings.js';
import { collectInputs } from './inputs.js';
import { DEFAULT_TARGET } from './options.js';
import { startProgress } from './progress.js';
import { Refusals } from './refusals.js';

/** What the command line of `train codes` says. */
export interface TrainCodesOptions {
  readonly out: string;
  readonly target?: readonly string[];
  readonly corpus?: string;
  readonly folds: number;
}

const LEAST_FOLDS = 2;
const MOST_FOLDS = 50;

/**
 * Runs `train codes`; resolves to its exit code. Throws InputError `bad-gold` for unusable labels,
 * `too-few-codes` or `one-label` where nothing can be learned.
 */
export async function runTrainCodes(paths: readonly string[], options: TrainCodesOptions): Promise<number> {
  requireFolds(options.folds);
  const resources = loadResources(options.corpus ? { overlay: options.corpus } : {});
  const targets = (options.target ?? [DEFAULT_TARGET]).map((ref) => resolveTarget(ref, resources));
  const inputs = await collectInputs(paths);
  const refusals = new Refusals(await startProgress(0));
  refusals.addInputs(inputs);
  const lines: GoldReading[] = [];
  for (const input of inputs.files) lines.push(...(await readGoldFile(input, resources, refusals)));
  const coded = lines.flatMap((line) => codedOf(line, targets, resources));
  const { adaptation, validated, folds } = adaptToCodes(coded, options.folds, resources);
  process.stdout.write(adaptationTable(adaptationFigures(validated), folds));
  const path = write(options.out, adaptation);
  process.stderr.write(`written: ${path}; use it with --corpus or STANDPOINT_CORPUS\n`);
  return refusals.conclude(lines.length, 'learned from');
}

function requireFolds(folds: number): void {
  if (Number.isInteger(folds) && folds >= LEAST_FOLDS && folds <= MOST_FOLDS) return;
  throw new InputError(
    'usage',
    'The number of folds cannot be used',
    `Give a whole number from ${LEAST_FOLDS} to ${MOST_FOLDS}, such as --folds 10.`,
  );
}

/** The coded paragraphs of a line, toward the target that it names or else the first one given. */
function codedOf(line: GoldReading, targets: readonly Target[], resources: Resources): Coded[] {
  const { article, mentions } = line.reading;
  const { paragraphs } = readGold(line);
  const [target] = targetsOf(line.reading, targets, resources);
  if (!target) return [];
  const annotated = annotate(article, resources);
  if (paragraphs.length !== annotated.body.units.length) {
    throw new InputError(
      'bad-gold',
      `Article ${line.id} has ${annotated.body.units.length} paragraphs, but ${paragraphs.length} codings`,
      'Give one label per paragraph under gold.paragraphs, null for one that nobody coded.',
    );
  }
  const labels = paragraphs.map((paragraph) => paragraph?.label ?? null);
  return codedParagraphs({ annotated, target, mentions, labels }, resources);
}

function write(out: string, adaptation: unknown): string {
  const folder = join(out, 'models');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, ADAPTATION_FILE);
  writeFileSync(path, `${JSON.stringify(adaptation, null, 1)}\n`);
  return path;
}

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError, type Reading, type Target } from '../../analysis/article/index.js';
import { loadResources, type Resources, resolveTarget } from '../../analysis/resources/index.js';
import {
  type Candidate,
  candidatesOf,
  codingInstructions,
  codingSheet,
  drawnStrata,
  drawSample,
  keyed,
  populationOf,
  type SampledItem,
  type Stratifier,
  sampleKey,
  strataNotes,
} from '../../analysis/validation/index.js';
import { scoreReading, targetsOf } from '../score-reading.js';
import { collectInputs } from './inputs.js';
import { DEFAULT_TARGET } from './options.js';
import { type Output, openOutput } from './output.js';
import { type Progress, startProgress } from './progress.js';
import { type InputFormat, readInputs } from './readings.js';
import { Refusals } from './refusals.js';

/** What the command line of `sample` says. */
export interface SampleCommandOptions {
  readonly out: string;
  readonly n: number;
  readonly stratify: readonly Stratifier[];
  readonly seed: number;
  readonly blind: boolean;
  readonly target?: readonly string[];
  readonly corpus?: string;
  readonly inputFormat: InputFormat;
}

/**
 * Runs `sample`; resolves to its exit code. Throws InputError `exists` rather than overwrite a sheet
 * that somebody may have filled in, `too-small-sample` and `nothing-to-sample` as drawSample does.
 */
export async function runSample(paths: readonly string[], options: SampleCommandOptions): Promise<number> {
  const files = filesBeside(options.out);
  requireNew(Object.values(files));
  const resources = loadResources(options.corpus ? { overlay: options.corpus } : {});
  const targets = (options.target ?? [DEFAULT_TARGET]).map((ref) => resolveTarget(ref, resources));
  const inputs = await collectInputs(paths);
  const progress = await startProgress(inputs.files.reduce((sum, { size }) => sum + size, 0));
  const refusals = new Refusals(progress);
  refusals.addInputs(inputs);
  const population = new Population(targets, resources, refusals);
  try {
    const read = { format: options.inputFormat, resources, onBytes: progress.onBytes };
    for await (const outcome of readInputs(inputs.files, read)) {
      progress.onArticle();
      if (outcome.ok) population.add(outcome.reading);
      else refusals.add(outcome);
    }
  } finally {
    progress.stop();
  }
  const items = drawSample(population.candidates, {
    count: options.n,
    by: options.stratify,
    seed: options.seed,
  });
  await writeAll([
    [files.sheet, codingSheet(items, { isBlind: options.blind })],
    [files.instructions, instructionsFor(items, files.sheet)],
    [files.key, sampleKey(items.map(keyed))],
  ]);
  report(items, options.n, files, progress);
  return refusals.conclude(population.articles, 'sampled from');
}

/** The paragraphs that may be drawn, gathered article by article. */
class Population {
  readonly candidates: Candidate[] = [];
  articles = 0;

  constructor(
    private readonly targets: readonly Target[],
    private readonly resources: Resources,
    private readonly refusals: Refusals,
  ) {}

  add(reading: Reading): void {
    const targets = targetsOf(reading, this.targets, this.resources);
    const results = scoreReading(reading, targets, this.resources).map(({ result }) => result);
    const reason = results.find(({ notScored }) => notScored !== null)?.notScored;
    if (typeof reason === 'string') {
      this.refusals.add({ ...reading.article.source, reason });
      return;
    }
    for (const result of results) this.candidates.push(...candidatesOf(result));
    this.articles++;
  }
}

interface SampleFiles {
  readonly sheet: string;
  readonly instructions: string;
  readonly key: string;
}

function filesBeside(out: string): SampleFiles {
  const stem = out.replace(/\.csv$/iu, '');
  return { sheet: out, instructions: `${stem}.instructions.md`, key: `${stem}.key.csv` };
}

function requireNew(files: readonly string[]): void {
  const found = files.find((file) => existsSync(file));
  if (found === undefined) return;
  throw new InputError(
    'exists',
    `${found} is there already and may hold somebody's codings`,
    'Name another file with --out, or move that one away.',
  );
}

function instructionsFor(items: readonly SampledItem[], sheet: string): string {
  const targets = [...new Set(items.map(({ target }) => target))].sort();
  return codingInstructions({ targets, sheet: basename(sheet), count: items.length });
}

/** Writes all files or none: each appears only when all are written out. */
async function writeAll(files: readonly (readonly [string, string])[]): Promise<void> {
  const outputs: Output[] = [];
  try {
    for (const [file, text] of files) {
      const output = await openOutput(file);
      outputs.push(output);
      await output.write(text);
    }
  } catch (error) {
    for (const output of outputs) await output.abandon();
    throw error;
  }
  for (const output of outputs) await output.finish();
}

function report(items: readonly SampledItem[], wanted: number, files: SampleFiles, { say }: Progress): void {
  const strata = drawnStrata(items);
  say(`${items.length} of ${populationOf(items)} paragraphs drawn from ${strata.length} strata`);
  if (items.length < wanted) say('there are no more: the sample is the whole library');
  else for (const note of strataNotes(strata)) say(note);
  say(`for the coders: ${files.sheet} and ${files.instructions}`);
  say(`not for the coders: ${files.key}`);
}

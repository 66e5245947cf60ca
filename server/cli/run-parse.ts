import { loadResources } from '../../analysis/resources/index.js';
import { openFramed } from './framed-output.js';
import { collectInputs } from './inputs.js';
import { ParsedArticles } from './parsed-articles.js';
import { startProgress } from './progress.js';
import { type InputFormat, readInputs } from './readings.js';
import { Refusals } from './refusals.js';

/** What the command line of `parse` says. */
export interface ParseOptions {
  readonly inputFormat: InputFormat;
  readonly corpus?: string;
  readonly out?: string;
}

const LINES = { before: '', between: '', after: '' };

/** Runs `parse`; resolves to its exit code. */
export async function runParse(paths: readonly string[], options: ParseOptions): Promise<number> {
  const resources = loadResources(options.corpus ? { overlay: options.corpus } : {});
  const inputs = await collectInputs(paths);
  const output = await openFramed(options.out, LINES);
  const progress = await startProgress(inputs.files.reduce((sum, { size }) => sum + size, 0));
  const refusals = new Refusals(progress);
  refusals.addInputs(inputs);
  const parsed = new ParsedArticles();
  try {
    const { onBytes } = progress;
    for await (const outcome of readInputs(inputs.files, {
      format: options.inputFormat,
      resources,
      onBytes,
    })) {
      progress.onArticle();
      if (outcome.ok) await output.write(`${JSON.stringify(parsed.add(outcome.reading.article))}\n`);
      else refusals.add(outcome);
    }
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  } finally {
    progress.stop();
  }
  const summary = parsed.summary();
  if (summary !== '') progress.say(summary);
  return refusals.conclude(parsed.count, 'read');
}

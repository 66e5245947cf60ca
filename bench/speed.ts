import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotate, score } from '../analysis/pipeline.js';
import { readBytes } from '../analysis/reading/index.js';
import { provenance, toReport, toResult } from '../analysis/report/index.js';
import { loadResources, packageRoot, resolveTarget } from '../analysis/resources/index.js';
import { describeMachine } from './machine.js';
import { articleLines } from './made-articles.js';
import { requireBuild, runProgram } from './program.js';
import { serverSeries } from './server-speed.js';
import { describeSeries, repeated, type Series, timed } from './timing.js';

/*
 * The first budgets of DESIGN, measured: `npx tsx bench/speed.ts [--quick]`. Prints medians with
 * their range; never passes or fails. `--quick` leaves out the library of 10,000 articles.
 */

const RUNS = 5;
const LIBRARY_SIZE = process.argv.includes('--quick') ? 200 : 10_000;

const samples = join(packageRoot(), 'corpus', 'samples');
const sampleFiles = readdirSync(samples)
  .filter((name) => /\.(txt|md|html)$/.test(name) && name !== 'README.md')
  .map((name) => join(samples, name));

/** Sentences per second from the bytes of a file to its report, in this thread. */
async function throughput(): Promise<number> {
  const resources = loadResources();
  const target = resolveTarget('coalition', resources);
  let sentences = 0;
  const milliseconds = await timed(async () => {
    for (const file of sampleFiles) {
      for await (const outcome of readBytes({ file, bytes: readFileSync(file) }, resources)) {
        if (!outcome.ok) throw new Error(`${file}: ${outcome.reason}`);
        const annotated = annotate(outcome.reading.article, resources);
        sentences += annotated.body.sentences.length;
        const scoring = score(annotated, target, resources);
        toReport(toResult(annotated, scoring, provenance(resources, { target })), target);
      }
    }
  });
  return sentences / (milliseconds / 1000);
}

async function librarySeries(): Promise<Series[]> {
  await throughput();
  const values = await repeated(RUNS, throughput);
  return [{ name: 'file to report, one thread', values, unit: 'sentences/s', budget: '1,500 or more' }];
}

async function commandLineSeries(folder: string): Promise<Series[]> {
  const [file = ''] = sampleFiles;
  const many = join(folder, 'many.jsonl');
  writeFileSync(many, articleLines(2_000));
  const analyze = ['analyze', file, '--format', 'jsonl'];
  const stream = ['analyze', many, '--format', 'jsonl', '--threads', '1'];
  const help = await repeated(RUNS * 2, async () => (await runProgram(['--help'])).milliseconds);
  const cold = await repeated(RUNS, async () => (await runProgram(analyze)).milliseconds);
  const memory = await repeated(2, async () => (await runProgram(analyze, true)).megabytes);
  const streamed = await repeated(1, async () => (await runProgram(stream, true)).megabytes);
  return [
    { name: '--help', values: help, unit: 'ms', budget: '150 ms' },
    { name: 'one article on the command line, cold', values: cold, unit: 'ms', budget: '1,500 ms' },
    { name: 'memory of the command line, one article', values: memory, unit: 'MB', budget: '300 MB' },
    { name: 'memory of the command line, 2,000 articles', values: streamed, unit: 'MB', budget: '300 MB' },
  ];
}

requireBuild();
const folder = mkdtempSync(join(tmpdir(), 'standpoint-speed-'));
try {
  console.log(`${describeMachine()}\n`);
  for (const series of await librarySeries()) console.log(describeSeries(series));
  for (const series of await commandLineSeries(folder)) console.log(describeSeries(series));
  for (const series of await serverSeries(folder, LIBRARY_SIZE)) console.log(describeSeries(series));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

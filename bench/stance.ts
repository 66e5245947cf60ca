import { basename } from 'node:path';
import {
  type Coded,
  type Figure,
  type Leading,
  type Predicted,
  pairUp,
  standings,
} from '../analysis/evaluate/index.js';
import { sentencesOf } from '../analysis/language/index.js';
import { loadResources } from '../analysis/resources/index.js';
import { type Contender, contenders } from './stance/contenders.js';
import { articleOf, type Line, readLines } from './stance/lines.js';

/*
 * Agreement with human labels and speed, beside the analyzers that people use today, in one run:
 *   npx tsx bench/stance.ts GOLD.jsonl [GOLD.jsonl ...]
 * Each file holds labeled articles in the project's input format. Writes Markdown: a table, how far we
 * lead the best peer, and what each was given. Three classes: mixed by the sign of its score,
 * unrelated as neutral. Intervals of 95% and the lead come from the same resamples of articles.
 */

/** Lines that each contender labels before the clock starts: it loads its words, the code gets warm. */
const WARM_UP_LINES = 50;

interface Run {
  readonly name: string;
  readonly predicted: readonly (readonly Predicted[])[];
  /** For one pass over the file. */
  readonly cpuSeconds: number;
}

/** Passes over a file go on for at least so long, since shorter times say little. */
const LEAST_CPU_SECONDS = 1;

function run({ name, predict }: Contender, lines: readonly Line[]): Run {
  for (const line of lines.slice(0, WARM_UP_LINES)) predict(line);
  const before = process.cpuUsage();
  let passes = 0;
  for (;;) {
    const predicted = lines.map(predict);
    passes++;
    const { user, system } = process.cpuUsage(before);
    const cpuSeconds = (user + system) / 1e6;
    if (cpuSeconds >= LEAST_CPU_SECONDS) return { name, predicted, cpuSeconds: cpuSeconds / passes };
  }
}

function foldedOf(lines: readonly Line[], { predicted }: Run) {
  return lines.map((line, at) =>
    pairUp(line, predicted[at] ?? [], 'unit').map(({ folded }: Coded) => folded),
  );
}

function sentenceCount(lines: readonly Line[]): number {
  return lines.map(articleOf).reduce((sum, { text, units }) => sum + sentencesOf(text, units).length, 0);
}

const percent = (share: number) => (100 * share).toFixed(1);

function interval({ value, interval: { low, high } }: Figure): string {
  return `${percent(value)} [${percent(low)}, ${percent(high)}]`;
}

function describeLead(file: string, { over, lead }: Leading): string {
  return `- ${file}: ${percent(lead.value)} points of macro-F1 over ${over} [${percent(lead.interval.low)}, ${percent(lead.interval.high)}]`;
}

/** Rows of the table for one file, and our lead. */
function measure(path: string, all: readonly Contender[]): { rows: string[]; lead: string } {
  const lines = readLines(path);
  const sentences = sentenceCount(lines);
  const runs = all.map((contender) => run(contender, lines));
  const pairs = new Map(runs.map((one) => [one.name, foldedOf(lines, one)]));
  const { rows, leading } = standings(pairs);
  const count = [...pairs.values()][0]?.flat().length ?? 0;
  const speeds = new Map(
    runs.map(({ name, cpuSeconds }) => [name, Math.round(sentences / cpuSeconds).toLocaleString('en')]),
  );
  return {
    rows: rows.map(({ name, macroF1, accuracy }) =>
      row(basename(path), count, name, interval(macroF1), percent(accuracy.value), speeds.get(name) ?? ''),
    ),
    lead: describeLead(basename(path), leading),
  };
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function main(paths: readonly string[]): void {
  if (paths.length === 0) throw new Error('usage: stance.ts GOLD.jsonl [GOLD.jsonl ...]');
  const all = contenders(loadResources());
  const leads: string[] = [];
  console.log(
    row('file', 'paragraphs', 'scorer', 'macro-F1 [95%]', 'accuracy', 'sentences per second of CPU'),
  );
  console.log(row('---', '---:', '---', '---', '---:', '---:'));
  for (const path of paths) {
    const { rows, lead } = measure(path, all);
    for (const line of rows) console.log(line);
    leads.push(lead);
  }
  console.log(`\nLead over the best peer, paired bootstrap over articles [95%]:\n\n${leads.join('\n')}`);
  console.log('\nWhat each was given:\n');
  for (const { name, given } of all) console.log(`- ${name}: ${given}`);
}

main(process.argv.slice(2));

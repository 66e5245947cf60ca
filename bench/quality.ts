/**
 * Agreement with human labels and speed, side by side with lexicon analyzers, in one run:
 *   npx tsx bench/quality.ts GOLD.jsonl [GOLD.jsonl ...]
 * Each file holds labelled articles in the project's input format. Writes a Markdown table.
 */
import { basename } from 'node:path';
import { evaluate } from '../analysis/evaluate/index.js';
import { loadResources } from '../analysis/resources/index.js';
import { contenders } from './quality/contenders.js';
import { readLines } from './quality/lines.js';

interface Row {
  readonly file: string;
  readonly scorer: string;
  readonly macroF1: string;
  readonly accuracy: string;
  readonly perSecond: string;
}

const percent = (share: number) => (100 * share).toFixed(1);

async function measure(path: string): Promise<Row[]> {
  const lines = readLines(path);
  const rows: Row[] = [];
  for (const { name, predict } of contenders(loadResources())) {
    const start = performance.now();
    const predicted = lines.map(predict);
    const seconds = (performance.now() - start) / 1000;
    const byId = new Map(lines.map((line, at) => [line, predicted[at] ?? []]));
    const { folded } = await evaluate(lines, (line) => byId.get(line) ?? []);
    const { value, interval } = folded.macroF1;
    rows.push({
      file: basename(path),
      scorer: name,
      macroF1: `${percent(value)} [${percent(interval.low)}, ${percent(interval.high)}]`,
      accuracy: percent(folded.accuracy.value),
      perSecond: Math.round(
        lines.reduce((sum, line) => sum + line.paragraphs.length, 0) / seconds,
      ).toLocaleString('en'),
    });
  }
  return rows;
}

async function main(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) throw new Error('usage: quality.ts GOLD.jsonl [GOLD.jsonl ...]');
  console.log(
    '| file | scorer | macro-F1, 3 classes [95%] | accuracy | paragraphs/s |\n|---|---|---|---|---|',
  );
  for (const path of paths) {
    for (const row of await measure(path)) console.log(`| ${Object.values(row).join(' | ')} |`);
  }
}

await main(process.argv.slice(2));

import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { evaluate } from '../analysis/evaluate/index.js';
import { loadResources, packageRoot } from '../analysis/resources/index.js';
import { reliabilitySvg } from './calibration/reliability-svg.js';
import { standpoint } from './stance/contenders.js';
import { readLines } from './stance/lines.js';

/*
 * Whether the program knows when it is right:
 *   npx tsx bench/calibration.ts GOLD.jsonl [GOLD.jsonl ...] [--svg FILE]
 * Takes all files together, each line an article of its own. Prints the figures as Markdown and draws
 * the reliability diagram into FILE (docs/images/reliability.svg unless given). Three classes: mixed
 * by the sign of its score, unrelated as neutral.
 */

const SVG = join(packageRoot(), 'docs', 'images', 'reliability.svg');

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--svg');
  const svg = at < 0 ? SVG : (args[at + 1] ?? SVG);
  const paths = at < 0 ? args : args.toSpliced(at, 2);
  if (paths.length === 0) throw new Error('usage: calibration.ts GOLD.jsonl [GOLD.jsonl ...] [--svg FILE]');
  const { predict } = standpoint(loadResources());
  const lines = paths.flatMap(readLines);
  const { confidence, paragraphs } = await evaluate(lines, predict);
  if (!confidence) throw new Error('nothing was said about confidence');
  const { calibrationError, brier, coverage, bins } = confidence;
  const number = (value: number) => value.toFixed(3);
  const figure = ({ value, interval: { low, high } }: typeof brier) =>
    `${number(value)} | ${number(low)} to ${number(high)}`;
  const names = paths.map((path) => basename(path)).join(', ');
  console.log(`${paragraphs} paragraphs of ${lines.length} articles: ${names}\n`);
  console.log('| measure | value | 95% interval |\n|---|---:|---|');
  console.log(
    `| expected calibration error (${bins.length} bins of equal width) | ${figure(calibrationError)} |`,
  );
  console.log(`| Brier score | ${figure(brier)} |`);
  for (const { share, accuracy } of coverage)
    console.log(`| accuracy, surest ${100 * share}% | ${figure(accuracy)} |`);
  mkdirSync(join(svg, '..'), { recursive: true });
  writeFileSync(svg, reliabilitySvg(bins));
  console.log(`\nDrawn: ${basename(svg)}`);
}

await main(process.argv.slice(2));

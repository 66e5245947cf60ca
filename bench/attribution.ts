import { basename } from 'node:path';
import type { Attribution } from '../analysis/article/index.js';
import { evaluateAttribution, type MarkedLayers } from '../analysis/evaluate/index.js';
import { loadResources } from '../analysis/resources/index.js';
import { type Contender, contenders, type Quote } from './attribution/contenders.js';
import { type Line, quotedAlone, readLines } from './attribution/lines.js';

/*
 * Quotations and their speakers, beside the packages that find quotations today, in one run:
 *   npx tsx bench/attribution.ts GOLD.jsonl [GOLD.jsonl ...]
 * Each file holds articles with marked attributions, as for `standpoint evaluate --task attribution`, which
 * measures ours as a whole. Here only words inside quotation marks count, of contents that people marked,
 * since peers find nothing else. Writes Markdown: a table, ratios, and what each was given.
 */

/** Lines that each contender reads before the clock starts. */
const WARM_UP_LINES = 10;
/** Passes over a file go on for at least so long, since shorter times say little. */
const LEAST_CPU_SECONDS = 2;

interface Row {
  readonly name: string;
  readonly tokens: Measured;
  readonly exact: Measured;
  readonly right: Measured;
  readonly precision: Measured;
  readonly wordsPerSecond: number;
}

type Measured = {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number };
};

function measure({ name, find }: Contender, lines: readonly Line[]): Row {
  const found = lines.map((line): MarkedLayers => {
    const attributions = find(line.article).map(attributionOf);
    return { id: line.id, marked: quotedAlone(line), layers: { ...line.layers, attributions } };
  });
  const { attributions } = evaluateAttribution(found);
  if (!attributions) throw new Error('nothing is marked');
  const { parts, who } = attributions;
  return {
    name,
    tokens: parts.content.tokens.f1,
    exact: parts.content.exact.f1,
    right: who.all,
    precision: who.precision,
    wordsPerSecond: wordsIn(lines) / secondsFor(find, lines),
  };
}

function attributionOf({ source, content }: Quote): Attribution {
  return { id: '', parent: null, source, cue: [], content, speaker: null, kind: 'direct', cueKind: 'speech' };
}

/** CPU seconds of one pass. */
function secondsFor(find: Contender['find'], lines: readonly Line[]): number {
  for (const { article } of lines.slice(0, WARM_UP_LINES)) find(article);
  const before = process.cpuUsage();
  for (let passes = 1; ; passes++) {
    for (const { article } of lines) find(article);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (seconds >= LEAST_CPU_SECONDS) return seconds / passes;
  }
}

function wordsIn(lines: readonly Line[]): number {
  return lines.reduce((sum, { article }) => sum + (article.text.match(/\S+/gu)?.length ?? 0), 0);
}

function percent({ value, interval: { low, high } }: Measured): string {
  if (Number.isNaN(value)) return '–';
  const of = (share: number) => (100 * share).toFixed(1);
  return `${of(value)} [${of(low)}, ${of(high)}]`;
}

function cells(...values: readonly string[]): string {
  return `| ${values.join(' | ')} |`;
}

function describe(file: string, { name, tokens, exact, right, precision, wordsPerSecond }: Row): string {
  const speed = (Math.round(wordsPerSecond / 100) * 100).toLocaleString('en');
  return cells(file, name, percent(tokens), percent(exact), percent(right), percent(precision), speed);
}

/** Ours against each peer: how many times as much. */
function ratios(file: string, rows: readonly Row[]): string[] {
  const [ours, ...peers] = rows;
  if (!ours) return [];
  const times = (own: number, other: number) =>
    other > 0 ? `${(own / other).toFixed(2)} times` : 'none there';
  return peers.map(
    (peer) =>
      `- ${file}, standpoint to ${peer.name}: F1 of tokens ${times(ours.tokens.value, peer.tokens.value)}, ` +
      `of whole quotations ${times(ours.exact.value, peer.exact.value)}, speakers right ` +
      `${times(ours.right.value, peer.right.value)}, words a second ${times(ours.wordsPerSecond, peer.wordsPerSecond)}`,
  );
}

async function main(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) throw new Error('usage: attribution.ts GOLD.jsonl [GOLD.jsonl ...]');
  const resources = loadResources();
  const all = contenders(resources);
  const compared: string[] = [];
  console.log(
    cells(
      'file',
      'reader',
      'tokens F1 [95%]',
      'whole quotations F1',
      'speaker right',
      'of those named',
      'words a second',
    ),
  );
  console.log(cells('---', '---', '---', '---', '---', '---', '---:'));
  for (const path of paths) {
    const lines = await readLines(path, resources);
    const rows = all.map((contender) => measure(contender, lines));
    for (const row of rows) console.log(describe(basename(path), row));
    compared.push(...ratios(basename(path), rows));
  }
  console.log(`\n${compared.join('\n')}\n`);
  for (const { name, given } of all) console.log(`- ${name}: ${given}`);
}

await main(process.argv.slice(2));

import { basename } from 'node:path';
import { adaptationFigures, type Figure, readGold } from '../analysis/evaluate/index.js';
import { annotate } from '../analysis/pipeline.js';
import { loadResources, type Resources, resolveTarget } from '../analysis/resources/index.js';
import {
  type Coded,
  codedParagraphs,
  crossValidate,
  FEATURE_GROUPS,
  type FeatureGroup,
} from '../analysis/stance/index.js';
import { articleOf, type Line, mentionsOf, readLines } from './stance/lines.js';

/*
 * What adaptation to coded paragraphs brings, and which features bring it:
 *   npx tsx bench/context.ts GOLD.jsonl [--folds N]
 * Ten-fold cross-validation by article, as `standpoint train codes` does it. Writes a table in
 * Markdown: the scorer as it comes, adapted on the words alone, and with one group of features after
 * the other, neighboring paragraphs included, which it does not use. Macro-F1 over three classes; intervals of 95% from resampling articles.
 */

const FOLDS = 10;
const DEFAULT_TARGET = 'coalition';

const ROWS: readonly { readonly name: string; readonly groups: readonly FeatureGroup[] }[] = [
  { name: 'words only', groups: ['words'] },
  { name: 'words, position', groups: ['words', 'position'] },
  { name: 'words, position, article: as `train codes` does', groups: ['words', 'position', 'article'] },
  { name: 'words, position, neighbors', groups: ['words', 'position', 'neighbors'] },
  { name: 'all', groups: FEATURE_GROUPS },
];

function codedOf(line: Line, resources: Resources): Coded[] {
  const article = articleOf(line);
  return codedParagraphs(
    {
      annotated: annotate(article, resources),
      target: resolveTarget(line.target ?? DEFAULT_TARGET, resources),
      mentions: mentionsOf(line, article),
      labels: readGold(line).paragraphs.map((paragraph) => paragraph?.label ?? null),
    },
    resources,
  );
}

const percent = (share: number) => (100 * share).toFixed(1);

function cell({ value, interval: { low, high } }: Figure): string {
  return `${percent(value)} [${percent(low)}, ${percent(high)}]`;
}

function main([path, ...options]: readonly string[]): void {
  if (path === undefined) throw new Error('usage: context.ts GOLD.jsonl [--folds N]');
  const folds = options[0] === '--folds' ? Number(options[1]) : FOLDS;
  const resources = loadResources();
  const coded = readLines(path).flatMap((line) => codedOf(line, resources));
  const measure = (groups: readonly FeatureGroup[]) =>
    adaptationFigures(crossValidate(coded, groups, folds, resources));
  const articles = new Set(coded.map(({ article }) => article)).size;
  console.log(`${basename(path)}: ${coded.length} paragraphs of ${articles} articles, ${folds} folds\n`);
  console.log('| features | macro-F1 [95%] | gain over the scorer as it comes |');
  console.log('|---|---|---|');
  for (const [at, { name, groups }] of ROWS.entries()) {
    const { unadapted, adapted, difference } = measure(groups);
    if (at === 0) console.log(`| none: as it comes | ${cell(unadapted)} | |`);
    console.log(`| ${name} | ${cell(adapted)} | ${cell(difference)} |`);
  }
}

main(process.argv.slice(2));

/*
 * Whether the listed evidence carries the score, on files in the form of the gold standard:
 *   npx tsx bench/faithfulness.ts GOLD.jsonl...
 * Prints for each file in how many supportive and skeptical units |score| falls once their evidence
 * is covered, and what share of the characters of units with evidence it covers.
 */
import { readFileSync } from 'node:fs';
import type { TargetRef } from '../analysis/article/index.js';
import { annotate, score } from '../analysis/pipeline.js';
import { loadResources, resolveTarget } from '../analysis/resources/index.js';
import { coverageOf, type Faithfulness, faithfulnessOf } from '../test/stance/faithfulness.js';
import { articleOf } from '../test/stance/made.js';

interface GoldLine {
  readonly target?: TargetRef;
  readonly paragraphs: readonly string[];
  readonly mentions?: readonly { readonly paragraph: number; readonly start: number; readonly end: number }[];
}

const PERCENT = 100;
const percent = (share: number) => (share * PERCENT).toFixed(1);
const resources = loadResources();

for (const path of process.argv.slice(2)) measure(path);

function measure(path: string): void {
  const sum = { units: 0, fallen: 0 };
  const coverages: number[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const { faithfulness, covered } = measureLine(JSON.parse(line) as GoldLine);
    sum.units += faithfulness.units;
    sum.fallen += faithfulness.fallen;
    coverages.push(...covered);
  }
  coverages.sort((a, b) => a - b);
  const at = (share: number) => percent(coverages[Math.floor(share * (coverages.length - 1))] ?? 0);
  process.stdout.write(
    `${path}: |score| falls in ${percent(sum.fallen / Math.max(1, sum.units))}% of ${sum.units} units; ` +
      `evidence covers ${at(0.5)}% of a unit (median), ${at(0.95)}% (95 in 100), ${at(1)}% at most\n`,
  );
}

function measureLine({ paragraphs, target, mentions }: GoldLine): {
  faithfulness: Faithfulness;
  covered: number[];
} {
  const article = articleOf(paragraphs);
  const named = resolveTarget(target ?? 'coalition', resources);
  const given =
    mentions?.map(({ paragraph, start, end }) => {
      const from = article.units[paragraph]?.start ?? 0;
      return { start: from + start, end: from + end };
    }) ?? null;
  const scoring = score(annotate(article, resources), named, resources, { mentions: given });
  const covered = scoring.paragraphs.flatMap((unit) => (unit.evidence.length > 0 ? [coverageOf(unit)] : []));
  return { faithfulness: faithfulnessOf(article, named, resources, given), covered };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { TargetRef } from '../../analysis/article/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { loadResources, packageRoot, resolveTarget } from '../../analysis/resources/index.js';
import { coverageOf, faithfulnessOf } from './faithfulness.js';
import { articleOf } from './made.js';

interface GoldLine {
  readonly target?: TargetRef;
  readonly paragraphs: readonly string[];
}

/** The contract's share of supportive and skeptical units whose |score| must fall. */
const LEAST_SHARE = 0.9;

/** Evidence points to words, not to whole passages: no more than half of a paragraph of several sentences. */
const MOST_COVERED = 0.5;

const GOLD = ['coalition.jsonl', 'other-targets.jsonl'];

it('the score falls once the listed evidence is covered, in the gold articles', () => {
  const resources = loadResources();
  let units = 0;
  let fallen = 0;
  for (const file of GOLD) {
    const text = readFileSync(join(packageRoot(), 'corpus', 'gold', file), 'utf8');
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
      const { paragraphs, target } = JSON.parse(line) as GoldLine;
      const found = faithfulnessOf(
        articleOf(paragraphs),
        resolveTarget(target ?? 'coalition', resources),
        resources,
      );
      units += found.units;
      fallen += found.fallen;
    }
  }
  expect(units).toBeGreaterThan(50);
  expect(fallen / units).toBeGreaterThanOrEqual(LEAST_SHARE);
});

it('evidence covers no more than half of a paragraph in the gold articles', () => {
  const resources = loadResources();
  for (const file of [...GOLD, join('paragraphs', 'development.jsonl')]) {
    const text = readFileSync(join(packageRoot(), 'corpus', 'gold', file), 'utf8');
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
      const { paragraphs, target } = JSON.parse(line) as GoldLine;
      const resolved = resolveTarget(target ?? 'coalition', resources);
      const scoring = score(annotate(articleOf(paragraphs), resources), resolved, resources);
      for (const unit of scoring.paragraphs) expect(coverageOf(unit)).toBeLessThanOrEqual(MOST_COVERED);
    }
  }
});

/**
 * Trains corpus/models/stance-cues.json. Usage:
 *   npx tsx analysis/stance/training/train.ts OUT PATH=WEIGHT [PATH=WEIGHT ...]
 * Each PATH holds labelled articles in the project's input format; WEIGHT is what one of its
 * passages counts. The same inputs give the same bytes. The model card lists what was used.
 */
import { writeFileSync } from 'node:fs';
import { loadResources } from '../../resources/index.js';
import { calibrate } from './calibrate.js';
import { type Example, readExamples } from './examples.js';
import { fitWeights } from './fit.js';
import { THRESHOLDS } from './priors.js';

/** Chosen on the development sets; half or double gives the same figures within noise. */
const OPTIONS = { l2: 30, wordL2: 12, leastCount: 3, iterations: 200 };

/** One in this many groups of passages is kept out of a first fit, to calibrate confidence on. */
const HELD_OUT = 5;

function main([out, ...sources]: readonly string[]): void {
  if (out === undefined || sources.length === 0)
    throw new Error('usage: train.ts OUT PATH=WEIGHT [PATH=WEIGHT ...]');
  const resources = loadResources();
  const examples = sources.flatMap((source) => {
    const [path = '', weight = '1'] = source.split('=');
    return readExamples(path, Number(weight), resources);
  });
  const isHeldOut = ({ group }: Example) => bucketOf(group) === 0;
  const trial = fitWeights(
    examples.filter((example) => !isHeldOut(example)),
    OPTIONS,
  );
  const confidence = calibrate(examples.filter(isHeldOut), trial);
  const { baseline, relations, words } = fitWeights(examples, OPTIONS);
  const model = {
    version: 1,
    trainedOn: examples.length,
    baseline,
    thresholds: THRESHOLDS,
    confidence,
    relations,
  };
  writeFileSync(out, withWords(model, words));
}

/** One word to a line, so that two versions can be compared. */
function withWords(model: object, words: Record<string, readonly [number, number]>): string {
  const head = JSON.stringify(model, null, 1).replace(/\n\}$/u, '');
  const lines = Object.entries(words).map(
    ([term, weights]) => `  ${JSON.stringify(term)}: ${JSON.stringify(weights)}`,
  );
  return `${head},\n "words": {\n${lines.join(',\n')}\n }\n}\n`;
}

/** Which of HELD_OUT buckets a text falls into: a plain polynomial hash, the same everywhere. */
function bucketOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return hash % HELD_OUT;
}

main(process.argv.slice(2));

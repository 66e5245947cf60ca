import type { CueExample } from './examples.js';
import { type Fitted, fitWeights } from './fit.js';

/** Chosen on the development sets; half or double gives the same figures within noise. */
const OPTIONS = { l2: 30, wordL2: 12, leastCount: 3, iterations: 200 };

/** Trains the cue model and returns its file. The same examples give the same text. */
export function trainCueModel(examples: readonly CueExample[]): string {
  return fileOf(fitWeights(examples, OPTIONS), examples.length);
}

/** One word to a line, so that two versions can be compared. */
function fileOf({ baseline, relations, words }: Fitted, trainedOn: number): string {
  const head = JSON.stringify({ version: 2, trainedOn, baseline, relations }, null, 1);
  const lines = Object.entries(words).map(
    ([term, weights]) => `  ${JSON.stringify(term)}: ${JSON.stringify(weights)}`,
  );
  return `${head.replace(/\n\}$/u, '')},\n "words": {\n${lines.join(',\n')}\n }\n}\n`;
}

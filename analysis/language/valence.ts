import { createRequire } from 'node:module';

let lexicon: ReadonlyMap<string, number> | null = null;

/**
 * How pleasant or unpleasant a word is on the AFINN scale, -5 to 5; 0 for words without valence.
 * Valence is not stance: "critics" is -2 whomever they criticize. From the package `sentiment`.
 */
export function valenceOf(word: string): number {
  lexicon ??= load();
  return lexicon.get(word.toLowerCase()) ?? 0;
}

function load(): ReadonlyMap<string, number> {
  const require = createRequire(import.meta.url);
  const labels = require('sentiment/languages/en/labels.json') as Record<string, number>;
  return new Map(Object.entries(labels));
}

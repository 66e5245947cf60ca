import { createRequire } from 'node:module';

type Stemmers = typeof import('natural/lib/natural/stemmers/index.js');
type Distances = typeof import('natural/lib/natural/distance/index.js');

const require = createRequire(import.meta.url);
const PORTER_PATH = 'natural/lib/natural/stemmers/porter_stemmer.js';
const JARO_WINKLER_PATH = 'natural/lib/natural/distance/jaro-winkler_distance.js';

let porter: Stemmers['PorterStemmer'] | null = null;
let jaroWinkler: Distances['JaroWinklerDistance'] | null = null;

/** The Porter stem: "criticism", "criticized" and "critics" become "critic". From the package `natural`. */
export function stem(word: string): string {
  porter ??= require(PORTER_PATH) as Stemmers['PorterStemmer'];
  return porter.stem(word);
}

/** Likeness of two spellings by Jaro and Winkler, 0 to 1, without regard to case. */
export function similarity(a: string, b: string): number {
  jaroWinkler ??= require(JARO_WINKLER_PATH) as Distances['JaroWinklerDistance'];
  return jaroWinkler(a, b, { ignoreCase: true });
}

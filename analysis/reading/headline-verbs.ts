import type { Resources } from '../resources/index.js';

const known = new WeakMap<Resources, ReadonlySet<string>>();

/**
 * Tells whether a word is the third person of a verb of the lexicon ("praises", "denies"): what
 * parts the headline "Kerry Praises Allies in Brussels" from the byline "Jane Doe in Brussels".
 */
export function headlineVerbs(resources: Resources): (word: string) => boolean {
  const verbs = known.get(resources) ?? new Set(resources.lexicons.verbs.map(({ term }) => term));
  known.set(resources, verbs);
  return (word) => baseForms(word.toLowerCase()).some((form) => verbs.has(form));
}

function baseForms(word: string): string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)];
  return word.endsWith('s') ? [word.slice(0, -1)] : [];
}

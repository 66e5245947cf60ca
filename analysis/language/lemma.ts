import type { PartOfSpeech } from '../article/index.js';

const VOWEL = /[aeiouy]/u;
const DOUBLED = /([bdfgklmnprtvz])\1$/u;
/** Endings after which a bare verb stem takes an "e" ("tweak" does not, "retcon|cile" does). */
const NEEDS_E = /(?:[^aeiou][aeiou][cgvsz]|[^l]l|at|iz|is|iv|uc|uis|dg|rg|nc|ng)$/u;

/**
 * The dictionary form of a word that the tagger's dictionary does not hold, by its ending: "retweeted"
 * to "retweet", "podcasters" to "podcaster". `norm` is lower case.
 */
export function lemmaOfUnknown(norm: string, pos: PartOfSpeech): string {
  if (!/^[a-z][a-z-]{3,}$/u.test(norm)) return norm;
  if (pos === 'NOUN') return singular(norm);
  if (pos === 'VERB') return bareVerb(norm);
  return norm;
}

function singular(word: string): string {
  if (/(?:ss|us|is|ics|ews)$/u.test(word)) return word;
  if (/ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|zes)$/u.test(word)) return word.slice(0, -2);
  if (/men$/u.test(word)) return `${word.slice(0, -2)}an`;
  return word.replace(/s$/u, '');
}

function bareVerb(word: string): string {
  if (/ied$/u.test(word)) return `${word.slice(0, -3)}y`;
  const stem = word.replace(/(?:ed|ing)$/u, '');
  if (stem === word) return singular(word);
  if (!VOWEL.test(stem)) return word;
  if (DOUBLED.test(stem)) return stem.slice(0, -1);
  return NEEDS_E.test(stem) ? `${stem}e` : stem;
}

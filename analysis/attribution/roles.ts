import type { Cast } from './cast.js';
import { type Discourse, normAt, posAt } from './discourse.js';
import type { SourcePhrase } from './draft.js';
import type { Person } from './people.js';

/** How many persons are compared with a description. */
const MOST_PERSONS = 200;

/**
 * The named person whose office a description repeats: "the State Secretary" is the "US Secretary of
 * State". The words of the description must be among those of the role, in any order, its head included;
 * where two persons fit equally, nobody is chosen.
 */
export function personForRole(
  { discourse, people }: Cast,
  source: SourcePhrase,
  text: string,
): Person | null {
  if (/^(?:a|an|some|many|one|several|two|three)\s/iu.test(text)) return null;
  const words = contentWords(text);
  const head = normAt(discourse, source.head);
  if (words.length === 0 || posAt(discourse, source.head) === 'PRON') return null;
  let best: Person | null = null;
  let bestFit = 0;
  let rivals = 0;
  for (const person of people.all.slice(0, MOST_PERSONS)) {
    if (person.kind !== 'named' || !namedBefore(person, source.from, discourse)) continue;
    const fit = Math.max(0, ...person.roles.map((role) => fitOf(words, head, role)));
    if (fit > bestFit) [best, bestFit, rivals] = [person, fit, 0];
    else if (fit === bestFit && fit > 0) rivals++;
  }
  return rivals === 0 ? best : null;
}

function namedBefore(person: Person, at: number, discourse: Discourse): boolean {
  const first = person.mentions[0];
  return first === undefined || first.from < at || discourse.unitOf[first.from] === discourse.unitOf[at];
}

/** How many words of the description the role holds; 0 where the head or any other word is missing. */
function fitOf(words: readonly string[], head: string, role: string): number {
  const held = new Set(contentWords(role));
  if (!held.has(singular(head))) return 0;
  return words.every((word) => held.has(word)) ? words.length / (1 + held.size) + words.length : 0;
}

function contentWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(
      (word) =>
        word.length > 1 && !/^(?:the|of|to|for|at|and|former|then|top|his|her|their|its)$/u.test(word),
    )
    .map(singular);
}

function singular(word: string): string {
  return word.replace(/s$/u, '');
}

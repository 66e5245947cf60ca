import { type Discourse, normAt, OUTSIDE, placeAt, posAt } from './discourse.js';

/** Longest parenthesis between a name and its verb, in tokens ("Hammond, the foreign secretary, said"). */
const LONGEST_PARENTHESIS = 45;
const BRACKETS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);
const COMMA_LIKE = /^(?:,|—|–|--)$/u;

/** The index of the mark that opens the parenthesis closed at `i`, or -1. */
export function openingOfParenthesis(discourse: Discourse, i: number, floor: number): number {
  const mark = normAt(discourse, i);
  const bracket = BRACKETS.get(mark);
  const limit = Math.max(floor, i - LONGEST_PARENTHESIS);
  if (!bracket && !COMMA_LIKE.test(mark)) return -1;
  let hasClause = false;
  for (let k = i - 1; k > limit; k--) {
    const norm = normAt(discourse, k);
    if (bracket) {
      if (norm === bracket) return k;
      continue;
    }
    if (placeAt(discourse, k) !== OUTSIDE) return -1;
    if (norm === mark) return hasClause ? -1 : k;
    if (/^(?:who|which|that|whose|where|when)$/u.test(norm)) hasClause = false;
    else if (needsSubject(discourse, k)) hasClause = true;
  }
  return -1;
}

/** A verb that needs a subject: what holds one without "who" is a clause, no parenthesis. */
function needsSubject(discourse: Discourse, i: number): boolean {
  const pos = posAt(discourse, i);
  return (
    pos === 'AUX' ||
    (pos === 'VERB' && !/(?:ed|ing|en)$/u.test(normAt(discourse, i)) && posAt(discourse, i - 1) !== 'PART')
  );
}

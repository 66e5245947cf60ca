import type { Token } from '../../article/index.js';

const OPENERS = new Set([
  'but',
  'while',
  'whereas',
  'although',
  'though',
  'because',
  'if',
  'unless',
  'when',
  'since',
  'after',
  'before',
  'until',
  'despite',
  'that',
  'which',
  'who',
  'whose',
  'where',
  'yet',
  'as',
]);
const STRONG = new Set([';', ':', '(', ')', '—', '–', '--', '"', '“', '”']);

/** A comma parts clauses only when a clause-like stretch follows or precedes it. */
const SHORTEST_STRETCH = 3;

/** Numbers the clauses of a sentence: tokens with the same number belong together. */
export function clausesOf(tokens: readonly Token[]): Int32Array {
  const numbers = new Int32Array(tokens.length);
  let current = 0;
  let begun = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (at > begun && opensClause(tokens, at, begun)) {
      current++;
      begun = at;
    }
    numbers[at] = current;
  }
  return numbers;
}

function opensClause(tokens: readonly Token[], at: number, begun: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (STRONG.has(token.text)) return true;
  if (token.text === ',') return at - begun >= SHORTEST_STRETCH;
  if (token.pos === 'DET' || !OPENERS.has(token.norm)) return false;
  if (JOINING.has(token.norm) && !verbFollows(tokens, at)) return false;
  return tokens[at - 1]?.text !== ',' || at - begun > 1;
}

/** These join single words as well as clauses ("brave but ineffective"). */
const JOINING = new Set(['but', 'yet', 'though', 'if']);

/** Whether a verb comes before the next comma or stop. */
function verbFollows(tokens: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.text === ',' || STRONG.has(token.text) || token.text === '.') return false;
    if (token.pos === 'VERB' || token.pos === 'AUX') return true;
  }
  return false;
}

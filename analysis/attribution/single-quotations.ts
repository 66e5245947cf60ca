import type { Span } from '../article/index.js';

interface SingleQuotation extends Span {
  readonly outer: Span;
}

interface Candidate {
  readonly at: number;
  readonly opens: boolean;
  /** Hardly an apostrophe: it stands after punctuation, or not after an "s". */
  readonly sure: boolean;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–:"“”«]/u;
/** "'90s", "'em", "'til": an apostrophe at the start of a word. */
const CLIPPED_WORD = /^(?:\d|(?:em|til|cause|tis|twas|n|cuz|round|bout)\b)/iu;

/**
 * Quotations between single marks in one unit: ‘so-called’, 'this'. Apostrophes are told apart by what
 * stands around them; a closing mark after "s" only counts where no surer one follows.
 */
export function singleQuotations(text: string, unit: Span): SingleQuotation[] {
  const candidates = candidatesIn(text, unit);
  const found: SingleQuotation[] = [];
  let i = 0;
  while (i < candidates.length) {
    const opening = candidates[i];
    const close = opening?.opens ? closingFor(candidates, i) : -1;
    const closing = candidates[close];
    if (opening && closing && closing.at > opening.at + 1) {
      found.push({
        start: opening.at + 1,
        end: closing.at,
        outer: { start: opening.at, end: closing.at + 1 },
      });
      i = close + 1;
    } else i++;
  }
  return found;
}

function candidatesIn(text: string, unit: Span): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.slice(unit.start, unit.end).matchAll(/['‘’]/gu)) {
    const at = unit.start + match.index;
    const candidate = candidateAt(text, unit, at, match[0]);
    if (candidate) found.push(candidate);
  }
  return found;
}

function candidateAt(text: string, unit: Span, at: number, mark: string): Candidate | null {
  const before = at > unit.start ? text.charAt(at - 1) : ' ';
  const after = at + 1 < unit.end ? text.charAt(at + 1) : ' ';
  const closesInside = after === "'" && text.charAt(at + 2) === "'" && !/[\s']/u.test(before);
  if (before === "'" || (after === "'" && !closesInside)) return null;
  const opens = mark !== '’' && BEFORE_OPENING.test(before) && LETTER_OR_DIGIT.test(after);
  if (opens) return CLIPPED_WORD.test(text.slice(at + 1, at + 8)) ? null : { at, opens, sure: true };
  const closes = mark !== '‘' && !/\s/u.test(before) && !LETTER_OR_DIGIT.test(after);
  return closes ? { at, opens: false, sure: !/s/iu.test(before) } : null;
}

/** The closing mark that belongs to the opening one at `from`: a sure one, else the first before the next opening. */
function closingFor(candidates: readonly Candidate[], from: number): number {
  let first = -1;
  for (let k = from + 1; k < candidates.length; k++) {
    const candidate = candidates[k];
    if (!candidate || candidate.opens) break;
    if (candidate.sure) return k;
    if (first < 0) first = k;
  }
  return first;
}

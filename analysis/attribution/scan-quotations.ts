import { contains, overlaps, type Span, type TextUnit, trimSpan } from '../article/index.js';
import { singleQuotations } from './single-quotations.js';

/** A pair of quotation marks and what is between them; `outer` includes the marks. */
export interface QuotedSpan extends Span {
  readonly outer: Span;
  /** Ordinal of the unit that it lies in. */
  readonly unit: number;
  /** False where the closing mark is missing and the quotation was ended at its paragraph. */
  readonly closed: boolean;
  /** Goes on from a quotation that the paragraph before left open. */
  readonly continued: boolean;
  /** Lies inside another quotation. */
  readonly nested: boolean;
}

interface Open {
  readonly outerStart: number;
  readonly start: number;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'open' | 'close' | 'either';
}

/** In "'''" the single mark is the inner one: first where the quotation closes, last where it opens. */
const DOUBLE = /["“”„‟«»]|(?<=\S)''(?!')|(?<!\S)''|``/gu;
const OPENS = /^(?:[“„‟«]|``)$/u;
const CLOSES = /^[”»]$/u;
/** What may stand before an opening mark. */
const BEFORE_OPENING = /[\s([{—–\-:;,'‘’“"/]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Quotations of a text in order: straight and curly marks, doubled single marks and guillemets, also
 * mixed; single marks on their own or inside a quotation. A quotation never crosses a unit: where the
 * next unit opens with a mark, it goes on from the one left open. Linear in the text.
 */
export function scanQuotations(text: string, units: readonly TextUnit[]): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  let leftOpen = false;
  for (const unit of units) {
    const inUnit = doubleQuotations(text, unit, leftOpen);
    leftOpen = inUnit.at(-1)?.closed === false;
    found.push(...inUnit, ...placedSingles(text, unit, inUnit));
  }
  return found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

/** Single quotations, marked as nested where a double one holds them; those that cross one are dropped. */
function placedSingles(text: string, unit: TextUnit, doubles: readonly QuotedSpan[]): QuotedSpan[] {
  const placed: QuotedSpan[] = [];
  let at = 0;
  for (const single of singleQuotations(text, unit)) {
    while ((doubles[at]?.outer.end ?? Number.POSITIVE_INFINITY) <= single.outer.start) at++;
    const double = doubles[at];
    const touches = double !== undefined && overlaps(double.outer, single.outer);
    const nested = double !== undefined && contains(double, single.outer);
    if (touches && !nested) continue;
    placed.push({ ...single, unit: unit.ordinal, closed: true, continued: false, nested });
  }
  return placed;
}

function doubleQuotations(text: string, unit: TextUnit, leftOpen: boolean): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  const body = trimSpan(text, unit);
  let open: Open | null = null;
  const close = (end: number, outerEnd: number, closed: boolean) => {
    if (open && end > open.start) {
      const outer = { start: open.outerStart, end: outerEnd };
      const continued = leftOpen && open.outerStart === body.start;
      found.push({ start: open.start, end, outer, unit: unit.ordinal, closed, continued, nested: false });
    }
    open = null;
  };
  for (const mark of marksIn(text, unit)) {
    const opens = isOpening(text, body, mark, open !== null);
    if (opens === null) continue;
    if (opens) {
      const cut = trimSpan(text, { start: open?.start ?? mark.start, end: mark.start }).end;
      close(cut, cut, false);
      open = { outerStart: mark.start, start: mark.end };
    } else {
      close(mark.start, mark.end, true);
    }
  }
  close(body.end, body.end, false);
  return found;
}

function* marksIn(text: string, unit: Span): Generator<Mark> {
  const body = text.slice(unit.start, unit.end);
  for (const match of body.matchAll(DOUBLE)) {
    const start = unit.start + match.index;
    const kind = OPENS.test(match[0]) ? 'open' : CLOSES.test(match[0]) ? 'close' : 'either';
    yield { start, end: start + match[0].length, kind };
  }
}

/** Whether a mark opens or closes a quotation; null for a mark that does neither (inches, strays). */
function isOpening(text: string, unit: Span, mark: Mark, inside: boolean): boolean | null {
  const before = mark.start > unit.start ? text.charAt(mark.start - 1) : ' ';
  const after = mark.end < unit.end ? text.charAt(mark.end) : ' ';
  if (mark.kind === 'open') return !closesGerman(text, mark, inside);
  if (mark.kind === 'close') {
    if (inside) return false;
    return BEFORE_OPENING.test(before) && LETTER_OR_DIGIT.test(after) ? true : null;
  }
  const canOpen = BEFORE_OPENING.test(before) && !/\s/u.test(after);
  if (inside) return canOpen && mark.start === unit.start;
  if (canOpen) return true;
  return /\p{N}/u.test(before) || /\s/u.test(after) ? null : BEFORE_OPENING.test(before);
}

/** In „this style“ the mark that opens elsewhere closes. */
function closesGerman(text: string, mark: Mark, inside: boolean): boolean {
  return inside && text.charAt(mark.start) === '“' && !/[\p{L}\p{N}]/u.test(text.charAt(mark.end));
}

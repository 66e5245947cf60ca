import type { Context } from './context.js';
import {
  CLOSING,
  type Discourse,
  normAt,
  OUTSIDE,
  placeAt,
  type QuoteRange,
  type Range,
} from './discourse.js';
import type { Draft } from './draft.js';

/** Share of a quotation that must be free for it to be given to the speaker before it. */
const FREE_SHARE = 0.7;
/** Fewest words of a quotation without a cue that is taken for speech. */
const FEWEST_WORDS = 4;
/** How much further a cue after the quotation seems than one before it. */
const CUE_AFTER = 1.5;

/** How much nearer the speaker of the quotation before seems. */
const GOES_ON = 0.5;

/** The quotation before and who spoke it. */
interface Previous {
  readonly quote: QuoteRange;
  readonly draft: Draft;
}

/**
 * Gives quotations without a cue of their own to a speaker: what goes on after `"A," Kerry said.`,
 * paragraphs that go on with a quotation, and paragraphs that open with one after a paragraph in which
 * a single person spoke. Whoever is not clear stays without a speaker.
 */
export function carryOver({ discourse }: Context, drafts: readonly Draft[]): Draft[] {
  const spoken = drafts.filter((draft) => placeAt(discourse, draft.at) === OUTSIDE);
  const covered = coverage(discourse, spoken);
  const byUnit = draftsByUnit(discourse, spoken);
  const added = new Map<Draft, Range[]>();
  let previous: Previous | null = null;
  for (const quote of discourse.quotes) {
    const own = ownerOf(spoken, covered, quote);
    const draft: Draft | null = own ?? speakerFor(discourse, byUnit, quote, previous);
    if (!draft) continue;
    previous = { quote, draft };
    if (own) continue;
    const parts = added.get(draft);
    if (parts) parts.push(quote);
    else added.set(draft, [quote]);
  }
  giveBack(discourse, spoken, covered, added);
  return drafts.map((draft) => {
    const more = added.get(draft);
    return more ? { ...draft, content: [...draft.content, ...more] } : draft;
  });
}

/** A quotation that goes on into the next paragraph belongs to the speaker named there. */
function giveBack(
  { quotes }: Discourse,
  spoken: readonly Draft[],
  covered: Int32Array,
  added: Map<Draft, Range[]>,
): void {
  const holders = new Map<Range, Draft>();
  for (const [draft, parts] of added) for (const part of parts) holders.set(part, draft);
  for (let k = quotes.length - 2; k >= 0; k--) {
    const quote = quotes[k];
    const next = quotes[k + 1];
    if (!quote || !next?.quoted.continued || quote.quoted.closed) continue;
    if (holders.has(quote) || ownerOf(spoken, covered, quote)) continue;
    const holder = holders.get(next) ?? ownerOf(spoken, covered, next);
    if (!holder) continue;
    holders.set(quote, holder);
    added.set(holder, [quote, ...(added.get(holder) ?? [])]);
  }
}

/** For each token the index of the draft whose content holds it, or -1. */
function coverage(discourse: Discourse, drafts: readonly Draft[]): Int32Array {
  const covered = new Int32Array(discourse.tokens.length).fill(-1);
  for (const [index, draft] of drafts.entries()) {
    for (const range of draft.content) covered.fill(index, range.from, range.to);
  }
  return covered;
}

function draftsByUnit(discourse: Discourse, drafts: readonly Draft[]): Map<number, Draft[]> {
  const byUnit = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const unit = discourse.unitOf[draft.at] ?? 0;
    const list = byUnit.get(unit);
    if (list) list.push(draft);
    else byUnit.set(unit, [draft]);
  }
  return byUnit;
}

/** The draft that holds most of a quotation, or null where most of it is free. */
function ownerOf(drafts: readonly Draft[], covered: Int32Array, quote: QuoteRange): Draft | null {
  let free = 0;
  let owner = -1;
  for (let i = quote.from; i < quote.to; i++) {
    const index = covered[i] ?? -1;
    if (index < 0) free++;
    else if (owner < 0) owner = index;
  }
  return free < FREE_SHARE * (quote.to - quote.from) ? (drafts[owner] ?? null) : null;
}

function speakerFor(
  discourse: Discourse,
  byUnit: ReadonlyMap<number, readonly Draft[]>,
  quote: QuoteRange,
  previous: Previous | null,
): Draft | null {
  const unit = discourse.unitOf[quote.from] ?? 0;
  if (quote.quoted.continued && previous && !previous.quote.quoted.closed) return previous.draft;
  if (quote.words < FEWEST_WORDS && !isWholeSentence(discourse, quote)) return null;
  const here = byUnit.get(unit) ?? [];
  const near = nearest(discourse, here, quote, previous);
  if (near) return near;
  if (here.length > 0 || !startsUnit(discourse, quote) || !previous) return null;
  const gap = unit - (discourse.unitOf[previous.quote.from] ?? 0);
  return gap === 1 && soleSpeaker(byUnit.get(unit - 1) ?? [], previous.draft) ? previous.draft : null;
}

function isWholeSentence(discourse: Discourse, quote: QuoteRange): boolean {
  const last = quote.to - 1;
  return discourse.place[last] === CLOSING && /^[.!?]$/u.test(normAt(discourse, last - 1));
}

/**
 * The statement of the paragraph that a quotation goes on with: that of the quotation before it, unless
 * another one was made in a later sentence; else the one whose cue stands nearest.
 */
function nearest(
  discourse: Discourse,
  drafts: readonly Draft[],
  quote: QuoteRange,
  previous: Previous | null,
): Draft | null {
  let best: Draft | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const sentence = previous ? discourse.sentenceOf[previous.draft.at] : undefined;
  for (const draft of drafts) {
    if (!draft.source || draft.cueKind !== 'speech') continue;
    const beside =
      draft !== previous?.draft && discourse.sentenceOf[draft.at] === sentence && draft.at < quote.from;
    if (beside) continue;
    const gap = draft.at < quote.from ? quote.from - draft.at : (draft.at - quote.to) * CUE_AFTER;
    const distance = draft === previous?.draft ? gap * GOES_ON : gap;
    if (distance < bestDistance) [best, bestDistance] = [draft, distance];
  }
  return best;
}

function startsUnit(discourse: Discourse, quote: QuoteRange): boolean {
  return discourse.units[discourse.unitOf[quote.from] ?? 0]?.from === quote.from;
}

/** Whether everything said in a paragraph was said by the source of one statement. */
function soleSpeaker(drafts: readonly Draft[], speaker: Draft): boolean {
  return drafts.every(
    (draft) => draft === speaker || draft.source === speaker.source || draft.source === null,
  );
}

import type { Context } from './context.js';
import { CLOSING, type Discourse, normAt, type QuoteRange, type Range } from './discourse.js';
import type { Draft } from './draft.js';

/** Share of a quotation that must be free for it to be given to the speaker before it. */
const FREE_SHARE = 0.7;
/** Fewest words of a quotation without a cue that is taken for speech. */
const FEWEST_WORDS = 4;

/**
 * Gives quotations without a cue of their own to a speaker: what goes on after "..." Kerry said., what a
 * colon announces, paragraphs that go on with a quotation, and paragraphs that are wholly quotation after
 * one where a single person spoke.
 */
export function carryOver(context: Context, drafts: readonly Draft[]): Draft[] {
  const { discourse } = context;
  const added = new Map<Draft, Range[]>();
  const covered = coverage(discourse, drafts);
  const byUnit = draftsByUnit(discourse, drafts);
  let previous: { quote: QuoteRange; draft: Draft } | null = null;
  for (const quote of discourse.quotes) {
    const owner = ownerOf(drafts, covered, quote);
    if (owner) {
      previous = { quote, draft: owner };
      continue;
    }
    const draft = speakerFor(context, byUnit, quote, previous);
    if (!draft) continue;
    added.set(draft, [...(added.get(draft) ?? []), { from: quote.from, to: quote.to }]);
    previous = { quote, draft };
  }
  return drafts.map((draft) => {
    const more = added.get(draft);
    return more ? { ...draft, content: [...draft.content, ...more] } : draft;
  });
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
  context: Context,
  byUnit: ReadonlyMap<number, readonly Draft[]>,
  quote: QuoteRange,
  previous: { quote: QuoteRange; draft: Draft } | null,
): Draft | null {
  const { discourse } = context;
  const unit = discourse.unitOf[quote.from] ?? 0;
  if (quote.quoted.continued && previous && !previous.quote.quoted.closed) return previous.draft;
  const here = byUnit.get(unit) ?? [];
  if (quote.words < FEWEST_WORDS && !isWholeSentence(discourse, quote)) return null;
  const near = nearest(discourse, here, quote);
  if (near) return near;
  if (here.length > 0 || !startsUnit(discourse, quote)) return null;
  return fromUnitBefore(context, byUnit, unit, previous);
}

function isWholeSentence(discourse: Discourse, quote: QuoteRange): boolean {
  const last = quote.to - 1;
  return discourse.place[last] === CLOSING && /^[.!?]$/u.test(normAt(discourse, last - 1));
}

/** The statement of the paragraph whose cue stands nearest, those before the quotation first. */
function nearest(discourse: Discourse, drafts: readonly Draft[], quote: QuoteRange): Draft | null {
  let best: Draft | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const draft of drafts) {
    if (!draft.source || discourse.quoteOf[draft.at] !== -1) continue;
    const distance = draft.at < quote.from ? quote.from - draft.at : (draft.at - quote.to) * 1.5;
    if (distance < bestDistance) [best, bestDistance] = [draft, distance];
  }
  return best;
}

function startsUnit(discourse: Discourse, quote: QuoteRange): boolean {
  return discourse.units[discourse.unitOf[quote.from] ?? 0]?.from === quote.from;
}

/** The speaker of the paragraph before, when there was only one, or when its last words announce one. */
function fromUnitBefore(
  { discourse }: Context,
  byUnit: ReadonlyMap<number, readonly Draft[]>,
  unit: number,
  previous: { quote: QuoteRange; draft: Draft } | null,
): Draft | null {
  if (!previous) return null;
  const gap = unit - (discourse.unitOf[previous.quote.from] ?? 0);
  return gap === 1 && (byUnit.get(unit - 1) ?? []).length <= 1 ? previous.draft : null;
}

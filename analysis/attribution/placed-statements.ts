import type { Context } from './context.js';
import {
  CLOSING,
  normAt,
  OUTSIDE,
  placeAt,
  posAt,
  type QuoteRange,
  type Range,
  sentenceAt,
} from './discourse.js';
import type { Draft, SourcePhrase } from './draft.js';
import { isTimePhrase, phraseAt } from './noun-phrases.js';
import { subjectBefore } from './subject.js';
import { phraseEndingAt, phraseStartingAt } from './whole-phrases.js';

/*
 * Quotations whose verb is no cue of the lexicon: the place says that they are spoken. After `"...,"`
 * stands who spoke it with any verb ("deadpanned"), before `: "..."` likewise.
 */

/** Statements that only the place of a quotation announces; `covered` tokens already have a speaker. */
export function placedStatements(context: Context, covered: Uint8Array): Draft[] {
  const found: Draft[] = [];
  for (const quote of context.discourse.quotes) {
    if (covered[quote.from] || covered[quote.to - 1]) continue;
    const draft =
      taggedQuote(context, quote) ?? announcedQuote(context, quote) ?? creditedQuote(context, quote);
    if (draft) found.push(draft);
  }
  return found;
}

/** `"...," he deadpanned` and `"...," deadpanned Kerry`. */
function taggedQuote({ discourse, phrases }: Context, quote: QuoteRange): Draft | null {
  const last = quote.to - 1;
  if (discourse.place[last] !== CLOSING || !/^(?:[,?!]|—|–|--)$/u.test(normAt(discourse, last - 1)))
    return null;
  const limit = sentenceAt(discourse, last).to;
  const verbFirst = posAt(discourse, quote.to) === 'VERB';
  const source = phraseStartingAt(discourse, phrases, verbFirst ? quote.to + 1 : quote.to, limit);
  if (!source || isTimePhrase(discourse, source)) return null;
  let verb = verbFirst ? quote.to : source.to;
  while (!verbFirst && (posAt(discourse, verb) === 'ADV' || posAt(discourse, verb) === 'AUX')) verb++;
  if (posAt(discourse, verb) !== 'VERB' || verb >= limit || normAt(discourse, verb).endsWith('ing'))
    return null;
  return spoken(source, { from: verb, to: verb + 1 }, quote);
}

/** `Philip Bump: "..."` and `Cruz called them on it: "..."`: who stands before the colon. */
function announcedQuote({ discourse, phrases }: Context, quote: QuoteRange): Draft | null {
  const colon = quote.from - 1;
  if (normAt(discourse, colon) !== ':' || placeAt(discourse, colon) !== OUTSIDE) return null;
  const floor = sentenceAt(discourse, colon).from;
  const name = phraseEndingAt(discourse, phrases, colon - 1, floor);
  const alone = name && (name.from === floor || posAt(discourse, name.from - 1) === 'PUNCT');
  if (name && alone && posAt(discourse, name.head) === 'PROPN')
    return spoken(name, { from: colon, to: colon + 1 }, quote);
  for (let i = colon - 1; i >= floor; i--) {
    if (posAt(discourse, i) !== 'VERB' || placeAt(discourse, i) !== OUTSIDE) continue;
    const source = subjectBefore(discourse, phrases, i, floor);
    if (
      source &&
      posAt(discourse, source.head) !== 'NUM' &&
      !/^(?:what|which|that|it)$/u.test(normAt(discourse, source.head))
    )
      return spoken(source, { from: i, to: i + 1 }, quote);
  }
  return null;
}

/** `"..." — Name`: a credit that ends its paragraph. */
function creditedQuote({ discourse, phrases }: Context, quote: QuoteRange): Draft | null {
  if (!/^(?:―|—|–|-|--)$/u.test(normAt(discourse, quote.to))) return null;
  const name = phraseAt(phrases, quote.to + 1);
  const unit = discourse.units[discourse.unitOf[quote.to] ?? 0];
  if (!name || !unit || name.from !== quote.to + 1 || posAt(discourse, name.from) !== 'PROPN') return null;
  if (name.to < unit.to && !/^[,.(]$/u.test(normAt(discourse, name.to))) return null;
  return spoken({ ...name, head: name.to - 1 }, { from: quote.to, to: quote.to + 1 }, quote);
}

function spoken(source: SourcePhrase, cue: Range, quote: Range): Draft {
  return {
    source,
    cue: [cue],
    content: [{ from: quote.from, to: quote.to }],
    cueKind: 'speech',
    at: cue.from,
  };
}

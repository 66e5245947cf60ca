import { carryOver } from './carry-over.js';
import type { Context, CueSite } from './context.js';
import { type Discourse, INSIDE, normAt, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';
import type { Draft } from './draft.js';
import { type FoundCue, findCues } from './find-cues.js';
import {
  citingAttribution,
  nounAttribution,
  possessiveAttribution,
  sourceFollowsAttribution,
} from './phrase-attribution.js';
import { placedStatements } from './placed-statements.js';
import { subjectBefore } from './subject.js';
import { turnStatements } from './turns.js';
import { verbAttribution } from './verb-attribution.js';
import { withWholeQuotes } from './whole-quotes.js';

/**
 * All attributions of a text in the order of their cues, by steps: what a cue announces, turns of a
 * transcript, what the place of a quotation announces, quotations without a cue.
 */
export function findAttributions(context: Context): Draft[] {
  const { discourse } = context;
  const turns = turnStatements(context);
  const byCue = attributionsByCue(context).map((draft) => withWholeQuotes(discourse, draft));
  const covered = coveredBy(discourse, [...byCue, ...turns]);
  const drafts = [...turns, ...byCue, ...placedStatements(context, covered)].sort((a, b) => a.at - b.at);
  return carryOver(context, drafts);
}

function coveredBy(discourse: Discourse, drafts: readonly Draft[]): Uint8Array {
  const covered = new Uint8Array(discourse.tokens.length);
  for (const draft of drafts) {
    if (placeAt(discourse, draft.at) !== OUTSIDE) continue;
    for (const range of draft.content) covered.fill(1, range.from, range.to);
  }
  return covered;
}

/** Attributions that a cue announces, sentence by sentence, in the order of their cues. */
function attributionsByCue(context: Context): Draft[] {
  return context.discourse.sentences.flatMap((sentence) => inSentence(context, sentence));
}

function inSentence(context: Context, sentence: Range): Draft[] {
  const { discourse, phrases, lexicon } = context;
  const cues = findCues(discourse, phrases, lexicon, sentence);
  const drafts: Draft[] = [];
  for (const [index, found] of cues.entries()) {
    const draft = draftOf(context, siteOf(context, sentence, cues, index, drafts), found);
    if (draft) drafts.push(draft);
  }
  return drafts.filter((draft) => draft.content.length > 0);
}

function draftOf(context: Context, site: CueSite, found: FoundCue): Draft | null {
  if (found.group) {
    const draft = verbAttribution(context, site, found.group);
    return draft && (placeAt(context.discourse, draft.at) === OUTSIDE || isQuotedVoice(context, draft))
      ? draft
      : null;
  }
  if (placeAt(context.discourse, found.range.from) !== OUTSIDE) return null;
  if (found.cue.shape === 'noun') return nounAttribution(context, site);
  if (found.cue.shape === 'citing') return citingAttribution(context, site);
  if (found.cue.shape === 'possessive') return possessiveAttribution(context, site);
  return found.cue.shape === 'source-follows' ? sourceFollowsAttribution(context, site) : null;
}

/** Inside a quotation only names and persons are voices of their own: "Obama believes", not "people think". */
function isQuotedVoice({ discourse }: Context, draft: Draft): boolean {
  const head = draft.source?.head ?? -1;
  return posAt(discourse, head) === 'PROPN' || /^(?:he|she)$/u.test(normAt(discourse, head));
}

function siteOf(
  context: Context,
  sentence: Range,
  cues: readonly FoundCue[],
  index: number,
  drafts: readonly Draft[],
): CueSite {
  const { discourse } = context;
  const found = cues[index] ?? {
    cue: { words: [], shape: 'noun', kind: 'speech' },
    range: sentence,
    group: null,
    ambiguous: false,
  };
  const { floor, limit } = placeLimits(discourse, sentence, found.range);
  const earlier = drafts.filter(
    (draft) => placeAt(discourse, draft.at) === placeAt(discourse, found.range.from),
  );
  return { found, sentence, floor, limit: nextStatement(context, cues, index, floor, limit), earlier };
}

/** Inside a quotation a cue sees no further than its marks. */
function placeLimits(discourse: Discourse, sentence: Range, cue: Range): { floor: number; limit: number } {
  if (placeAt(discourse, cue.from) !== INSIDE) return { floor: sentence.from, limit: sentence.to };
  const quote = discourse.quotes[discourse.quoteOf[cue.from] ?? -1] ?? sentence;
  return { floor: Math.max(sentence.from, quote.from + 1), limit: Math.min(sentence.to, quote.to - 1) };
}

/** How many cues to the right may cut a statement off. */
const CUES_AHEAD = 10;

/** Where the statement of the next cue begins, when it stands beside this one and not inside it. */
function nextStatement(
  context: Context,
  cues: readonly FoundCue[],
  index: number,
  floor: number,
  limit: number,
): number {
  const { discourse } = context;
  const here = cues[index];
  if (!here) return limit;
  for (let k = index + 1; k < Math.min(cues.length, index + CUES_AHEAD); k++) {
    const next = cues[k];
    if (!next || next.range.from >= limit) break;
    if (placeAt(discourse, next.range.from) !== placeAt(discourse, here.range.from)) continue;
    const cut = boundaryBefore(context, here, next, floor);
    if (cut >= here.range.to) return cut;
  }
  return limit;
}

/** The token at which the statement of `next` cuts off that of `here`, or -1 where it lies inside it. */
function boundaryBefore(context: Context, here: FoundCue, next: FoundCue, floor: number): number {
  const { discourse, phrases } = context;
  const before = next.range.from - 1;
  const link = normAt(discourse, before);
  if (!next.group) return next.cue.shape !== 'noun' && link === ',' ? before : -1;
  if (next.group.form === 'participle')
    return /^(?:,|and)$/u.test(link) && !next.ambiguous ? withComma(discourse, before) : -1;
  if (next.group.form !== 'finite') return -1;
  if (/^(?:and|but)$/u.test(link))
    return sameTense(discourse, here, next) ? withComma(discourse, before) : -1;
  const subject = subjectBefore(discourse, phrases, next.range.from, Math.max(floor, here.range.to));
  if (!subject) return -1;
  const conjunction = subject.from - 1;
  if (/^(?:and|but|while|whereas|although|though|;|as)$/u.test(normAt(discourse, conjunction)))
    return withComma(discourse, conjunction);
  return -1;
}

function withComma(discourse: Discourse, conjunction: number): number {
  return normAt(discourse, conjunction - 1) === ',' ? conjunction - 1 : conjunction;
}

function sameTense(discourse: Discourse, here: FoundCue, next: FoundCue): boolean {
  const ending = (cue: FoundCue) => normAt(discourse, cue.group?.head ?? cue.range.from).slice(-1);
  return ending(here) === ending(next);
}

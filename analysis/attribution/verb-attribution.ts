import { afterAdjunct, clauseBegins, closesQuote, takesClause, withoutFullStop } from './clauses.js';
import {
  clauseBefore,
  contentAfter,
  contentBefore,
  onlyAdjunctFollows,
  quoteAnnounced,
  quoteResumed,
  standsAfterContent,
} from './content.js';
import type { Context, CueSite } from './context.js';
import { type Discourse, normAt, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';
import type { Draft } from './draft.js';
import type { VerbGroup } from './verb-group.js';
import { sourceOfVerb, type VerbSource } from './verb-source.js';
import { phraseEndingAt } from './whole-phrases.js';

/** Fewest tokens before a cue clause that can be what was said ("He is gone, she said"). */
const SHORTEST_BEFORE = 3;
const SUBORDINATOR = /^(?:while|when|although|though|if|because|after|before|since|once|whereas)$/u;
/** Nouns for what happens or is done, lower case. */
const INANIMATE =
  /^(?:raids?|strikes?|airstrikes?|bombings?|attacks?|war|wars|conflict|fighting|violence|offensives?|operations?|efforts?|plans?|moves?|events?|crisis|prices?|weather|disease|numbers|facts|situation|blasts?|explosions?|storms?|fires?|accidents?|crash|clash|clashes|battles?|shelling|drones?|jets?|missiles?|bombs?|planes?|weapons?|sanctions?|talks|meetings?|deal|deals|agreement|elections?|votes?|debate|debates|brief|time|years?|days?)$/u;
const SHOWS =
  /^(?:show|suggest|indicate|reveal|mean|demonstrate|prove|confirm|signal|highlight|underscore|underline)$/u;
const FIRST_PERSON = /^(?:i|we|you|my|our|me|us)$/u;

/** The statement that a cue verb introduces, without content where nothing is said ("he disagreed"), or null. */
export function verbAttribution(context: Context, site: CueSite, group: VerbGroup): Draft | null {
  const { discourse } = context;
  if (group.supposed) return null;
  if (isSaidOf(site.found.cue.words)) return saidOf(context, site, group);
  const source = sourceOfVerb(context, site, group);
  if (
    source?.phrase &&
    (isDeed(discourse, source.phrase.head, group.head) || isNobody(discourse, source.phrase.from))
  )
    return null;
  if (!source?.phrase || FIRST_PERSON.test(normAt(discourse, source.phrase.head))) return null;
  if (isAskedAside(discourse, site, group)) return null;
  const content = contentOf(context, withinRelative(context, site, source), group, source);
  const cue = { from: group.from, to: group.to };
  return { source: source.phrase, cue: [cue], content, cueKind: site.found.cue.kind, at: group.from };
}

/** "asked not to be named" and, opening a sentence, "Asked how long, he shrugged". */
function isAskedAside(discourse: Discourse, site: CueSite, group: VerbGroup): boolean {
  const asked = /^(?:asked|pressed|quizzed)$/u.test(normAt(discourse, group.head));
  return asked && (group.from === site.floor || normAt(discourse, group.to) === 'not');
}

/** "be said to", "be alleged to": the subject is spoken of, and nobody in particular speaks. */
function isSaidOf(words: readonly string[]): boolean {
  return (
    words[0] === 'be' &&
    words.at(-1) === 'to' &&
    /^(?:said|alleged|rumored|reported|believed)$/u.test(words[1] ?? '')
  );
}

function saidOf({ discourse, phrases }: Context, site: CueSite, group: VerbGroup): Draft | null {
  const subject = phraseEndingAt(discourse, phrases, group.from - 1, site.floor);
  const rest = { from: group.to, to: withoutFullStop(discourse, group.to, site.limit) };
  const content = ranges(subject, rest);
  return {
    source: null,
    cue: [{ from: group.from, to: group.to }],
    content,
    cueKind: site.found.cue.kind,
    at: group.from,
  };
}

/** "Nobody suggested that", "no delegation mentioned": it was not said. */
function isNobody(discourse: Discourse, from: number): boolean {
  return /^(?:no|nobody|none|neither|nothing|no-one)$/u.test(normAt(discourse, from));
}

/** "The raids have claimed lives", "the numbers tell": deeds and things do not speak, though they may show. */
function isDeed(discourse: Discourse, source: number, verb: number): boolean {
  return INANIMATE.test(normAt(discourse, source)) && !SHOWS.test(discourse.tokens[verb]?.lemma ?? '');
}

/** The statement of a clause between commas ("X, who said Y, left") ends at the second comma. */
function withinRelative({ discourse }: Context, site: CueSite, source: VerbSource): CueSite {
  const pronoun = (source.phrase?.to ?? 0) - 1;
  if (!/^(?:who|which)$/u.test(normAt(discourse, pronoun)) || normAt(discourse, pronoun - 1) !== ',')
    return site;
  for (let i = site.found.range.to; i < site.limit; i++) {
    if (normAt(discourse, i) === ',' && placeAt(discourse, i) === OUTSIDE) return { ...site, limit: i };
  }
  return site;
}

function contentOf(context: Context, site: CueSite, group: VerbGroup, source: VerbSource): Range[] {
  const { discourse } = context;
  if (source.side === 'agent')
    return site.found.ambiguous ? [] : passiveContent(context, site, group, source);
  const left = source.side === 'left' && source.phrase ? source.phrase.from : group.from;
  const right =
    source.side === 'right' && source.phrase && source.phrase.to > group.to ? source.phrase.to : group.to;
  if (group.form === 'participle') return participleContent(context, site, group, source);
  if (normAt(discourse, left - 1) === 'as' && left - 1 >= site.floor)
    return asClauseContent(context, site, left - 1, right);
  const saysThat = /^(?:that|how|why|what|whether|if)$/u.test(normAt(discourse, right));
  const before =
    source.side === 'shared' || saysThat ? null : standsAfterContent(discourse, left, site.floor);
  if (before && isPostposed(context, site, source, left, right, before)) {
    const around = aroundContent(context, site, left, right, before);
    if (around.length > 0) return around;
  }
  return contentOnRight(context, site, group, right, subordinateLimit(context, site, group, right));
}

/** Whether the clause of the cue follows what was said: nothing but a circumstance stands after it. */
function isPostposed(
  context: Context,
  site: CueSite,
  source: VerbSource,
  left: number,
  right: number,
  before: 'quote' | 'comma',
): boolean {
  if (before === 'quote') return true;
  if (left - site.floor < SHORTEST_BEFORE) return false;
  if (source.side === 'right' || onlyAdjunctFollows(context.discourse, context.phrases, right, site.limit))
    return true;
  return restAfter(context, right, site.limit) !== null;
}

function participleContent(context: Context, site: CueSite, group: VerbGroup, source: VerbSource): Range[] {
  const end = source.side === 'right' && source.phrase ? source.phrase.from - 1 : site.limit;
  return contentOnRight(context, site, group, group.to, end);
}

function contentOnRight(
  context: Context,
  site: CueSite,
  group: VerbGroup,
  from: number,
  limit: number,
): Range[] {
  const { discourse, phrases } = context;
  const announced = quoteAnnounced(discourse, limit);
  if (announced) return [announced];
  const content = contentAfter(discourse, phrases, discourse.tokens[group.head]?.lemma ?? '', from, limit);
  if (!content || (site.found.ambiguous && !takesClause(discourse, phrases, content.from, content.to)))
    return [];
  return [content];
}

function ranges(...found: (Range | null)[]): Range[] {
  return found.filter((range): range is Range => range !== null && range.from < range.to);
}

/** `"A," Kerry said, "B"` and "The plan, Kerry said, is working": what stands on both sides. */
function aroundContent(
  { discourse, phrases }: Context,
  site: CueSite,
  left: number,
  right: number,
  before: string,
): Range[] {
  const resumed = quoteResumed(discourse, right, site.limit);
  if (resumed || before === 'quote') return ranges(contentBefore(discourse, left, site.floor), resumed);
  const open = /^(?:VERB|AUX|ADP|SCONJ)$/u.test(posAt(discourse, left - 2));
  const rest = restAfter({ discourse, phrases }, right, site.limit, open);
  if (rest) return ranges(clauseBefore(discourse, left, site.floor), rest);
  return ranges(contentBefore(discourse, left, site.floor));
}

/** What goes on after a cue clause between commas: "X, he said on Tuesday, is working". */
function restAfter(
  { discourse, phrases }: Pick<Context, 'discourse' | 'phrases'>,
  right: number,
  limit: number,
  open = false,
): Range | null {
  const comma = afterAdjunct(discourse, phrases, right, limit);
  const from = comma + 1;
  if (normAt(discourse, comma) !== ',' || normAt(discourse, from).endsWith('ing')) return null;
  const pos = posAt(discourse, from);
  const goesOn =
    open || pos === 'AUX' || pos === 'VERB' || pos === 'ADP' || clauseBegins(discourse, phrases, from, limit);
  return goesOn ? { from, to: withoutFullStop(discourse, from, limit) } : null;
}

/** "As Kerry put it, X" and "X, as Kerry said": the main clause is what was said. */
function asClauseContent({ discourse }: Context, site: CueSite, as: number, right: number): Range[] {
  if (as > site.floor)
    return normAt(discourse, as - 1) === ',' ? ranges(contentBefore(discourse, as, site.floor)) : [];
  for (let i = right; i < site.limit; i++) {
    if (/^[,:]$/u.test(normAt(discourse, i)) && placeAt(discourse, i) === OUTSIDE) {
      return ranges({ from: i + 1, to: withoutFullStop(discourse, i + 1, site.limit) });
    }
  }
  return [];
}

/** In "While Kerry said X, Y" the statement ends at the comma. */
function subordinateLimit(
  { discourse, phrases }: Context,
  site: CueSite,
  group: VerbGroup,
  right: number,
): number {
  if (!opensSubordinate(discourse, site.floor) || site.earlier.length > 0) return site.limit;
  for (let i = site.floor; i < group.from; i++) if (normAt(discourse, i) === ',') return site.limit;
  for (let i = right; i < site.limit; i++) {
    const comma = normAt(discourse, i) === ',' && placeAt(discourse, i) === OUTSIDE;
    const quoted = closesQuote(discourse, i) && normAt(discourse, i - 1) === ',';
    if ((comma || quoted) && clauseBegins(discourse, phrases, i + 1, site.limit)) return quoted ? i + 1 : i;
  }
  return site.limit;
}

function opensSubordinate(discourse: Discourse, floor: number): boolean {
  const first = /^(?:so|but|and|yet)$/u.test(normAt(discourse, floor)) ? floor + 1 : floor;
  return SUBORDINATOR.test(normAt(discourse, first));
}

/** "X was criticized by Y for Z": X and what follows Y. */
function passiveContent(context: Context, site: CueSite, group: VerbGroup, source: VerbSource): Range[] {
  const { discourse } = context;
  const agent = source.phrase;
  if (!agent) return [];
  const near = phraseEndingAt(discourse, context.phrases, group.from - 1, site.floor);
  const subject = near ?? { from: site.floor, to: group.from };
  const rest = { from: agent.to, to: withoutFullStop(discourse, agent.to, site.limit) };
  return ranges(subject, normAt(discourse, agent.to) === ',' ? null : rest);
}

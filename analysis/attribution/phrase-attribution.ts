import { withoutFullStop } from './clauses.js';
import { contentBefore } from './content.js';
import type { Context, CueSite } from './context.js';
import { type Discourse, normAt, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';
import type { Draft, SourcePhrase } from './draft.js';
import { subjectBefore } from './subject.js';
import { headOf, phraseStartingAt } from './whole-phrases.js';

const LINKS_TO_CONTENT = /^(?:that|of|to|about|on|over|for|against|regarding)$/u;
/** Nouns that mostly name a text or deed ("his letter to X"): what they say only follows with "that". */
const NAMES_A_TEXT =
  /^(?:account|address|article|attack|blog|broadcast|briefing|call|charge|column|comment|defense|document|editorial|email|essay|interview|lecture|letter|memo|message|mood|narrative|note|order|post|presentation|propaganda|reaction|reading|remark|report|response|speech|spin|story|testimony|text|threat|tweet|version|word|thanks|submission|summary|bulletin|dispatch|manifesto|petition|press conference|news conference|press release|news release)$/u;
/** Verbs that only carry a noun of speech. */
const LIGHT =
  /^(?:make|issue|give|send|release|have|voice|raise|deliver|express|offer|post|publish|put|draw|launch|level|file|announce|unveil|repeat|take|hold|share|reveal|present|propose|outline)$/u;
const FIRST_PERSON = /^(?:my|our|your)$/u;

/** "According to X, ..." and "..., in the view of X": the clause that the phrase goes with. */
export function sourceFollowsAttribution(context: Context, site: CueSite): Draft | null {
  const { discourse, phrases } = context;
  const { range } = site.found;
  const source = phraseStartingAt(discourse, phrases, range.to, site.sentence.to);
  if (!source) return null;
  return clauseAttribution(context, site, source, range.from, source.to);
}

/** "in his view": the pronoun inside the cue is the source. */
export function possessiveAttribution(context: Context, site: CueSite): Draft | null {
  const { range } = site.found;
  const head = range.from + 1;
  const source = { from: head, to: head + 1, head };
  return clauseAttribution(context, site, source, range.from, range.to);
}

/** "X did Y, citing Z": Z is the source of the main clause. */
export function citingAttribution(context: Context, site: CueSite): Draft | null {
  const { discourse, phrases } = context;
  const { range } = site.found;
  const source = phraseStartingAt(discourse, phrases, range.to, site.sentence.to);
  if (
    !source ||
    !/^(?:PROPN|NOUN)$/u.test(posAt(discourse, source.head)) ||
    normAt(discourse, range.from - 1) !== ','
  )
    return null;
  return clauseAttribution(context, site, source, range.from, source.to);
}

function clauseAttribution(
  { discourse }: Context,
  site: CueSite,
  source: SourcePhrase,
  left: number,
  right: number,
): Draft | null {
  const { range, cue } = site.found;
  const content = clauseAround(discourse, site, left, right);
  if (content.length === 0) return null;
  return { source, cue: [range], content, cueKind: cue.kind, at: range.from };
}

function clauseAround(discourse: Discourse, site: CueSite, left: number, right: number): Range[] {
  const found: Range[] = [];
  const before = contentBefore(discourse, left, site.floor);
  const substantial = before && before.to - before.from > 1;
  if (substantial) found.push(before);
  const comma = normAt(discourse, right) === ',' ? right + 1 : right;
  const rest = { from: comma, to: withoutFullStop(discourse, comma, site.sentence.to) };
  const goesOn =
    !substantial || (comma > right && normAt(discourse, left - 1) === ',' && rest.to - rest.from > 2);
  if (goesOn && rest.from < rest.to) found.push(rest);
  return found;
}

/** "his claim that", "criticism of X by Y", "Trump's proposal to": what is owned, and by whom. */
export function nounAttribution(context: Context, site: CueSite): Draft | null {
  const { discourse, phrases } = context;
  const { range, cue } = site.found;
  const source = ownerOf(context, site) ?? giverOf(context, site) ?? makerOf(context, site);
  if (!source) return hearsay(context, site);
  if (FIRST_PERSON.test(normAt(discourse, source.head))) return null;
  const start = phrases.start[range.from] ?? range.from;
  if (isViewpoint(discourse, cue.words[0] ?? '', start)) {
    const opens = start - 1 <= site.floor + 1 || normAt(discourse, start - 2) === ',';
    return opens ? clauseAttribution(context, site, source, start - 1, range.to) : null;
  }
  const from = source.from >= range.to ? source.to : range.to;
  const content = nounContent(context, site, from);
  if (!content) return null;
  return { source, cue: [range], content: [content], cueKind: cue.kind, at: range.from };
}

/** "in X's view": the clause around it is what X thinks, unless it is only X's own deed ("goes on in its view"). */
function isViewpoint(discourse: Discourse, noun: string, start: number): boolean {
  return (
    /^(?:view|opinion|judgment|assessment|estimation|word|eye)$/u.test(noun) &&
    normAt(discourse, start - 1) === 'in'
  );
}

/** "Reports that X", "fears that X": a statement of nobody in particular. */
function hearsay(context: Context, site: CueSite): Draft | null {
  const { range, cue } = site.found;
  if (normAt(context.discourse, range.to) !== 'that') return null;
  const content = nounContent(context, site, range.to);
  return content && { source: null, cue: [range], content: [content], cueKind: cue.kind, at: range.from };
}

/** The possessor before the noun: "Trump's", "their". */
function ownerOf({ discourse, phrases }: Context, site: CueSite): SourcePhrase | null {
  const start = phrases.start[site.found.range.from] ?? -1;
  if (start < 0) return null;
  const first = normAt(discourse, start);
  if (/^(?:his|her|their|its)$/u.test(first)) return { from: start, to: start + 1, head: start };
  if (first === 'a' || first === 'an') return null;
  for (let i = site.found.range.from - 1; i > start; i--) {
    const norm = normAt(discourse, i);
    if ((norm === "'s" || norm === "'") && placeAt(discourse, i) === OUTSIDE) {
      return { from: start, to: i + 1, head: headOf(discourse, start, i) };
    }
  }
  return null;
}

/** "criticism by X", "a warning from X". */
function giverOf({ discourse, phrases }: Context, site: CueSite): SourcePhrase | null {
  const link = site.found.range.to;
  if (!/^(?:by|from|among)$/u.test(normAt(discourse, link))) return null;
  return phraseStartingAt(discourse, phrases, link + 1, site.limit);
}

/** "made a statement that", "expressed hope that": the subject of the verb that the noun completes. */
function makerOf({ discourse, phrases }: Context, site: CueSite): SourcePhrase | null {
  const start = phrases.start[site.found.range.from] ?? -1;
  const verb = posAt(discourse, start - 1) === 'ADP' ? start - 2 : start - 1;
  const token = discourse.tokens[verb];
  if (start < 0 || verb < site.floor || token?.pos !== 'VERB' || !LIGHT.test(token.lemma)) return null;
  return subjectBefore(discourse, phrases, verb, site.floor);
}

/** The complement of a cue noun: a clause to the end, or one phrase. */
function nounContent({ discourse, phrases }: Context, site: CueSite, from: number): Range | null {
  const link = normAt(discourse, from);
  if (!LINKS_TO_CONTENT.test(link)) return null;
  if (link !== 'that' && NAMES_A_TEXT.test(site.found.cue.words.join(' '))) return null;
  // "a statement that sorts": the pronoun of a clause that describes.
  if (link === 'that' && isVerbForm(discourse, from + 1)) return null;
  if (link === 'that' || (link === 'to' && posAt(discourse, from + 1) === 'VERB')) {
    return { from, to: clauseEnd(discourse, from, site.limit) };
  }
  const phrase = link === 'to' ? null : phraseStartingAt(discourse, phrases, from + 1, site.limit);
  return phrase ? { from, to: phrase.to } : null;
}

/** A verb, also one tagged as a noun: an "-s" form before an article. */
function isVerbForm(discourse: Discourse, i: number): boolean {
  const pos = posAt(discourse, i);
  if (pos === 'VERB' || pos === 'AUX') return true;
  return pos === 'NOUN' && /[^s]s$/u.test(normAt(discourse, i)) && posAt(discourse, i + 1) === 'DET';
}

/** The end of a clause that completes a noun: a comma, or the verb of the clause that the noun is subject of. */
function clauseEnd(discourse: Discourse, from: number, limit: number): number {
  let verbs = 0;
  for (let i = from; i < limit; i++) {
    if (placeAt(discourse, i) !== OUTSIDE) continue;
    if (/^[,;]$/u.test(normAt(discourse, i))) return i;
    if (startsVerbGroup(discourse, i) && ++verbs > 1) return i;
    if (/^(?:who|which|that|and|but|because|if|when|to)$/u.test(normAt(discourse, i)) && i > from) verbs = 0;
  }
  return withoutFullStop(discourse, from, limit);
}

function startsVerbGroup(discourse: Discourse, i: number): boolean {
  const pos = posAt(discourse, i);
  if (pos !== 'AUX' && pos !== 'VERB') return false;
  const before = posAt(discourse, i - 1);
  if (before === 'VERB') return pos === 'AUX' || normAt(discourse, i).endsWith('s');
  const subject = before === 'ADV' ? posAt(discourse, i - 2) : before;
  return subject === 'NOUN' || subject === 'PROPN' || subject === 'PRON';
}

import { closesQuote } from './clauses.js';
import { onlyAdjunctFollows } from './content.js';
import type { Context, CueSite } from './context.js';
import { normAt, OUTSIDE, placeAt, posAt } from './discourse.js';
import type { SourcePhrase } from './draft.js';
import { isTimePhrase, phraseAt } from './noun-phrases.js';
import { clauseSubject, subjectBefore } from './subject.js';
import type { VerbGroup } from './verb-group.js';
import { phraseStartingAt } from './whole-phrases.js';

/** The source of a cue verb and where its words stand. */
export interface VerbSource {
  readonly phrase: SourcePhrase | null;
  /** left: "Kerry said"; right: "said Kerry"; agent: "by Kerry"; shared: the subject of the verb before. */
  readonly side: 'left' | 'right' | 'agent' | 'shared';
}

/** Prepositions after which a participle has another subject than its clause ("accused of saying"). */
const OTHER_SUBJECT = /^(?:of|for|from|about|against|without|like)$/u;
/** Documents and people that speak by themselves before a participle ("a statement saying"). */
const NEVER_INVERTED = /^(?:tell|ask|inform|remind|assure|accuse|call|blame)$/u;
const MOST_WORDS_TO_AGENT = 14;

/** Who says what the verb group introduces; null where the verb is no statement of anyone. */
export function sourceOfVerb(context: Context, site: CueSite, group: VerbGroup): VerbSource | null {
  const { discourse, phrases } = context;
  const reduced = reducedPassive(context, group);
  if (reduced === 'described') return null;
  if (group.form === 'passive' || reduced === 'agent') return agentOf(context, site, group);
  if (group.form === 'participle') return sourceOfParticiple(context, site, group);
  if (group.form === 'infinitive') return shared(context, site, group);
  const subject = subjectBefore(discourse, phrases, group.from, site.floor);
  const opens = subject !== null && subject.from <= site.floor + 1;
  const inverted = opens ? null : invertedSource(context, site, group);
  if (inverted) return inverted;
  if (subject) return { phrase: subject, side: 'left' };
  return sharesSubject(context, group) ? shared(context, site, group) : null;
}

/** "a plan criticized by X" has its agent after it, "his plan, denounced as inhumane," has none. */
function reducedPassive({ discourse }: Context, group: VerbGroup): 'agent' | 'described' | null {
  if (group.from !== group.head || !/(?:ed|en|wn)$/u.test(normAt(discourse, group.head))) return null;
  const next = normAt(discourse, group.to);
  if (next === 'by') return 'agent';
  const described = /^(?:as|of|for)$/u.test(next) && normAt(discourse, group.from - 1) === ',';
  return described ? 'described' : null;
}

/** A second verb after "and": not a bare form, which would go on with an infinitive ("to fight and counter"). */
function sharesSubject({ discourse }: Context, group: VerbGroup): boolean {
  if (!/^(?:and|but|or|then|,)$/u.test(normAt(discourse, group.from - 1))) return false;
  const head = discourse.tokens[group.head];
  return group.from < group.head || head?.norm !== head?.lemma;
}

/** "said Kerry": the name follows, and what stands before the verb is what was said. */
function invertedSource({ discourse, phrases }: Context, site: CueSite, group: VerbGroup): VerbSource | null {
  if (NEVER_INVERTED.test(discourse.tokens[group.head]?.lemma ?? '') || group.from !== group.head)
    return null;
  const before = group.from - 1;
  const first = before < site.floor;
  const afterQuote =
    !first &&
    (closesQuote(discourse, before) || (isComma(discourse, before) && closesQuote(discourse, before - 1)));
  if (!first && !afterQuote && !isComma(discourse, before)) return null;
  const phrase = phraseStartingAt(discourse, phrases, group.to, site.limit);
  if (!phrase || isObjectPronoun(normAt(discourse, phrase.from))) return null;
  const next = phrase.to;
  const ends =
    next >= site.limit ||
    /^[,.;:!?—–]$/u.test(normAt(discourse, next)) ||
    placeAt(discourse, next) !== OUTSIDE;
  if (first)
    return normAt(discourse, next) === ':' || normAt(discourse, next) === ','
      ? { phrase, side: 'right' }
      : null;
  if (afterQuote || ends || onlyAdjunctFollows(discourse, phrases, next, site.limit))
    return { phrase, side: 'right' };
  return null;
}

function isComma(discourse: Context['discourse'], i: number): boolean {
  return /^(?:,|—|–|--)$/u.test(normAt(discourse, i));
}

function isObjectPronoun(norm: string): boolean {
  return /^(?:it|this|that|him|her|them|me|us|these|those)$/u.test(norm);
}

/** "by X" after a passive verb. */
function agentOf({ discourse, phrases }: Context, site: CueSite, group: VerbGroup): VerbSource | null {
  for (let i = group.to; i < Math.min(site.limit, group.to + MOST_WORDS_TO_AGENT); i++) {
    if (posAt(discourse, i) === 'VERB' || placeAt(discourse, i) !== placeAt(discourse, group.head))
      return null;
    if (normAt(discourse, i) !== 'by') continue;
    const phrase = phraseStartingAt(discourse, phrases, i + 1, site.limit);
    return phrase ? { phrase, side: 'agent' } : null;
  }
  return null;
}

function sourceOfParticiple(context: Context, site: CueSite, group: VerbGroup): VerbSource | null {
  const { discourse, phrases } = context;
  const before = normAt(discourse, group.from - 1);
  if (OTHER_SUBJECT.test(before)) return null;
  if (group.from === site.floor || (normAt(discourse, site.floor) === 'in' && group.from === site.floor + 1))
    return sourceAfterComma(context, site, group);
  const phrase = phraseAt(phrases, group.from - 1);
  if (phrase && placeAt(discourse, group.from - 1) === OUTSIDE && !isTimePhrase(discourse, phrase)) {
    const subject = subjectBefore(discourse, phrases, group.from, site.floor);
    const issuer =
      subject && isDocument(context, subject)
        ? clauseSubject(discourse, phrases, subject.from, site.floor)
        : null;
    if (subject) return { phrase: issuer ?? subject, side: issuer ? 'shared' : 'left' };
  }
  return shared(context, site, group);
}

/** "issued a statement saying": the one who issued it speaks. */
function isDocument({ discourse, phrases }: Context, subject: SourcePhrase): boolean {
  if (!/^(?:a|an|his|her|their|its)$/u.test(normAt(discourse, phrases.start[subject.head] ?? subject.from)))
    return false;
  return /^(?:statement|letter|message|email|e-mail|tweet|post|note|memo|video|ad|release|speech|response|article|op-ed|column|blog|interview|document|order|report|twitter|photo|picture)$/u.test(
    normAt(discourse, subject.head),
  );
}

/** "Calling it a failure, Kerry left": the subject stands after the comma. */
function sourceAfterComma(
  { discourse, phrases }: Context,
  site: CueSite,
  group: VerbGroup,
): VerbSource | null {
  for (let i = group.to; i < site.limit; i++) {
    if (normAt(discourse, i) !== ',' || placeAt(discourse, i) !== OUTSIDE) continue;
    const phrase = phraseStartingAt(discourse, phrases, i + 1, site.sentence.to);
    if (phrase) return { phrase, side: 'right' };
  }
  return null;
}

/** The source of the statement before in the sentence, else the subject of the clause. */
function shared({ discourse, phrases }: Context, site: CueSite, group: VerbGroup): VerbSource | null {
  const last = site.earlier.at(-1);
  if (last?.source) return { phrase: last.source, side: 'shared' };
  const subject = clauseSubject(discourse, phrases, group.from, site.floor);
  return subject ? { phrase: subject, side: 'shared' } : null;
}

import type { SpeakerKind } from '../article/index.js';
import type { Cast } from './cast.js';
import { normAt, OUTSIDE, placeAt, posAt, sentenceAt } from './discourse.js';
import type { SourcePhrase } from './draft.js';
import type { Gender } from './given-names.js';
import type { NameMention } from './name-mentions.js';
import type { Person } from './people.js';
import { GROUP_WORD } from './places.js';

/** Whom a source means. */
export interface Resolved {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly person: Person | null;
}

/** A source that was resolved before, in the order of the text. */
export interface EarlierSource extends Resolved {
  readonly source: SourcePhrase;
}

/** How many units and how many sources back a pronoun or repeated description reaches. */
const REACH_IN_UNITS = 2;
const REACH_IN_SOURCES = 20;
/** "The source" may stand further from "a source in the ministry". */
const DESCRIPTION_REACH_IN_UNITS = 6;
/** How many tokens back an organization or a gendered noun is looked for. */
const REACH_IN_TOKENS = 120;
/** How many tokens from the start of its sentence a subject is looked for. */
const SUBJECT_PLACE = 3;

const GENDERED: Readonly<Record<Gender, RegExp>> = {
  he: /^(?:man|father|husband|son|brother|boy|spokesman|king|prince|grandfather|uncle|boyfriend)$/u,
  she: /^(?:woman|mother|wife|daughter|sister|girl|spokeswoman|queen|princess|grandmother|aunt|girlfriend)$/u,
};

/** The name mention that a token belongs to, with whom it means. */
export function mentionAt(cast: Cast, token: number): { mention: NameMention; person: Person } | null {
  const index = cast.mentionOf[token] ?? -1;
  const mention = cast.mentions[index];
  const person = cast.people.ofMention[index];
  return mention && person ? { mention, person } : null;
}

/** A named person or organization as the meaning of a source. */
export function named(person: Person): Resolved {
  return { name: person.name, kind: person.kind, person };
}

/**
 * Whom "he" or "she" takes up: the named `person` that was found, unless somebody without a name spoke
 * later ("a French officer"); nobody where a "man" or "mother" stands between.
 */
export function personSpoken(
  cast: Cast,
  earlier: readonly EarlierSource[],
  source: SourcePhrase,
  gender: Gender,
  person: Person | null,
): Resolved | null {
  const last = person ? lastMention(person, source.head) : -1;
  const unnamed = within(
    cast,
    earlier,
    source,
    REACH_IN_UNITS - 1,
    (one) => one.kind === 'unnamed' && !isMany(one),
  );
  if (unnamed && unnamed.source.head > last && isPerson(cast, unnamed)) return unnamed;
  if (!person || genderedNounAfter(cast, last, source.head, gender)) return null;
  return named(person);
}

/** A description that begins like that of one person: "a French officer", "the doctor". */
function isPerson({ discourse }: Cast, { source }: EarlierSource): boolean {
  return (
    /^(?:a|an|the|one|another)$/u.test(normAt(discourse, source.from)) &&
    posAt(discourse, source.head) === 'NOUN'
  );
}

function lastMention(person: Person, before: number): number {
  return person.mentions.findLast((mention) => mention.from < before)?.from ?? -1;
}

function genderedNounAfter({ discourse }: Cast, from: number, to: number, gender: Gender): boolean {
  for (let i = to - 1; i > Math.max(from, to - REACH_IN_TOKENS); i--) {
    if (placeAt(discourse, i) === OUTSIDE && GENDERED[gender].test(normAt(discourse, i))) return true;
  }
  return false;
}

/** Whom "they" takes up: the latest group, organization or pair that spoke. */
export function manySpoken(
  cast: Cast,
  earlier: readonly EarlierSource[],
  source: SourcePhrase,
): Resolved | null {
  const plural = (one: EarlierSource) => one.kind !== 'organization' && isMany(one);
  return (
    within(cast, earlier, source, REACH_IN_UNITS, plural) ??
    within(cast, earlier, source, REACH_IN_UNITS, isMany)
  );
}

function isMany(one: Resolved): boolean {
  return one.kind === 'organization' || / and |s$/u.test(one.name) || GROUP_WORD.test(one.name);
}

/** What "it" takes up: the organization that a sentence of the paragraph began with, else the latest that spoke. */
export function organizationSpoken(
  cast: Cast,
  earlier: readonly EarlierSource[],
  source: SourcePhrase,
): Resolved | null {
  const { discourse } = cast;
  const floor = discourse.units[discourse.unitOf[source.head] ?? 0]?.from ?? 0;
  for (let i = source.head - 1; i >= Math.max(floor, source.head - REACH_IN_TOKENS); i--) {
    const found = mentionAt(cast, i);
    if (found?.person.kind !== 'organization') continue;
    if (found.mention.from - sentenceAt(discourse, i).from <= SUBJECT_PLACE) return named(found.person);
  }
  return within(cast, earlier, source, REACH_IN_UNITS, (one) => one.kind === 'organization');
}

/** "The source" after "a source in the ministry": the latest speaker without a name whose description has that head. */
export function sameDescription(
  cast: Cast,
  earlier: readonly EarlierSource[],
  source: SourcePhrase,
): Resolved | null {
  const { discourse } = cast;
  const head = normAt(discourse, source.head);
  if (!/^(?:the|that|this)$/u.test(normAt(discourse, source.from)) || source.head - source.from > 1)
    return null;
  const sameHead = (one: EarlierSource) =>
    one.kind === 'unnamed' && normAt(discourse, one.source.head) === head;
  return within(cast, earlier, source, DESCRIPTION_REACH_IN_UNITS, sameHead);
}

function within(
  { discourse }: Cast,
  earlier: readonly EarlierSource[],
  source: SourcePhrase,
  units: number,
  fits: (one: EarlierSource) => boolean,
): EarlierSource | null {
  const unit = discourse.unitOf[source.head] ?? 0;
  for (let k = earlier.length - 1; k >= Math.max(0, earlier.length - REACH_IN_SOURCES); k--) {
    const one = earlier[k];
    if (!one || unit - (discourse.unitOf[one.source.head] ?? 0) > units) return null;
    if (fits(one)) return one;
  }
  return null;
}

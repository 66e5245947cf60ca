import type { Speaker, SpeakerKind } from '../article/index.js';
import type { Cast } from './cast.js';
import { normAt, OUTSIDE, placeAt, posAt, sentenceAt, spanOf } from './discourse.js';
import type { Draft, SourcePhrase } from './draft.js';
import type { NameMention } from './name-mentions.js';
import type { Person } from './people.js';
import { GROUP_WORD, ORGANIZATION_WORD } from './places.js';
import { personForPronoun } from './pronouns.js';
import { personForRole } from './roles.js';

/** A source with whom it means. */
interface Resolved {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly person: Person | null;
}

const PERSONAL = /^(?:he|she|him|her|his|himself|herself)$/u;
const PLURAL = /^(?:they|them|their|themselves)$/u;
const NEUTER = /^(?:it|its|itself)$/u;
const NOBODY = /^(?:i|we|you|my|our|your|who|which|that|what|this|me|us)$/u;
const ARTICLE = /^(?:the|a|an)\s+/iu;
/** How many units back "they" and "it" reach. */
const REACH_IN_UNITS = 2;
const LONGEST_NAME = 90;

/** The speaker of each draft, in the same order; null where it is not clear who speaks. */
export function resolveSpeakers(
  cast: Cast,
  drafts: readonly Draft[],
  known: readonly Speaker[],
): (Speaker | null)[] {
  const resolved: (Resolved | null)[] = [];
  const speakers = new Map(known.map((speaker) => [speaker.id, speaker]));
  const spoken = new Set<number>();
  return drafts.map((draft) => {
    const found = draft.source ? resolve(cast, drafts, resolved, draft.source, spoken) : null;
    resolved.push(found);
    if (draft.source && cast.mentionOf[draft.source.head] !== -1)
      spoken.add(cast.mentionOf[draft.source.head] ?? -1);
    return found ? speakerOf(speakers, found) : null;
  });
}

function resolve(
  cast: Cast,
  drafts: readonly Draft[],
  resolved: readonly (Resolved | null)[],
  source: SourcePhrase,
  spoken: ReadonlySet<number>,
): Resolved | null {
  const { discourse } = cast;
  const norm = normAt(discourse, source.head);
  if (PERSONAL.test(norm)) {
    const person = personForPronoun(
      cast,
      source.head,
      /^(?:he|him|his|himself)$/u.test(norm) ? 'he' : 'she',
      spoken,
    );
    return person ? named(person) : null;
  }
  if (PLURAL.test(norm)) return latest(cast, drafts, resolved, source, isMany);
  if (NEUTER.test(norm))
    return (
      organizationBefore(cast, source) ??
      latest(cast, drafts, resolved, source, (one) => one.kind === 'organization')
    );
  if (NOBODY.test(norm)) return null;
  return joint(cast, source) ?? nameIn(cast, source) ?? described(cast, source);
}

function named(person: Person): Resolved {
  return { name: person.name, kind: person.kind, person };
}

function isMany(one: Resolved): boolean {
  return one.kind === 'organization' || / and |s$/u.test(one.name) || GROUP_WORD.test(one.name);
}

/** What "it" takes up in its own paragraph: the organization that the latest sentence before it began with. */
function organizationBefore(cast: Cast, source: SourcePhrase): Resolved | null {
  const { discourse } = cast;
  const unit = discourse.units[discourse.unitOf[source.head] ?? 0];
  for (let i = source.head - 1; unit && i >= unit.from; i--) {
    const found = mentionAt(cast, i);
    if (found?.person.kind !== 'organization') continue;
    if (found.mention.from - sentenceAt(discourse, i).from <= SUBJECT_PLACE) return named(found.person);
  }
  return null;
}
/** How many tokens from the start of its sentence a subject is looked for. */
const SUBJECT_PLACE = 3;

/** The source of the latest statement within reach that fits. */
function latest(
  { discourse }: Cast,
  drafts: readonly Draft[],
  resolved: readonly (Resolved | null)[],
  source: SourcePhrase,
  fits: (one: Resolved) => boolean,
): Resolved | null {
  const unit = discourse.unitOf[source.head] ?? 0;
  for (let k = resolved.length - 1; k >= 0; k--) {
    const one = resolved[k];
    const draft = drafts[k];
    if (!draft || unit - (discourse.unitOf[draft.at] ?? 0) > REACH_IN_UNITS) return null;
    if (one && fits(one)) return one;
  }
  return null;
}

/** "Kerry and Lavrov": both names. */
function joint(cast: Cast, source: SourcePhrase): Resolved | null {
  const { discourse } = cast;
  const first = mentionAt(cast, source.head);
  if (!first || normAt(discourse, first.mention.to) !== 'and' || first.mention.to + 1 >= source.to)
    return null;
  const second = mentionAt(cast, first.mention.to + 1) ?? mentionIn(cast, first.mention.to + 1, source.to);
  if (!second || second.person === first.person || second.mention.from > source.to) return null;
  if (first.person.kind !== second.person.kind) return null;
  const name = `${first.person.name} and ${second.person.name}`;
  return { name, kind: first.person.kind, person: null };
}

function mentionAt(cast: Cast, token: number): { mention: NameMention; person: Person } | null {
  const index = cast.mentionOf[token] ?? -1;
  const mention = cast.mentions[index];
  const person = cast.people.ofMention[index];
  return mention && person ? { mention, person } : null;
}

function mentionIn(cast: Cast, from: number, to: number): { mention: NameMention; person: Person } | null {
  for (let i = from; i < to; i++) {
    const found = mentionAt(cast, i);
    if (found) return found;
  }
  return null;
}

/** The name that is the head of the phrase, or that an apposition gives ("a spokesman, Steve Warren,"). */
function nameIn(cast: Cast, source: SourcePhrase): Resolved | null {
  const { discourse } = cast;
  const atHead = mentionAt(cast, source.head);
  if (atHead?.person.kind === 'unnamed') return null;
  if (atHead) return named(officeHolder(cast, source) ?? atHead.person);
  if (
    posAt(discourse, source.head) === 'PROPN' &&
    !/^\p{Lu}/u.test(discourse.tokens[source.head]?.text ?? '')
  )
    return null;
  const holder = officeHolder(cast, source);
  if (holder) return named(holder);
  return nameInApposition(cast, source);
}

/** The name right after the comma, behind titles: "a spokesman for X, Col. Steve Warren,". */
function nameInApposition(cast: Cast, source: SourcePhrase): Resolved | null {
  const { discourse } = cast;
  for (let i = source.head + 1; i < source.to; i++) {
    if (normAt(discourse, i) !== ',') continue;
    for (let k = i + 1; k < Math.min(source.to, i + 1 + LONGEST_TITLE_BEFORE_NAME); k++) {
      if (
        /^(?:ADP|VERB|AUX|PUNCT)$/u.test(posAt(discourse, k)) ||
        /^(?:who|which|that)$/u.test(normAt(discourse, k))
      )
        break;
      const found = mentionAt(cast, k);
      if (found?.person.kind === 'named') return named(found.person);
    }
  }
  return null;
}
const LONGEST_TITLE_BEFORE_NAME = 6;

/** "Syrian Ambassador to Russia Riad Haddad": the titled name after the head of the phrase, before any comma. */
function officeHolder(cast: Cast, source: SourcePhrase): Person | null {
  const { discourse } = cast;
  for (let i = source.head + 1; i < source.to && normAt(discourse, i) !== ','; i++) {
    if (placeAt(discourse, i) !== OUTSIDE && placeAt(discourse, i) !== placeAt(discourse, source.head))
      return null;
    const found = mentionAt(cast, i);
    if (!found) continue;
    const holds =
      found.mention.role !== null && found.mention.titled && startsWithRole(cast, source, found.mention);
    if (holds) return found.person;
    i = found.mention.to - 1;
  }
  return null;
}

/** Whether the role printed before the mention begins with the words of the source phrase. */
function startsWithRole({ discourse }: Cast, source: SourcePhrase, mention: NameMention): boolean {
  const before = spanOf(discourse, { from: source.from, to: mention.from });
  return discourse.text
    .slice(before.start, before.end)
    .replace(ARTICLE, '')
    .startsWith((mention.role ?? '').slice(0, 12));
}

/** A description: the person who holds that office, an organization, or somebody without a name. */
function described(cast: Cast, source: SourcePhrase): Resolved | null {
  const { discourse } = cast;
  const text = phraseText(cast, source);
  const head = normAt(discourse, source.head);
  if (text.length < 2) return null;
  const many = GROUP_WORD.test(head);
  const organization = !many && ORGANIZATION_WORD.test(head);
  const person = many || organization ? null : personForRole(cast, source, text);
  if (person) return named(person);
  if (organization) return { name: text.replace(ARTICLE, ''), kind: 'organization', person: null };
  return { name: text, kind: 'unnamed', person: null };
}

/** The words of the phrase up to its apposition or relative clause. */
function phraseText({ discourse }: Cast, source: SourcePhrase): string {
  let to = source.head + 1;
  while (to < source.to && !/^(?:'s|'|,|\(|who|which|that|—|–|--)$/u.test(normAt(discourse, to))) to++;
  const span = spanOf(discourse, { from: source.from, to });
  return discourse.text.slice(span.start, span.end).replace(/\s+/gu, ' ').slice(0, LONGEST_NAME).trim();
}

function speakerOf(speakers: Map<string, Speaker>, { name, kind, person }: Resolved): Speaker {
  const slug = slugOf(name) || 'speaker';
  const id = kind === 'unnamed' ? `unnamed-${slug}` : slug === 'author' ? 'author-quoted' : slug;
  const known = speakers.get(id);
  if (known) return known;
  const speaker: Speaker = {
    id,
    name,
    kind,
    variants: person?.variants ?? [],
    role: person?.roles[0] ?? null,
  };
  speakers.set(id, speaker);
  return speaker;
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

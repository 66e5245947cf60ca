import { type Speaker, speakerId } from '../article/index.js';
import type { Cast } from './cast.js';
import { normAt, OUTSIDE, placeAt, posAt, spanOf } from './discourse.js';
import type { Draft, SourcePhrase } from './draft.js';
import {
  type EarlierSource,
  manySpoken,
  mentionAt,
  named,
  organizationSpoken,
  personSpoken,
  type Resolved,
  sameDescription,
} from './earlier-sources.js';
import type { NameMention } from './name-mentions.js';
import type { Person } from './people.js';
import { GROUP_WORD, ORGANIZATION_WORD } from './places.js';
import { personForPronoun } from './pronouns.js';
import { personForRole } from './roles.js';

const PERSONAL = /^(?:he|she|him|her|his|himself|herself)$/u;
const PLURAL = /^(?:they|them|their|themselves)$/u;
const NEUTER = /^(?:it|its|itself)$/u;
const NOBODY = /^(?:i|we|you|my|our|your|who|which|that|what|this|me|us)$/u;
const ARTICLE = /^(?:the|a|an)\s+/iu;
const LONGEST_NAME = 90;

/** The speaker of each draft, in the same order; null where it is not clear who speaks. */
export function resolveSpeakers(
  cast: Cast,
  drafts: readonly Draft[],
  known: readonly Speaker[],
): (Speaker | null)[] {
  const earlier: EarlierSource[] = [];
  const speakers = new Map(known.map((speaker) => [speaker.id, speaker]));
  const spoken = new Set<number>();
  return drafts.map(({ source }) => {
    if (!source) return null;
    const found = resolve(cast, earlier, source, spoken);
    if (found) earlier.push({ ...found, source });
    const mention = cast.mentionOf[source.head] ?? -1;
    if (mention >= 0) spoken.add(mention);
    return found && speakerOf(speakers, found);
  });
}

function resolve(
  cast: Cast,
  earlier: readonly EarlierSource[],
  source: SourcePhrase,
  spoken: ReadonlySet<number>,
): Resolved | null {
  const norm = normAt(cast.discourse, source.head);
  if (PERSONAL.test(norm)) {
    const gender = /^(?:he|him|his|himself)$/u.test(norm) ? 'he' : 'she';
    return personSpoken(cast, earlier, source, gender, personForPronoun(cast, source.head, gender, spoken));
  }
  if (PLURAL.test(norm)) return manySpoken(cast, earlier, source);
  if (NEUTER.test(norm)) return organizationSpoken(cast, earlier, source);
  if (NOBODY.test(norm)) return null;
  return joint(cast, source) ?? nameIn(cast, source) ?? described(cast, earlier, source);
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
function described(cast: Cast, earlier: readonly EarlierSource[], source: SourcePhrase): Resolved | null {
  const { discourse } = cast;
  const text = phraseText(cast, source);
  const head = normAt(discourse, source.head);
  if (text.length < 2) return null;
  const many = GROUP_WORD.test(head);
  const organization = !many && ORGANIZATION_WORD.test(head);
  const person = many || organization ? null : personForRole(cast, source, text);
  if (person) return named(person);
  if (organization) return { name: text.replace(ARTICLE, ''), kind: 'organization', person: null };
  return sameDescription(cast, earlier, source) ?? { name: text, kind: 'unnamed', person: null };
}

/** The words of the phrase up to its apposition or relative clause. */
function phraseText({ discourse }: Cast, source: SourcePhrase): string {
  let to = source.head + 1;
  while (to < source.to && !/^(?:,|\(|who|which|that|—|–|--)$/u.test(normAt(discourse, to))) to++;
  if (to === source.to && /^(?:'s|')$/u.test(normAt(discourse, to - 1))) to--;
  const span = spanOf(discourse, { from: source.from, to });
  return discourse.text.slice(span.start, span.end).replace(/\s+/gu, ' ').slice(0, LONGEST_NAME).trim();
}

function speakerOf(speakers: Map<string, Speaker>, { name, kind, person }: Resolved): Speaker {
  const id = speakerId(name, kind);
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

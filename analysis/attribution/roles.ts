import type { Cast } from './cast.js';
import { type Discourse, normAt, posAt } from './discourse.js';
import type { SourcePhrase } from './draft.js';
import type { Person } from './people.js';

/** How many persons are compared with a description. */
const MOST_PERSONS = 200;
/** How many units back a person counts as just mentioned, where two hold the same office. */
const JUST_MENTIONED = 1;
/** How many mentions back the person named last is looked for. */
const LAST_MENTIONS = 8;
/** What a word of the description adds that the role holds, against a name in it that the role lacks. */
const NAME_MISSING = 0.5;

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['adm', 'admiral'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['maj', 'major'],
  ['capt', 'captain'],
  ['prof', 'professor'],
  ['pres', 'president'],
  ['amb', 'ambassador'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
]);
const FUNCTION_WORD = /^(?:the|of|to|for|at|and|in|on|former|then|top|his|her|their|its|also)$/u;

interface RoleWord {
  readonly word: string;
  /** Written with a capital: a country or body, which the role may leave out. */
  readonly isName: boolean;
}

/**
 * The named person whose office a description repeats: "the State Secretary" is the "US Secretary of
 * State", "the Vermont senator" is a "Sen.". The common words of the description must be among those of the
 * role, in any order, its head included. Where several fit equally, the one just mentioned; else nobody.
 */
export function personForRole(cast: Cast, source: SourcePhrase, text: string): Person | null {
  const { discourse, people } = cast;
  if (/^(?:a|an|some|many|one|several|two|three|other|another)\s/iu.test(text)) return null;
  if (posAt(discourse, source.head) === 'PRON') return null;
  const words = roleWords(text);
  const head = baseOf(normAt(discourse, source.head));
  const latest = lastNamed(cast, source.from);
  let best: Person[] = [];
  let bestFit = 0;
  for (const person of people.all.slice(0, MOST_PERSONS)) {
    if (person.kind !== 'named' || !isNamedBefore(person, source.from, discourse)) continue;
    const fit = Math.max(0, ...person.roles.map((role) => fitOf(words, head, role, person === latest)));
    if (fit > bestFit) [best, bestFit] = [[person], fit];
    else if (fit === bestFit && fit > 0) best.push(person);
  }
  return best.length > 1 ? justMentioned(discourse, best, source.from) : (best[0] ?? null);
}

/** The person named last before a token. */
function lastNamed({ mentions, people }: Cast, at: number): Person | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  for (let k = low - 1; k >= 0 && k >= low - LAST_MENTIONS; k--) {
    const person = people.ofMention[k];
    if (person?.kind === 'named') return person;
  }
  return null;
}

function isNamedBefore(person: Person, at: number, discourse: Discourse): boolean {
  const first = person.mentions[0];
  return first === undefined || first.from < at || discourse.unitOf[first.from] === discourse.unitOf[at];
}

function justMentioned(discourse: Discourse, persons: readonly Person[], at: number): Person | null {
  const unit = discourse.unitOf[at] ?? 0;
  const near = persons.filter((person) => {
    const last = person.mentions.findLast((mention) => mention.from < at);
    return last !== undefined && unit - (discourse.unitOf[last.from] ?? 0) <= JUST_MENTIONED;
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

/**
 * How well a description names a role; 0 where the head or another common word is missing, and where a name
 * is missing ("the French president") unless the person was the `latest` named.
 */
function fitOf(words: readonly RoleWord[], head: string, role: string, latest: boolean): number {
  const held = new Set(roleWords(role).map(({ word }) => word));
  if (!held.has(head)) return 0;
  let fit = 1 / (1 + held.size);
  for (const { word, isName } of words) {
    if (held.has(word)) fit += 1;
    else if (isName && latest) fit -= NAME_MISSING;
    else return 0;
  }
  return Math.max(0, fit);
}

function roleWords(text: string): RoleWord[] {
  return text
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word.length > 1 && !FUNCTION_WORD.test(word.toLowerCase()))
    .map((word) => ({ word: baseOf(word.toLowerCase()), isName: /^\p{Lu}/u.test(word) }));
}

function baseOf(word: string): string {
  const singular = word.replace(/\.$/u, '').replace(/s$/u, '');
  return ABBREVIATIONS.get(singular) ?? singular;
}

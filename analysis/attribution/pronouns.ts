import type { Cast } from './cast.js';
import { normAt, OUTSIDE, placeAt, posAt, sentenceAt } from './discourse.js';
import type { Gender } from './given-names.js';
import type { Person } from './people.js';

/** How many name mentions before a pronoun are weighed, and how many units back. */
const MOST_CANDIDATES = 40;
const REACH_IN_UNITS = 4;

/*
 * Weights of what speaks for a mention as the antecedent of "he" or "she", in points: set by reading
 * resolved pronouns in political news, where a point is about one sentence of distance.
 */
const PER_SENTENCE = -0.9;
const PER_UNIT = -0.8;
const SPOKE = 1.6;
const IN_QUOTATION = -2;
const SURE_PERSON = 0.5;
const GENDER_FITS = 0.7;
const SUBJECT = 0.9;
const POSSESSIVE = -0.6;
const AFTER_PREPOSITION = -0.5;
/** Two persons closer than this to each other: it is not clear who is meant. */
const CLEAR_LEAD = 0.2;
/** How many tokens from the start of its sentence a subject is looked for. */
const SUBJECT_PLACE = 6;

/** The person whom "he" or "she" at token `pronoun` means, or null where that is not clear. */
export function personForPronoun(
  cast: Cast,
  pronoun: number,
  gender: Gender,
  spoken: ReadonlySet<number>,
): Person | null {
  const scores = new Map<Person, number>();
  const first = lastMentionBefore(cast, pronoun);
  for (let k = first; k >= 0 && k > first - MOST_CANDIDATES; k--) {
    const person = cast.people.ofMention[k];
    if (person?.kind !== 'named' || (person.gender && person.gender !== gender)) continue;
    if (!person.gender && !person.titled && !spoken.has(k)) continue;
    const score = scoreOf(cast, k, person, pronoun, spoken.has(k));
    if (score === null) break;
    scores.set(person, Math.max(score, scores.get(person) ?? Number.NEGATIVE_INFINITY));
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best, next] = ranked;
  if (!best || (next && best[1] - next[1] < CLEAR_LEAD)) return null;
  return best[0];
}

function lastMentionBefore(cast: Cast, token: number): number {
  let low = 0;
  let high = cast.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cast.mentions[middle]?.from ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function scoreOf(cast: Cast, index: number, person: Person, pronoun: number, spoke: boolean): number | null {
  const { discourse } = cast;
  const mention = cast.mentions[index];
  if (!mention) return null;
  const units = (discourse.unitOf[pronoun] ?? 0) - (discourse.unitOf[mention.from] ?? 0);
  if (units > REACH_IN_UNITS) return null;
  const sentences = (discourse.sentenceOf[pronoun] ?? 0) - (discourse.sentenceOf[mention.from] ?? 0);
  let score = sentences * PER_SENTENCE + units * PER_UNIT;
  if (spoke) score += SPOKE;
  if (placeAt(discourse, mention.from) !== OUTSIDE) score += IN_QUOTATION;
  if (person.roles.length > 0 || person.gender) score += SURE_PERSON;
  if (person.gender) score += GENDER_FITS;
  if (mention.from - sentenceAt(discourse, mention.from).from < SUBJECT_PLACE) score += SUBJECT;
  if (normAt(discourse, mention.to) === "'s" || normAt(discourse, mention.to) === "'") score += POSSESSIVE;
  if (posAt(discourse, mention.from - 1) === 'ADP') score += AFTER_PREPOSITION;
  return score;
}

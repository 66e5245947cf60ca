import { type Discourse, normAt, OUTSIDE, placeAt, posAt } from './discourse.js';
import type { SourcePhrase } from './draft.js';
import { isRelative, isTimePhrase, type NounPhrases, phraseAt } from './noun-phrases.js';
import { openingOfParenthesis } from './parenthesis.js';
import { LIGHT_WORD } from './verb-group.js';
import { phraseEndingAt } from './whole-phrases.js';

/** How many parentheses may stand one after the other. */
const MOST_PARENTHESES = 3;
/**
 * The subject of a verb group that begins at `verb`, to its left and not before `floor`: steps over adverbs,
 * times, appositions and brackets. Null where another verb stands between or nothing is found.
 */
export function subjectBefore(
  discourse: Discourse,
  phrases: NounPhrases,
  verb: number,
  floor: number,
): SourcePhrase | null {
  let i = skipLightWords(discourse, phrases, verb - 1, floor);
  let end = i + 1;
  for (let turn = 0; turn <= MOST_PARENTHESES; turn++) {
    if (i < floor || placeAt(discourse, i) !== placeAt(discourse, verb)) return null;
    const opened = openingOfParenthesis(discourse, i, floor);
    if (opened < 0) break;
    if (turn === 0) end = i;
    i = skipLightWords(discourse, phrases, opened - 1, floor);
  }
  const phrase = nonNumeric(discourse, phrases, phraseEndingAt(discourse, phrases, i, floor), floor);
  if (!phrase) return null;
  if (isRelative(discourse, phrase.head) && phrase.to - phrase.from === 1) {
    return antecedent(discourse, phrases, phrase.from, floor);
  }
  const owner = modifiedPhrase(discourse, phrases, phrase, floor) ?? phrase;
  const name = nameBeforeApposition(discourse, phrases, owner, floor);
  return { from: name.from, to: Math.max(end, phrase.to), head: name.head };
}

/** How far back the word is looked for that a relative clause or participle belongs to. */
const LONGEST_MODIFIER = 14;

/**
 * In "people who lost their insurance said" and "a poll taken last week shows" the phrase next to the verb is
 * the object of a clause that describes the subject: gives the subject, or null where it is no such object.
 */
function modifiedPhrase(
  discourse: Discourse,
  phrases: NounPhrases,
  phrase: SourcePhrase,
  floor: number,
): SourcePhrase | null {
  let verbs = 0;
  for (let i = phrase.from - 1; i >= Math.max(floor, phrase.from - LONGEST_MODIFIER); i--) {
    if (placeAt(discourse, i) !== OUTSIDE || /^[,;:()—–]$/u.test(normAt(discourse, i))) return null;
    if (isRelative(discourse, i) && opensWithVerb(discourse, i + 1)) {
      const before = normAt(discourse, i - 1) === ',' ? i - 2 : i - 1;
      return verbs === 1 ? phraseEndingAt(discourse, phrases, before, floor) : null;
    }
    if (isDescribingParticiple(discourse, phrases, i, phrase))
      return phraseEndingAt(discourse, phrases, i - 1, floor);
    if (endsVerbGroup(discourse, i)) verbs++;
  }
  return null;
}

/** "who lost", "which has repeatedly said": the pronoun is the subject of its clause. */
function opensWithVerb(discourse: Discourse, i: number): boolean {
  const at = posAt(discourse, i) === 'ADV' ? i + 1 : i;
  return /^(?:VERB|AUX)$/u.test(posAt(discourse, at));
}

/** The last word of "has said" or "was", so that each group counts once. */
function endsVerbGroup(discourse: Discourse, i: number): boolean {
  return /^(?:VERB|AUX)$/u.test(posAt(discourse, i)) && !/^(?:VERB|AUX)$/u.test(posAt(discourse, i + 1));
}

/** "a poll taken last week", "officials gathered in Paris": the verb stands between its noun and `object`. */
function isDescribingParticiple(
  discourse: Discourse,
  phrases: NounPhrases,
  i: number,
  object: SourcePhrase,
): boolean {
  const before = posAt(discourse, object.from - 1) === 'ADP' ? object.from - 2 : object.from - 1;
  if (i !== before || posAt(discourse, i) !== 'VERB') return false;
  return (
    /(?:ed|ing|en|wn)$/u.test(normAt(discourse, i)) &&
    phraseAt(phrases, i - 1) !== null &&
    !isRelative(discourse, i - 1)
  );
}

/** "Clinton, 35," names nobody by the number: steps back to what stands before it. */
function nonNumeric(
  discourse: Discourse,
  phrases: NounPhrases,
  phrase: SourcePhrase | null,
  floor: number,
): SourcePhrase | null {
  if (!phrase || posAt(discourse, phrase.head) !== 'NUM' || normAt(discourse, phrase.from - 1) !== ',')
    return phrase;
  const before = phraseEndingAt(discourse, phrases, phrase.from - 2, floor);
  return before ? { from: before.from, to: phrase.to, head: before.head } : phrase;
}

/** In "X, a minister, said" and "X, director of Y, which did Z, said" the name stands before the first comma. */
function nameBeforeApposition(
  discourse: Discourse,
  phrases: NounPhrases,
  phrase: SourcePhrase,
  floor: number,
): SourcePhrase {
  let comma = phrase.from - 1;
  if (/^(?:acting|then|formerly|deputy)$/u.test(normAt(discourse, comma))) comma--;
  if (comma - 1 < floor || normAt(discourse, comma) !== ',' || posAt(discourse, phrase.head) !== 'NOUN')
    return phrase;
  const before = nonNumeric(discourse, phrases, phraseEndingAt(discourse, phrases, comma - 1, floor), floor);
  if (
    !before ||
    posAt(discourse, before.head) !== 'PROPN' ||
    normAt(discourse, before.head).endsWith('.') ||
    isTimePhrase(discourse, before)
  )
    return phrase;
  if (!startsClause(discourse, before.from, floor)) return phrase;
  return { from: before.from, to: phrase.to, head: before.head };
}

function startsClause(discourse: Discourse, i: number, floor: number): boolean {
  return i === floor || /^(?:,|;|and|but|that|while|as|\(|:)$/u.test(normAt(discourse, i - 1));
}

function skipLightWords(discourse: Discourse, phrases: NounPhrases, from: number, floor: number): number {
  let i = from;
  while (i >= floor) {
    const pos = posAt(discourse, i);
    const phrase = phraseAt(phrases, i);
    if (phrase && isTimePhrase(discourse, phrase) && phrase.from > floor && posAt(discourse, i) !== 'PRON') {
      i = phrase.from - 1;
      if (/^(?:on|in|at|of|during|since|by|for|earlier|late|early)$/u.test(normAt(discourse, i))) i--;
    } else if (!phrase && (pos === 'ADV' || pos === 'AUX' || LIGHT_WORD.test(normAt(discourse, i)))) i--;
    else break;
  }
  return i;
}

/** What "who" or "which" at `pronoun` refers to. */
function antecedent(
  discourse: Discourse,
  phrases: NounPhrases,
  pronoun: number,
  floor: number,
): SourcePhrase | null {
  let i = pronoun - 1;
  if (normAt(discourse, i) === ',') i--;
  if (normAt(discourse, i) === ')') i = openingOfParenthesis(discourse, i, floor) - 1;
  const phrase = phraseEndingAt(discourse, phrases, i, floor);
  if (!phrase) return null;
  const name = nameBeforeApposition(discourse, phrases, phrase, floor);
  return { from: name.from, to: pronoun + 1, head: name.head };
}

/** The subject of the first finite verb in `[floor, before)`: what a participle or a second verb shares. */
export function clauseSubject(
  discourse: Discourse,
  phrases: NounPhrases,
  before: number,
  floor: number,
): SourcePhrase | null {
  for (let i = floor; i < before; i++) {
    const pos = posAt(discourse, i);
    if (placeAt(discourse, i) !== placeAt(discourse, before) || (pos !== 'VERB' && pos !== 'AUX')) continue;
    if (phraseAt(phrases, i) || normAt(discourse, i).endsWith('ing')) continue;
    const subject = subjectBefore(discourse, phrases, i, floor);
    if (subject) return subject;
  }
  return null;
}

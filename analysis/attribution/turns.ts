import type { Context } from './context.js';
import { type Discourse, normAt, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';
import type { Draft } from './draft.js';
import { phraseAt } from './noun-phrases.js';
import { placeLength } from './places.js';

/** Longest name before a colon, in tokens ("Rear Adm. John Kirby:"). */
const LONGEST_NAME = 6;
/** Fewest turns that make a text a transcript. */
const TRANSCRIPT_TURNS = 2;
/** Labels before a colon that name no speaker. */
const LABEL =
  /^(?:update|updated|related|note|editor|photo|photos|watch|read|more|story|also|video|image|via|source|correction|breaking|exclusive|analysis|opinion|comment|live|explainer|fact|factbox|timeline|gallery|caption|warning|q|a|ps|profile|review|interview|podcast|poll|background|summary|key|location|date|time)s?$/u;

/** A paragraph that opens with a name and a colon. */
interface Turn {
  readonly name: Range;
  readonly colon: number;
  readonly unit: Range;
}

/**
 * Statements announced by a name and a colon: turns of a transcript ("KERRY: It works.") and headlines
 * ("Kerry: coalition is working"). In a text of several paragraphs the turns must be several, or the name
 * that of a known speaker.
 */
export function turnStatements({ discourse, phrases, known }: Context): Draft[] {
  const turns = discourse.units
    .map((unit) => turnOf(discourse, phrases, unit))
    .filter((turn) => turn !== null);
  const transcript = turns.length >= TRANSCRIPT_TURNS || discourse.units.length === 1;
  return turns.filter((turn) => transcript || known.has(lastWord(discourse, turn))).map(statementOf);
}

function turnOf(discourse: Discourse, phrases: Context['phrases'], unit: Range): Turn | null {
  let colon = unit.from + 1;
  while (colon < Math.min(unit.to, unit.from + LONGEST_NAME + 1) && normAt(discourse, colon) !== ':') colon++;
  if (normAt(discourse, colon) !== ':' || colon + 2 >= unit.to || placeAt(discourse, colon) !== OUTSIDE)
    return null;
  const name = { from: unit.from, to: colon };
  return isName(discourse, phrases, name) ? { name, colon, unit } : null;
}

function isName(discourse: Discourse, phrases: Context['phrases'], name: Range): boolean {
  const words = discourse.tokens.slice(name.from, name.to);
  if (
    words.some(
      (word) => LABEL.test(word.norm) || word.pos === 'VERB' || word.pos === 'AUX' || word.norm === ',',
    )
  )
    return false;
  if (
    placeLength(words.map((word) => word.text)) === words.length &&
    !/^\p{Lu}{3,}$/u.test(words[0]?.text ?? '')
  )
    return false;
  const last = words.at(-1);
  const shouted = words.every((word) => word.text === word.text.toUpperCase());
  const phrase = phraseAt(phrases, name.to - 1);
  return last !== undefined && (shouted || (posAt(discourse, name.to - 1) === 'PROPN' && phrase !== null));
}

function lastWord(discourse: Discourse, turn: Turn): string {
  return normAt(discourse, turn.colon - 1);
}

function statementOf({ name, colon, unit }: Turn): Draft {
  return {
    source: { ...name, head: name.to - 1 },
    cue: [{ from: colon, to: colon + 1 }],
    content: [{ from: colon + 1, to: unit.to }],
    cueKind: 'speech',
    at: colon,
  };
}

import { type Cue, type CueLexicon, cueAt, isAmbiguous } from './cue-lexicon.js';
import { type Discourse, normAt, OPENING, placeAt, posAt, type Range } from './discourse.js';
import { isOffice, isTemporal, type NounPhrases, phraseAt } from './noun-phrases.js';
import { subjectBefore } from './subject.js';
import { type VerbGroup, verbGroup } from './verb-group.js';

/** A cue where it stands in a sentence. */
export interface FoundCue {
  readonly cue: Cue;
  /** Its words, with auxiliaries for verbs. */
  readonly range: Range;
  /** Null for cues that are no verbs. */
  readonly group: VerbGroup | null;
  /** A word with other senses: it only counts with a clause or quotation. */
  readonly ambiguous: boolean;
}

/** Verbs of a main clause whose infinitive is what was said: "went on to say". */
const CARRIES_INFINITIVE =
  /^(?:go|on|continue|come|proceed|begin|start|decline|refuse|rush|return|dare|hasten|twitter|opportunity|quick|used|hesitate|prompted|forced|compelled|moved|willing|ready|like|likes|seems|seemed|appears|appeared|tends|tend)$/u;

const TAKES_PARTICLE =
  /^(?:write|call|put|hold|see|read|lay|back|bring|report|tell|shout|cheer|add|talk|play|sum)$/u;

/** The cues of a sentence, left to right, without overlap. */
export function findCues(
  discourse: Discourse,
  phrases: NounPhrases,
  lexicon: CueLexicon,
  sentence: Range,
): FoundCue[] {
  const found: FoundCue[] = [];
  let i = sentence.from;
  while (i < sentence.to) {
    const cue =
      secondVerb(discourse, phrases, lexicon, i, sentence, found) ??
      cueFrom(discourse, phrases, lexicon, i, sentence);
    if (cue) found.push(cue);
    i = cue ? Math.max(i + 1, cue.range.to) : i + 1;
  }
  return found;
}

function cueFrom(
  discourse: Discourse,
  phrases: NounPhrases,
  lexicon: CueLexicon,
  i: number,
  sentence: Range,
): FoundCue | null {
  const phrase = cueAt(discourse, lexicon.phrases, i, sentence.to);
  if (phrase && (phrase.words.length > 1 || phrase.shape === 'citing' || normAt(discourse, i) === 'per')) {
    return { cue: phrase, range: { from: i, to: i + phrase.words.length }, group: null, ambiguous: false };
  }
  const pos = posAt(discourse, i);
  if (pos === 'VERB' || readsAsVerb(discourse, i) || (pos === 'AUX' && normAt(discourse, i) !== "'s"))
    return verbFrom(discourse, phrases, lexicon, i, sentence);
  if (pos !== 'NOUN') return null;
  const noun = cueAt(discourse, lexicon.nouns, i, sentence.to);
  return noun
    ? { cue: noun, range: { from: i, to: i + noun.words.length }, group: null, ambiguous: false }
    : null;
}

function verbFrom(
  discourse: Discourse,
  phrases: NounPhrases,
  lexicon: CueLexicon,
  i: number,
  sentence: Range,
): FoundCue | null {
  const cue = cueAt(discourse, lexicon.verbs, i, sentence.to);
  if (!cue || isInsidePhrase(phrases, i) || isOtherwiseUsed(discourse, cue, i)) return null;
  const to = i + cue.words.length;
  const group = verbGroup(discourse, i, to, sentence.from);
  if (group.form === 'infinitive' && !CARRIES_INFINITIVE.test(normAt(discourse, group.from - 1))) return null;
  return { cue, range: { from: group.from, to }, group, ambiguous: isAmbiguous(discourse, cue, i) };
}

/** "Viguerie notes that", "analysts doubt that": verbs tagged as nouns between a name and a clause. */
function readsAsVerb(discourse: Discourse, i: number): boolean {
  if (posAt(discourse, i) !== 'NOUN') return false;
  if (normAt(discourse, i) === 'put' && normAt(discourse, i + 1) === 'it') return true;
  const before = discourse.tokens[i - 1];
  const next = normAt(discourse, i + 1);
  const opens = placeAt(discourse, i + 1) === OPENING;
  if (!/[^s]s$/u.test(normAt(discourse, i))) {
    const plural = before?.pos === 'NOUN' && /[^s]s$|^people$/u.test(before.norm);
    return next === 'that' && (plural || /^(?:they|we|who)$/u.test(before?.norm ?? ''));
  }
  if (opens && (before?.pos === 'NOUN' || isOffice(before?.norm ?? ''))) return true;
  if (before?.pos !== 'PROPN' && !/^(?:he|she|it|who|\))$/u.test(before?.norm ?? '')) return false;
  if (before?.pos === 'PROPN' && posAt(discourse, i + 1) === 'PROPN' && !isTemporal(discourse, i + 1))
    return true;
  return opens || /^(?:that|the|a|an|how|why|what|whether|his|her|their|its|:)$/u.test(next);
}

/** "X, an expert, doubts that", "describes A and doubts that": tagged as a noun, but with a subject. */
function secondVerb(
  discourse: Discourse,
  phrases: NounPhrases,
  lexicon: CueLexicon,
  i: number,
  sentence: Range,
  found: readonly FoundCue[],
): FoundCue | null {
  if (
    posAt(discourse, i) !== 'NOUN' ||
    !/[^s]s$/u.test(normAt(discourse, i)) ||
    normAt(discourse, i + 1) !== 'that'
  )
    return null;
  const before = normAt(discourse, i - 1);
  const joined = before === 'and' && normAt(discourse, found.at(-1)?.group?.head ?? -1).endsWith('s');
  const subject = before === ',' ? subjectBefore(discourse, phrases, i, sentence.from) : null;
  const named = subject !== null && posAt(discourse, subject.head) === 'PROPN';
  return joined || named ? verbFrom(discourse, phrases, lexicon, i, sentence) : null;
}

/** "two suspected fighters" and "write off": a describing participle, and a verb whose particle changes it. */
function isOtherwiseUsed(discourse: Discourse, cue: Cue, i: number): boolean {
  const describes =
    /ed$/u.test(normAt(discourse, i)) &&
    posAt(discourse, i + 1) === 'NOUN' &&
    /^(?:NUM|ADJ|DET)$/u.test(posAt(discourse, i - 1));
  const particle = cue.words.length === 1 && /^(?:off|up|down|away|aside)$/u.test(normAt(discourse, i + 1));
  return describes || (particle && TAKES_PARTICLE.test(discourse.tokens[i]?.lemma ?? ''));
}

/** "the proposed ban": a participle that only describes. */
function isInsidePhrase(phrases: NounPhrases, i: number): boolean {
  const phrase = phraseAt(phrases, i);
  return phrase !== null && i < phrase.to - 1;
}

import type { MentionReading } from './mention-reading.js';
import type { OccludedPhrase } from './occlusion.js';
import { FUNCTION_WORDS } from './sentence-reading.js';

/** Phrases of a mention's sentence that an explanation weighs at most; more would cost more than they say. */
const MOST_PHRASES = 6;
/** Words on both sides of a noun or verb that belong to its phrase. */
const LONGEST_PHRASE = 4;
const CONTENT = /^(?:NOUN|ADJ|VERB|ADV)$/u;
const NEGATOR = /^(?:not|n't|never|no|nobody|nothing|neither|nor|without|hardly|barely)$/u;
/** Lexicon values count more than the sparse weights when phrases are chosen. */
const LEXICON_WEIGHT = 0.5;
/** Words that no lexicon knows are a reason only where the linear part alone moves the logit so far. */
const LEAST_PLAIN = 0.35;

/**
 * The phrases whose contributions are worth knowing, in order of place and without overlap: runs of
 * content words that a reader would accept as a reason, strongest first by linear weight and polarity
 * until MOST_PHRASES are chosen.
 */
export function candidatePhrases(mention: MentionReading, byToken: Float64Array): OccludedPhrase[] {
  const ranked = contentRuns(mention).flatMap((phrase) => {
    const linear = sumOver(phrase, (t) => byToken[t] ?? 0);
    const polarity = sumOver(phrase, (t) => polarityOf(mention, t));
    if (polarity === 0 && Math.abs(linear) < LEAST_PLAIN) return [];
    return [{ phrase, strength: Math.abs(linear) + LEXICON_WEIGHT * polarity }];
  });
  ranked.sort((a, b) => b.strength - a.strength || a.phrase.from - b.phrase.from);
  const chosen = ranked.slice(0, MOST_PHRASES).map(({ phrase }) => phrase);
  return chosen.sort((a, b) => a.from - b.from);
}

function contentRuns(mention: MentionReading): OccludedPhrase[] {
  const { sentence } = mention;
  const runs: OccludedPhrase[] = [];
  for (let i = 0; i < sentence.length; i++) {
    if (!isContent(mention, i)) continue;
    let to = i + 1;
    while (
      to < sentence.length &&
      to - i < LONGEST_PHRASE &&
      isContent(mention, to) &&
      goesOn(sentence.pos, to)
    )
      to++;
    const aloneNegates = to - i === 1 && NEGATOR.test(sentence.norms[i] ?? '');
    if (!aloneNegates) runs.push({ from: i, to });
    i = to - 1;
  }
  return runs;
}

/** Words that mean something by themselves; plain verbs of speech say only that somebody speaks. */
function isContent({ sentence }: MentionReading, i: number): boolean {
  const norm = sentence.norms[i] ?? '';
  if (i === sentence.target || FUNCTION_WORDS.has(norm)) return false;
  if (sentence.reading.speech[sentence.origins[i] ?? 0] === 1) return false;
  return CONTENT.test(sentence.pos[i] ?? '') || NEGATOR.test(norm);
}

/** A verb starts a phrase of its own; nouns, adjectives and adverbs go on with the one before. */
function goesOn(pos: readonly string[], i: number): boolean {
  return pos[i] !== 'VERB' || pos[i - 1] === 'ADV' || pos[i - 1] === 'PART';
}

function polarityOf({ sentence, worth }: MentionReading, t: number): number {
  const { reading, origins } = sentence;
  const origin = origins[t] ?? 0;
  return (
    Math.abs(worth[t] ?? 0) + Math.abs(reading.valence[origin] ?? 0) + Math.abs(reading.afinn[origin] ?? 0)
  );
}

function sumOver({ from, to }: OccludedPhrase, valueAt: (t: number) => number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += valueAt(t);
  return sum;
}

import { overlaps, type PartOfSpeech, type Span, type Token } from '../../article/index.js';
import { valenceOf } from '../../language/index.js';
import { type ConnotationIndex, findConnotations, findSignals } from './connotations.js';
import { setAside, standingOf } from './standing.js';
import type { WordVectors } from './word-vectors.js';

/** What the model looks words up in. */
export interface WordKnowledge {
  readonly vectors: WordVectors;
  readonly connotations: ConnotationIndex;
}

/** A sentence with everything about its tokens that does not depend on the target; arrays by token. */
export interface SentenceReading {
  readonly tokens: readonly Token[];
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array;
  /** 1 under a negation, or in a claim that the sentence sets aside. */
  readonly negated: Uint8Array;
  /** AFINN / 3 and induced polarity; less and turned round under a negation. */
  readonly afinn: Float32Array;
  readonly induced: Float32Array;
  /** 1 at verbs of speech that do not judge. */
  readonly speech: Uint8Array;
  /** Row of the word vector, -1 without one. */
  readonly rows: Int32Array;
  readonly agent: Float32Array;
  readonly patient: Float32Array;
  readonly holder: Float32Array;
  readonly valence: Float32Array;
  /** 1 where agent and patient of a connotation count, 0 where its holder does. */
  readonly isVerb: Uint8Array;
  readonly devices: readonly { readonly device: string; readonly from: number; readonly to: number }[];
  /** 1 at hedges and doubts, at concessions and contrasts, at endorsing cues. */
  readonly doubt: Uint8Array;
  readonly turn: Uint8Array;
  readonly endorsement: Uint8Array;
  /** See `standingOf`. */
  readonly standing: Int8Array;
  /** See `setAside`. */
  readonly aside: Uint8Array;
}

/** A negated word keeps this much of its value, turned round ("not good" is less bad than "bad"). */
const NEGATED = -0.7;
const AFINN_SCALE = 3;
/** Induced polarities below this are noise. */
const LEAST_INDUCED = 0.15;
const SHORTEST_WORD = 3;
/** How many tokens a negation reaches. */
const NEGATION_REACH = 4;
const NEGATION_END = /^[.,;:"“”]$/u;
const NEGATORS = new Set(
  "not n't never no none nobody nothing neither nor without hardly barely scarcely cannot fail refuse deny".split(
    ' ',
  ),
);
const QUOTE_MARK = /^(?:["“”„«»]|''|``)$/u;
/** Function words, which say nothing about polarity. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an of to and in for on is was with he as it by at from his an be has are have were this they had ' +
    'will their its one been also we would or she her him them i you my your our us me'
  ).split(' '),
);

/**
 * Reads a sentence for the model. `quotations` are the spans between quotation marks where they are
 * known; without them the marks in the sentence decide.
 */
export function readSentence(
  tokens: readonly Token[],
  { vectors, connotations }: WordKnowledge,
  quotations: readonly Span[] | null = null,
): SentenceReading {
  const length = tokens.length;
  const aside = setAside(tokens);
  const negated = negatedTokens(tokens).map((value, i) => value ^ (aside[i] ?? 0));
  const signals = findSignals(tokens, connotations);
  const numbers = () => new Float32Array(length);
  const flags = () => new Uint8Array(length);
  const reading = {
    tokens,
    negated,
    quoted: quotations ? insideSpans(tokens, quotations) : betweenMarks(tokens),
    afinn: numbers(),
    induced: numbers(),
    speech: flags(),
    rows: new Int32Array(length),
    ...{ agent: numbers(), patient: numbers(), holder: numbers(), valence: numbers(), isVerb: flags() },
    devices: [] as { device: string; from: number; to: number }[],
    ...{ doubt: flags(), turn: flags(), endorsement: flags() },
    standing: standingOf(tokens, signals),
    aside,
  };
  tokens.forEach((token, i) => {
    const row = vectors.rowOf(token.norm) ?? vectors.rowOf(token.lemma) ?? -1;
    const factor = negated[i] ? NEGATED : 1;
    reading.rows[i] = row;
    reading.afinn[i] = (factor * (valenceOf(token.norm) || valenceOf(token.lemma))) / AFINN_SCALE;
    reading.induced[i] = row < 0 ? 0 : factor * inducedPolarity(token, vectors.polarityOf(row));
    reading.speech[i] = connotations.speech.has(token.lemma) ? 1 : 0;
  });
  for (const { from, to, connotation } of findConnotations(tokens, connotations)) {
    const factor = negated[from] ? NEGATED : 1;
    reading.agent[from] = factor * connotation.agent;
    reading.patient[from] = factor * connotation.patient;
    reading.holder[from] = factor * connotation.holder;
    reading.valence[from] = factor * connotation.valence;
    reading.isVerb[from] = connotation.isVerb ? 1 : 0;
    if (connotation.device !== 'none') reading.devices.push({ device: connotation.device, from, to });
  }
  const { doubt, turn, endorsement } = reading;
  const flagOf = { doubt, contrast: turn, concession: turn, endorsement };
  for (const { signal, from, to } of signals) flagOf[signal].fill(1, from, to);
  return reading;
}

function inducedPolarity({ norm, pos }: Token, polarity: number): number {
  if (FUNCTION_WORDS.has(norm) || norm.length < SHORTEST_WORD || pos === 'PROPN') return 0;
  return Math.abs(polarity) < LEAST_INDUCED ? 0 : polarity;
}

/** Each negation turns the next words, to the next mark, round; two turn them back. */
function negatedTokens(tokens: readonly Token[]): Uint8Array {
  const negated = new Uint8Array(tokens.length);
  tokens.forEach(({ norm, lemma }, i) => {
    if (!NEGATORS.has(norm) && !NEGATORS.has(lemma)) return;
    for (let k = i + 1; k <= i + NEGATION_REACH && k < tokens.length; k++) {
      if (NEGATION_END.test(tokens[k]?.norm ?? '')) break;
      negated[k] = negated[k] ? 0 : 1;
    }
  });
  return negated;
}

function insideSpans(tokens: readonly Token[], spans: readonly Span[]): Uint8Array {
  return Uint8Array.from(tokens, (token) => (spans.some((span) => overlaps(span, token)) ? 1 : 0));
}

/** One mark alone quotes what follows it in the first half, what precedes it in the second. */
function betweenMarks(tokens: readonly Token[]): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  const marks = tokens.flatMap(({ norm }, i) => (QUOTE_MARK.test(norm) ? [i] : []));
  const only = marks[0];
  if (marks.length === 1 && only !== undefined) {
    return only < tokens.length / 2 ? quoted.fill(1, only + 1) : quoted.fill(1, 0, only);
  }
  for (let k = 0; k < marks.length; k += 2)
    quoted.fill(1, (marks[k] ?? 0) + 1, marks[k + 1] ?? tokens.length);
  return quoted;
}

/** Parts of speech in the order that models number them; never reorder. */
export const PARTS_OF_SPEECH: readonly PartOfSpeech[] = [
  ...(['ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM'] as const),
  ...(['PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X', 'SPACE'] as const),
];

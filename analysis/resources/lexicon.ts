import { type Column, note, number, oneOf, phrase, slug, strength, term } from './column.js';

/**
 * What a news verb or set phrase does to those it speaks of. Numbers lie in [-1, 1]: how it makes
 * the agent and the patient look, what the deed does to the patient, and the tone of the word.
 */
export interface VerbEntry {
  readonly term: string;
  readonly agent: number;
  readonly patient: number;
  readonly effect: number;
  readonly valence: number;
  readonly strength: 1 | 2 | 3;
  readonly kind: VerbKind;
  /** Aspect that the verb speaks of, or `none`. */
  readonly dimension: string;
  readonly note: string;
}

type VerbKind =
  | 'action-harm'
  | 'action-help'
  | 'action-control'
  | 'change-up'
  | 'change-down'
  | 'outcome-success'
  | 'outcome-failure'
  | 'speech-neutral'
  | 'speech-positive'
  | 'speech-negative'
  | 'speech-doubting'
  | 'speech-endorsing'
  | 'cognition'
  | 'other';

/**
 * A noun, adjective, adverb or phrase: `holder` says how it makes the one look that it is said of,
 * `valence` the tone of the word itself; both in [-1, 1].
 */
export interface WordEntry {
  readonly term: string;
  readonly pos: 'noun' | 'adj' | 'adv' | 'phrase';
  readonly holder: number;
  readonly valence: number;
  readonly strength: 1 | 2 | 3;
  /** Slug of the aspect that the word speaks of, or `none`. */
  readonly dimension: string;
  readonly device: WordDevice;
  readonly note: string;
}

type WordDevice =
  | 'none'
  | 'loaded-label'
  | 'euphemism'
  | 'intensifier'
  | 'hedge'
  | 'quantifier-low'
  | 'doubt-marker'
  | 'irony-prone'
  | 'concession'
  | 'negator';

/** A word that reports what somebody says or thinks, and the light it throws on it. */
export interface CueEntry {
  readonly term: string;
  readonly pos: 'verb' | 'noun' | 'phrase';
  readonly kind: 'speech' | 'thought';
  /**
   * `doubting` and `endorsing` say what the writer makes of the claim; `positive` and `negative`
   * what the speaker makes of the one spoken of ("praised", "criticized").
   */
  readonly tone: 'neutral' | 'positive' | 'negative' | 'doubting' | 'endorsing';
  readonly note: string;
}

/** A word that changes what another one weighs; `factor` multiplies, below 0 it turns the sign. */
export interface ModifierEntry {
  readonly term: string;
  readonly device: 'negator' | 'hedge' | 'doubt' | 'concession' | 'intensifier' | 'minimizer' | 'contrast';
  readonly factor: number;
  readonly note: string;
}

/** A news agency or outlet as datelines, bylines and page titles print it. */
interface AgencyEntry {
  readonly term: string;
  /** The outlet's full name; several spellings share one. */
  readonly outlet: string;
  /** Country of its seat, in English; empty where it has none. */
  readonly country: string;
  readonly note: string;
}

/** A phrase that belongs to the page around an article, not to the article. */
export interface FurnitureEntry {
  readonly term: string;
  /** Which part of a short line the phrase must be. */
  readonly match: 'line' | 'start' | 'end' | 'contains';
  /** What the reader is told, e.g. "sharing buttons". */
  readonly reason: string;
  readonly note: string;
}

/** An office, rank or form of address that stands before or after a name. */
interface TitleEntry {
  readonly term: string;
  readonly note: string;
}

/** Every row of every family, ordered by term. */
export interface Lexicons {
  readonly verbs: readonly VerbEntry[];
  readonly words: readonly WordEntry[];
  readonly cues: readonly CueEntry[];
  readonly modifiers: readonly ModifierEntry[];
  readonly agencies: readonly AgencyEntry[];
  readonly furniture: readonly FurnitureEntry[];
  readonly titles: readonly TitleEntry[];
}

/** The columns of a family in the order of its file. */
export type Columns<Row> = { readonly [Name in keyof Row]: Column<Row[Name]> };

const CONNOTATION = number(-1, 1);

/** Multiplies a weight: -1 turns it round, 0 silences it, 2 doubles it. */
const FACTOR = number(-1, 2);

const verbs: Columns<VerbEntry> = {
  term: term(),
  agent: CONNOTATION,
  patient: CONNOTATION,
  effect: CONNOTATION,
  valence: CONNOTATION,
  strength: strength(),
  kind: oneOf(
    'action-harm',
    'action-help',
    'action-control',
    'change-up',
    'change-down',
    'outcome-success',
    'outcome-failure',
    'speech-neutral',
    'speech-positive',
    'speech-negative',
    'speech-doubting',
    'speech-endorsing',
    'cognition',
    'other',
  ),
  dimension: slug(),
  note: note(),
};

const words: Columns<WordEntry> = {
  term: term(),
  pos: oneOf('noun', 'adj', 'adv', 'phrase'),
  holder: CONNOTATION,
  valence: CONNOTATION,
  strength: strength(),
  dimension: slug(),
  device: oneOf(
    'none',
    'loaded-label',
    'euphemism',
    'intensifier',
    'hedge',
    'quantifier-low',
    'doubt-marker',
    'irony-prone',
    'concession',
    'negator',
  ),
  note: note(),
};

const cues: Columns<CueEntry> = {
  term: term(),
  pos: oneOf('verb', 'noun', 'phrase'),
  kind: oneOf('speech', 'thought'),
  tone: oneOf('neutral', 'positive', 'negative', 'doubting', 'endorsing'),
  note: note(),
};

const modifiers: Columns<ModifierEntry> = {
  term: term(),
  device: oneOf('negator', 'hedge', 'doubt', 'concession', 'intensifier', 'minimizer', 'contrast'),
  factor: FACTOR,
  note: note(),
};

const agencies: Columns<AgencyEntry> = { term: phrase(), outlet: phrase(), country: note(), note: note() };

const furniture: Columns<FurnitureEntry> = {
  term: term(),
  match: oneOf('line', 'start', 'end', 'contains'),
  reason: phrase(),
  note: note(),
};

const titles: Columns<TitleEntry> = { term: term(), note: note() };

/**
 * The lexicon families in loading order. A new family is one row here, its columns above and its
 * file `corpus/lexicons/NAME.tsv`.
 */
export const FAMILIES: { readonly [Name in keyof Lexicons]: Columns<Lexicons[Name][number]> } = {
  verbs,
  words,
  cues,
  modifiers,
  agencies,
  furniture,
  titles,
};

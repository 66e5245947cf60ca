import type { Article, TextUnit } from './article.js';
import type { PlacedVoice } from './correction.js';
import type { Span } from './span.js';
import type { SpeakerKind } from './speaker-kind.js';

/** Universal part-of-speech tag. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

export interface Token extends Span {
  /** The token as printed. */
  readonly text: string;
  /** Lower case, curly apostrophes made straight. */
  readonly norm: string;
  /** Dictionary form in lower case. */
  readonly lemma: string;
  readonly pos: PartOfSpeech;
}

export interface Sentence extends Span {
  /** Ordinal of the unit that the sentence lies in. */
  readonly unit: number;
  readonly tokens: readonly Token[];
}

/** Words between quotation marks (marks excluded from `start` and `end`). */
export interface Quotation extends Span {
  /** Speech is quoted; a scare quote or a title is only set apart. */
  readonly kind: 'speech' | 'scare';
  /** False where the closing mark is missing and the quotation was ended at its paragraph. */
  readonly closed: boolean;
}

/** Who is quoted. `id` is stable within an article and derived from the name. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  /** Other ways the article writes the name. */
  readonly variants: readonly string[];
  /** Office or description as stated in the text ("US Secretary of State"), or null. */
  readonly role: string | null;
}

/** A statement with its source: who (source) says (cue) what (content). */
export interface Attribution {
  readonly id: string;
  /** The attribution whose content this one is part of ("Kerry said Obama believes ..."). */
  readonly parent: string | null;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly speaker: Speaker | null;
  readonly kind: 'direct' | 'indirect' | 'mixed';
  readonly cueKind: 'speech' | 'thought';
}

/** Layers over one text: all spans point into `text`. */
export interface Layers {
  readonly text: string;
  readonly units: readonly TextUnit[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
}

/** An article with its target-free layers; the headline is a text of its own. */
export interface Annotated {
  readonly article: Article;
  readonly body: Layers;
  readonly headline: Layers | null;
  readonly speakers: readonly Speaker[];
  /** Who speaks in some units according to a person; attributions follow it already. */
  readonly correctedVoices?: readonly PlacedVoice[];
}

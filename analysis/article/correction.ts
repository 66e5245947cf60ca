import type { Article } from './article.js';
import type { Label } from './label.js';
import type { SpeakerKind } from './speaker-kind.js';

/**
 * A place in the article as it was read, whatever was corrected since: `h` is the headline, `u3` the
 * unit of ordinal 3, `d2` the passage that was left out with index 2.
 */
export type Passage = 'h' | `u${number}` | `d${number}`;

/** The passage of the headline. */
export const HEADLINE_PASSAGE: Passage = 'h';

/** Metadata that a person may set. */
export type MetadataField = 'title' | 'outlet' | 'published' | 'byline';

/** Every field, in the order in which pages and tables list them. */
export const METADATA_FIELDS: readonly MetadataField[] = ['title', 'outlet', 'published', 'byline'];

/** Who speaks according to a person; the id of a speaker of the article means that speaker. */
export type CorrectedVoice =
  | { readonly id: 'author' }
  | { readonly id: string; readonly name: string; readonly kind: SpeakerKind };

/** `value` null: not known, or no such thing. `published` is `YYYY-MM-DD`. */
export interface MetadataCorrection {
  readonly kind: 'set-metadata';
  readonly field: MetadataField;
  readonly value: string | null;
}

/** Leaves a unit of the article as read out. */
export interface DropCorrection {
  readonly kind: 'drop-passage';
  readonly passage: Passage;
}

/** Puts a passage back that was left out when the article was read; `index` counts in `dropped`. */
export interface RestoreCorrection {
  readonly kind: 'restore-dropped';
  readonly index: number;
}

/** Cuts a passage in two before `offset`, in UTF-16 code units of the passage as read. */
export interface SplitCorrection {
  readonly kind: 'split-passage';
  readonly passage: Passage;
  readonly offset: number;
}

/** Joins the piece that starts here to the piece before it. */
export interface MergeCorrection {
  readonly kind: 'merge-passage';
  readonly passage: Passage;
  readonly offset: number;
}

/** Who speaks in the unit that starts here: `to` instead of `from` ('author' or a speaker id). */
export interface VoiceCorrection {
  readonly kind: 'set-voice';
  readonly passage: Passage;
  readonly offset: number;
  readonly from: string;
  readonly to: CorrectedVoice;
}

/** A label given by a person; `voice` null labels the unit that starts here as a whole. */
export interface LabelCorrection {
  readonly kind: 'set-label';
  /** How addresses name the target. */
  readonly target: string;
  readonly passage: Passage;
  readonly offset: number;
  readonly voice: string | null;
  readonly label: Label;
}

/**
 * Something a person says of an article as it was read. Each stands alone: any can be taken back
 * without the others, and their order does not matter.
 */
export type Correction =
  | MetadataCorrection
  | DropCorrection
  | RestoreCorrection
  | SplitCorrection
  | MergeCorrection
  | VoiceCorrection
  | LabelCorrection;

export type CorrectionKind = Correction['kind'];

/** Every kind, in the order in which pages and docs list them. */
export const CORRECTION_KINDS: readonly CorrectionKind[] = [
  'set-metadata',
  'drop-passage',
  'restore-dropped',
  'split-passage',
  'merge-passage',
  'set-voice',
  'set-label',
];

/** A correction with its history, as a library keeps it. Times are ISO 8601 in UTC. */
export interface RecordedCorrection {
  readonly id: string;
  readonly correction: Correction;
  /** What stood there when the correction was made, in words; null for nothing. */
  readonly machine: string | null;
  readonly reason: string;
  /** Null for someone without a name. */
  readonly coder: string | null;
  readonly at: string;
  /** When and by whom it was taken back; null while it holds. */
  readonly revertedAt: string | null;
  readonly revertedBy: string | null;
}

/** A correction that holds, as a result lists it. */
export interface AppliedCorrection {
  readonly id: string;
  readonly kind: CorrectionKind;
  /** What is corrected, in words: "Outlet", "Label of paragraph 3, John Kerry". */
  readonly what: string;
  /** The machine's value and what stands instead of it, in words; null for nothing. */
  readonly machine: string | null;
  readonly corrected: string | null;
  readonly reason: string;
  readonly coder: string | null;
  readonly at: string;
  /** False where its place is gone for now (its paragraph was left out, say). */
  readonly applied: boolean;
  /** The unit that it is about in the article as it stands; null for metadata and where it is gone. */
  readonly ordinal: number | null;
  /** The correction itself, to be made again or taken back. */
  readonly correction: Correction;
}

/** Where a unit of the corrected article begins in the article as read. */
export interface Place {
  readonly ordinal: number;
  readonly passage: Passage;
  /** UTF-16 code units within the passage as read. */
  readonly offset: number;
}

/** A correction of who speaks, at its place in the corrected article. */
export interface PlacedVoice {
  readonly ordinal: number;
  readonly from: string;
  readonly to: CorrectedVoice;
}

/** A label given by a person, at its place in the corrected article. */
export interface PlacedLabel {
  readonly ordinal: number;
  readonly voice: string | null;
  readonly label: Label;
}

/** An article as it stands after corrections. */
export interface CorrectedArticle {
  /** Under the id of the article as read, by which a library knows it. */
  readonly article: Article;
  /** Where each unit begins in the article as read; the headline first where there is one. */
  readonly places: readonly Place[];
  /** The passages of `article.dropped`, in the same order. */
  readonly leftOut: readonly Passage[];
  /** For each correction given whether its place is there; all are kept. */
  readonly applied: readonly boolean[];
  /** For each correction given the unit that it is about now; null for none. */
  readonly ordinals: readonly (number | null)[];
}

/** The words of a passage of the article as read; null where there is none such. */
export function passageText({ title, text, units, dropped }: Article, passage: Passage): string | null {
  if (passage === HEADLINE_PASSAGE) return title;
  const number = Number(passage.slice(1));
  if (passage.startsWith('d')) return dropped[number]?.text ?? null;
  const unit = units.find(({ ordinal }) => ordinal === number);
  return unit ? text.slice(unit.start, unit.end) : null;
}

/** Whether a correction is one of data, after which the machine scores anew, or of coding only. */
export function isDataCorrection(correction: Correction): boolean {
  return correction.kind !== 'set-label';
}

/**
 * What a correction is about, without its value: two corrections of one article with the same
 * subject contradict each other, and a later one takes the place of the earlier.
 */
export function subjectOf(correction: Correction): string {
  switch (correction.kind) {
    case 'set-metadata':
      return `metadata ${correction.field}`;
    case 'drop-passage':
      return `drop ${correction.passage}`;
    case 'restore-dropped':
      return `restore d${correction.index}`;
    case 'split-passage':
      return `split ${correction.passage}+${correction.offset}`;
    case 'merge-passage':
      return `merge ${correction.passage}+${correction.offset}`;
    case 'set-voice':
      return `voice ${correction.passage}+${correction.offset} ${correction.from}`;
    case 'set-label':
      return `label ${correction.target} ${correction.passage}+${correction.offset} ${correction.voice ?? '*'}`;
  }
}

/** Corrections in an order of their own, whatever order they come in. */
export function canonical(corrections: readonly Correction[]): Correction[] {
  const keyed = corrections.map((correction) => ({ correction, key: keyOf(correction) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ correction }) => correction);
}

/** Whether two corrections say the same. */
export function isSame(a: Correction, b: Correction): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(correction: Correction): string {
  return JSON.stringify([subjectOf(correction), saidBy(correction)]);
}

function saidBy(correction: Correction): readonly (string | null)[] {
  switch (correction.kind) {
    case 'set-metadata':
      return [correction.value];
    case 'set-voice':
      return 'name' in correction.to
        ? [correction.to.id, correction.to.name, correction.to.kind]
        : [correction.to.id];
    case 'set-label':
      return [correction.label];
    default:
      return [];
  }
}

/** The corrections of who speaks whose place is there. */
export function placeVoices(corrections: readonly Correction[], places: readonly Place[]): PlacedVoice[] {
  return corrections.flatMap((correction) => {
    if (correction.kind !== 'set-voice') return [];
    const ordinal = ordinalAt(places, correction);
    return ordinal === null ? [] : [{ ordinal, from: correction.from, to: correction.to }];
  });
}

/** The labels toward `target` whose place is there. */
export function placeLabels(
  corrections: readonly Correction[],
  places: readonly Place[],
  target: string,
): PlacedLabel[] {
  return corrections.flatMap((correction) => {
    if (correction.kind !== 'set-label' || correction.target !== target) return [];
    const ordinal = ordinalAt(places, correction);
    return ordinal === null ? [] : [{ ordinal, voice: correction.voice, label: correction.label }];
  });
}

/** The unit of the corrected article that begins at a place of the article as read, or null. */
export function ordinalAt(
  places: readonly Place[],
  { passage, offset }: { readonly passage: Passage; readonly offset: number },
): number | null {
  const place = places.find((candidate) => candidate.passage === passage && candidate.offset === offset);
  return place ? place.ordinal : null;
}

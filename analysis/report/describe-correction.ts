import {
  type Article,
  type CorrectedVoice,
  type Correction,
  type LabelAndScore,
  type LabelCorrection,
  type MetadataField,
  type Passage,
  passageText,
  type Result,
  type SplitCorrection,
  type Unit,
  type VoiceCorrection,
} from '../article/index.js';
import { formatScore } from './format.js';
import { AUTHOR, UNIDENTIFIED } from './speech.js';
import { oneLine } from './terminal.js';
import { placeOf, unitsOf } from './units.js';

/** What the words of a correction can draw on. */
export interface CorrectionScene {
  readonly asRead: Article;
  /** The unit that it is about in the article as it stands, or null. */
  readonly ordinal: number | null;
  /** A result of the article, where there is one: it knows labels and names of speakers. */
  readonly result: Result | null;
}

/** A correction in words; null for nothing. */
export interface CorrectionWords {
  /** "Outlet", "Speaker in paragraph 3", "Label of paragraph 3, John Kerry". */
  readonly what: string;
  readonly machine: string | null;
  readonly corrected: string | null;
}

/** Characters of a passage that tell which one it is. */
const EXCERPT = 120;
/** Characters on each side of a cut. */
const AROUND_CUT = 40;

/**
 * What a correction is about, with what the machine has there and what a person put instead. Of
 * who spoke, `machine` is null where the result no longer knows the speaker.
 */
export function describeCorrection(correction: Correction, scene: CorrectionScene): CorrectionWords {
  const { asRead } = scene;
  switch (correction.kind) {
    case 'set-metadata': {
      const { field, value } = correction;
      return { what: FIELD_NAMES[field], machine: asRead[field], corrected: value };
    }
    case 'drop-passage':
      return {
        what: `${capital(placeAsRead(asRead, correction.passage))}, left out`,
        machine: excerptOf(asRead, correction.passage),
        corrected: null,
      };
    case 'restore-dropped': {
      const reason = asRead.dropped[correction.index]?.reason;
      return {
        what: 'A passage, put back',
        machine: reason === undefined ? null : `left out: ${reason}`,
        corrected: excerptOf(asRead, `d${correction.index}`),
      };
    }
    case 'split-passage':
      return {
        what: `${capital(placeAsRead(asRead, correction.passage))}, split`,
        machine: 'one paragraph',
        corrected: cutInWords(asRead, correction),
      };
    case 'merge-passage':
      return {
        what: `${capital(placeAsRead(asRead, correction.passage))}, merged`,
        machine: 'a paragraph of its own',
        corrected: 'part of the paragraph before it',
      };
    case 'set-voice':
      return voiceInWords(correction, scene);
    case 'set-label':
      return labelInWords(correction, scene);
  }
}

const FIELD_NAMES: Readonly<Record<MetadataField, string>> = {
  title: 'Title',
  outlet: 'Outlet',
  published: 'Date',
  byline: 'Byline',
};

function voiceInWords(correction: VoiceCorrection, scene: CorrectionScene): CorrectionWords {
  return {
    what: `Speaker in ${placeNow(correction.passage, scene)}`,
    machine: nameOf(correction.from, scene.result),
    corrected: nameOfVoice(correction.to),
  };
}

function labelInWords(correction: LabelCorrection, scene: CorrectionScene): CorrectionWords {
  const { passage, voice, label } = correction;
  const unit = unitOf(scene);
  const place = placeNow(passage, scene);
  const found = voice === null ? unit?.stance : unit?.voices.find(({ id }) => id === voice);
  return {
    what: voice === null ? `Label of ${place}` : `Label of ${place}, ${nameOf(voice, scene.result) ?? voice}`,
    machine: found ? stanceInWords(found) : null,
    corrected: label,
  };
}

/** "neutral +0.10"; the label alone where there is no score. */
export function stanceInWords({ label, score }: LabelAndScore): string {
  return score === null ? label : `${label} ${formatScore(score)}`;
}

function unitOf({ result, ordinal }: CorrectionScene): Unit | undefined {
  return result === null ? undefined : unitsOf(result).find((unit) => unit.ordinal === ordinal);
}

/** Where the unit stands now, or where it stood when the article was read. */
function placeNow(passage: Passage, scene: CorrectionScene): string {
  const unit = unitOf(scene);
  return unit ? placeOf(unit).toLowerCase() : placeAsRead(scene.asRead, passage);
}

function placeAsRead({ units }: Article, passage: Passage): string {
  if (passage === 'h') return 'headline';
  const unit = units.find(({ ordinal }) => passage === `u${ordinal}`);
  return unit ? `${placeOf(unit).toLowerCase()} as read` : 'a passage put back';
}

function excerptOf(asRead: Article, passage: Passage): string | null {
  const text = passageText(asRead, passage);
  return text === null ? null : oneLine(text, EXCERPT);
}

/** The words before and after a cut, with a pilcrow for it. */
function cutInWords(asRead: Article, { passage, offset }: SplitCorrection): string | null {
  const text = passageText(asRead, passage);
  if (text === null) return null;
  const before = Array.from(text.slice(0, offset).trimEnd()).slice(-AROUND_CUT).join('');
  return `${oneLine(before, AROUND_CUT)} ¶ ${oneLine(text.slice(offset), AROUND_CUT)}`;
}

function nameOf(voice: string, result: Result | null): string | null {
  if (voice === AUTHOR.id) return AUTHOR.name;
  if (voice === UNIDENTIFIED.id) return UNIDENTIFIED.name;
  if (result === null) return null;
  const heard = unitsOf(result)
    .flatMap(({ voices }) => voices)
    .find(({ id }) => id === voice);
  const speaker = result.attributions.find((attribution) => attribution.speaker?.id === voice)?.speaker;
  return heard?.name ?? speaker?.name ?? null;
}

function nameOfVoice(voice: CorrectedVoice): string {
  return 'name' in voice ? voice.name : AUTHOR.name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type {
  AppliedCorrection,
  LabelAndScore,
  Place,
  Result,
  Unit,
  Voice,
} from '../../analysis/article/index.js';
import { formatPercent, formatScore, LABELS, labelView, placeOf } from '../../analysis/report/index.js';
import type { KnownSpeaker } from '../speakers.js';
import { type CorrectionView, correctionView } from './correction-view.js';
import { placeAnchor } from './edit-rows.js';
import { HELP } from './help.js';

/** What the page for correcting the coding of one paragraph is made of. */
export interface CorrectContents {
  readonly result: Result;
  readonly unit: Unit;
  /** Where the paragraph began when the article was read. */
  readonly place: Place;
  /** The target, as addresses name it. */
  readonly target: string;
  readonly revision: number;
  /** The corrections of the article that hold. */
  readonly applied: readonly AppliedCorrection[];
  /** Everyone who speaks in the article. */
  readonly speakers: readonly KnownSpeaker[];
}

/** One thing that carries a label: the paragraph, or a voice in it. */
interface Coded {
  readonly anchor: string;
  /** Id of the voice; empty for the paragraph as a whole. */
  readonly voice: string;
  readonly name: string;
  readonly machine: ReturnType<typeof stanceView>;
  /** What stands by hand or because of other labels given by hand; null where the machine's value does. */
  readonly standing: ReturnType<typeof stanceView> | null;
  readonly correction: CorrectionView | null;
  readonly labels: readonly { readonly label: string; readonly name: string; readonly isChosen: boolean }[];
}

/** A voice, with what can be changed of who it is. */
interface CodedVoice extends Coded {
  /** Who spoke when the machine read it: the voice itself, or the one that it was put in the place of. */
  readonly from: string;
  readonly voiceCorrections: readonly CorrectionView[];
  readonly others: readonly KnownSpeaker[];
  readonly isAuthor: boolean;
}

const AUTHOR = 'author';

/** The values of the template for correcting one paragraph. */
export function correctPage(contents: CorrectContents): Record<string, unknown> {
  const { result, unit, place, target, revision } = contents;
  const report = `/articles/${encodeURIComponent(result.articleId)}`;
  return {
    report,
    action: `${report}/corrections`,
    back: `${report}?${new URLSearchParams({ target })}#unit-${unit.ordinal}`,
    articleTitle: result.title ?? 'Untitled article',
    targetName: result.target.name,
    target,
    revision,
    language: result.language,
    placeName: placeOf(unit),
    text: unit.text,
    passage: place.passage,
    offset: place.offset,
    anchorInText: placeAnchor(place),
    whole: wholeOf(contents),
    voices: voicesIn(contents).map((voice, index) => voiceOf(contents, voice, index)),
    help: HELP.byHand,
  };
}

function stanceView({ label, score }: LabelAndScore) {
  return { label: labelView(label), scoreText: formatScore(score) };
}

function wholeOf(contents: CorrectContents): Coded & { readonly confidenceText: string } {
  const { unit } = contents;
  const { stance, corrected } = unit;
  return {
    ...codedOf(contents, '', { machine: stance, standing: corrected?.stance }),
    anchor: 'whole',
    name: `${placeOf(unit)} as a whole`,
    confidenceText: formatPercent(stance.confidence),
  };
}

/** Paragraphs that do not refer to the target list no voices; the author speaks in each. */
function voicesIn({ unit }: CorrectContents): readonly Voice[] {
  if (unit.voices.length > 0) return unit.voices;
  return [{ id: AUTHOR, name: 'Author', kind: AUTHOR, ...unit.authorStance }];
}

function voiceOf(contents: CorrectContents, voice: Voice, index: number): CodedVoice {
  const { unit, applied, speakers, result } = contents;
  const standing = unit.corrected?.voices.find(({ id }) => id === voice.id);
  const given = applied.filter(
    ({ ordinal, correction }) =>
      ordinal === unit.ordinal && correction.kind === 'set-voice' && correction.to.id === voice.id,
  );
  const [first] = given.map(({ correction }) => correction);
  return {
    ...codedOf(contents, voice.id, { machine: voice, standing }),
    anchor: `voice-${index + 1}`,
    name: voice.name,
    isAuthor: voice.id === AUTHOR,
    // Another name for a voice that was given by hand replaces that correction.
    from: first?.kind === 'set-voice' ? first.from : voice.id,
    voiceCorrections: given.map((one) => correctionView(one, result.articleId)),
    others: speakers.filter(({ id }) => id !== voice.id),
  };
}

function codedOf(
  { unit, applied, target, result }: CorrectContents,
  voice: string,
  { machine, standing }: { readonly machine: LabelAndScore; readonly standing: LabelAndScore | undefined },
): Omit<Coded, 'anchor' | 'name'> {
  const byHand = applied.find(
    ({ ordinal, correction }) =>
      ordinal === unit.ordinal &&
      correction.kind === 'set-label' &&
      correction.target === target &&
      (correction.voice ?? '') === voice,
  );
  const isChanged =
    standing !== undefined && (standing.label !== machine.label || standing.score !== machine.score);
  return {
    voice,
    machine: stanceView(machine),
    standing: isChanged || byHand ? stanceView(standing ?? machine) : null,
    correction: byHand ? correctionView(byHand, result.articleId) : null,
    labels: LABELS.map(({ label, name }) => ({
      label,
      name,
      isChosen: byHand !== undefined && standing?.label === label,
    })),
  };
}

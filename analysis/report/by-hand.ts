import type { AppliedCorrection, LabelAndScore, Result, Unit, Voice } from '../article/index.js';
import { stanceInWords } from './describe-correction.js';
import { formatScore } from './format.js';
import { type LabelView, labelView } from './labels.js';
import { AUTHOR } from './speech.js';

/** What a person changed about a label, for the page to show beside what stands. */
export interface ByHand {
  readonly machineLabel: LabelView;
  readonly machineScore: number | null;
  readonly machineScoreText: string;
  /** `by hand; machine: neutral +0.10`. */
  readonly note: string;
  /** Why and by whom; null reason where the label follows from those of the voices. */
  readonly reason: string | null;
  readonly coder: string | null;
  /** The correction to take back; null where the label follows from others. */
  readonly correctionId: string | null;
}

/** Who speaks according to a person. */
export interface VoiceByHand {
  /** Ids and names of those that the machine heard, in the same order. */
  readonly machineIds: readonly string[];
  readonly machineNames: readonly string[];
  readonly corrections: readonly AppliedCorrection[];
}

/** The unit as a whole as it stands. */
export function unitStance(unit: Unit): LabelAndScore {
  return unit.corrected?.stance ?? unit.stance;
}

/** What the author says in a unit, as it stands. */
export function unitAuthorStance(unit: Unit): LabelAndScore {
  return unit.corrected?.authorStance ?? unit.authorStance;
}

/** The voices of a unit as they stand, and as the machine coded them. */
export function voicesOf(unit: Unit): readonly { readonly voice: Voice; readonly machine: Voice }[] {
  return (unit.corrected?.voices ?? unit.voices).map((voice) => ({
    voice,
    machine: unit.voices.find(({ id }) => id === voice.id) ?? unheard(voice, unit),
  }));
}

/** A voice that only a person found to speak of the target. */
function unheard(voice: Voice, { authorStance: { label, score } }: Unit): Voice {
  return voice.id === AUTHOR.id ? { ...voice, label, score } : { ...voice, label: 'unrelated', score: null };
}

/** What a person changed about the label of a unit; null where it is the machine's. */
export function unitByHand(unit: Unit, result: Result): ByHand | null {
  if (!unit.corrected) return null;
  const given = labelOf(unit, null, result);
  return given || differs(unit.corrected.stance, unit.stance) ? toByHand(unit.stance, given) : null;
}

/** What a person changed about the label of a voice in a unit; null where it is the machine's. */
export function voiceByHand(unit: Unit, voice: Voice, machine: Voice, result: Result): ByHand | null {
  const given = labelOf(unit, voice.id, result);
  if (given) return toByHand(machine, given);
  return differs(voice, machine) ? toByHand(machine, labelOf(unit, null, result)) : null;
}

/** Whom the machine heard where a person hears this voice; null where nobody corrected that. */
export function speakerByHand(unit: Unit, voiceId: string, result: Result): VoiceByHand | null {
  const corrections = holding(unit, result).filter(
    ({ correction }) => correction.kind === 'set-voice' && correction.to.id === voiceId,
  );
  if (corrections.length === 0) return null;
  const machineIds = corrections.map(({ correction }) =>
    correction.kind === 'set-voice' ? correction.from : '',
  );
  return {
    machineIds,
    machineNames: corrections.map(({ machine }, at) => machine ?? machineIds[at] ?? ''),
    corrections,
  };
}

/** The label corrections that hold in a unit: of the unit as a whole and of its voices. */
export function labelCorrections(unit: Unit, result: Result): AppliedCorrection[] {
  return holding(unit, result).filter(({ kind }) => kind === 'set-label');
}

function labelOf(unit: Unit, voice: string | null, result: Result): AppliedCorrection | undefined {
  return holding(unit, result).find(
    ({ correction }) => correction.kind === 'set-label' && correction.voice === voice,
  );
}

function holding({ ordinal }: Unit, { corrections = [] }: Result): AppliedCorrection[] {
  return corrections.filter((correction) => correction.applied && correction.ordinal === ordinal);
}

function differs(a: LabelAndScore, b: LabelAndScore): boolean {
  return a.label !== b.label || a.score !== b.score;
}

function toByHand(machine: LabelAndScore, given: AppliedCorrection | undefined): ByHand {
  return {
    machineLabel: labelView(machine.label),
    machineScore: machine.score,
    machineScoreText: formatScore(machine.score),
    note: `by hand; machine: ${stanceInWords(machine)}`,
    reason: given?.reason ?? null,
    coder: given?.coder ?? null,
    correctionId: given?.id ?? null,
  };
}

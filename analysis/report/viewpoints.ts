import type { Label, Result, Target, Unit, Voice } from '../article/index.js';
import {
  type ByHand,
  speakerByHand,
  unitByHand,
  unitStance,
  type VoiceByHand,
  voiceByHand,
  voicesOf,
} from './by-hand.js';
import { type DimensionRow, dimensionRows } from './dimensions.js';
import { formatPercent, formatScore } from './format.js';
import { LABELS, type LabelView, labelView } from './labels.js';
import { needsReview } from './review.js';
import type { EvidenceView } from './segments.js';
import { type Names, type PlacedEvidence, placeEvidence, type Segment, segmentsOf } from './segments.js';
import { AUTHOR, UNIDENTIFIED, type VoiceName } from './speech.js';
import { type Summary, summaryOf } from './summary.js';
import { basisOf, placeOf, unitsOf } from './units.js';
import { type VoiceRow, voiceRows } from './voice-rows.js';

/** The three columns of the side-by-side view. */
export type Side = 'supportive' | 'neutral' | 'skeptical';

/** The sides in the order in which they stand next to each other. */
const SIDES: readonly Side[] = ['supportive', 'neutral', 'skeptical'];

/** Paragraph × voice: what one voice says of the target in one paragraph. */
export interface Card {
  readonly ordinal: number;
  readonly role: Unit['role'];
  /** "Headline", "Deck", "Paragraph 3". */
  readonly place: string;
  readonly voice: VoiceName;
  readonly label: LabelView;
  readonly score: number | null;
  readonly scoreText: string;
  /** Probability of the paragraph's label, whoever speaks. */
  readonly confidence: number;
  readonly confidenceText: string;
  /** Whether a person should check the paragraph's label by hand. */
  readonly needsReview: boolean;
  /** Names of the dimensions on which this voice judges here, or of the paragraph's. */
  readonly dimensions: readonly string[];
  /** How the paragraph refers to the target, in words. */
  readonly basis: string;
  /** The paragraph; highlighted is only the evidence of this voice and side. */
  readonly segments: readonly Segment[];
  readonly evidence: readonly EvidenceView[];
  /** A mixed card stands on two sides; each names the other. */
  readonly alsoOn: Side | null;
  /** Where a person corrected the label: the machine's, which `label` and `score` no longer show. */
  readonly byHand: ByHand | null;
  /** Where a person corrected who speaks: whom the machine heard. */
  readonly voiceByHand: VoiceByHand | null;
}

interface Column {
  readonly side: Side;
  readonly label: LabelView;
  readonly cards: readonly Card[];
}

/** How one voice judges the target in a unit. */
interface VoiceMark {
  readonly voice: VoiceName;
  readonly label: LabelView;
  readonly score: number | null;
  readonly scoreText: string;
  readonly byHand: ByHand | null;
  readonly voiceByHand: VoiceByHand | null;
}

/** A unit in the reading view, with its margin mark. */
export interface ReadingUnit {
  readonly ordinal: number;
  readonly role: Unit['role'];
  readonly place: string;
  readonly label: LabelView;
  readonly scoreText: string;
  /** Probability of the machine's label. */
  readonly confidenceText: string;
  /** Whether a person should check the label by hand. */
  readonly needsReview: boolean;
  readonly byHand: ByHand | null;
  readonly basis: string;
  readonly voices: readonly VoiceMark[];
  /** The whole unit with all evidence of all voices. */
  readonly segments: readonly Segment[];
}

/** Everything the page shows of one article toward one target: no arithmetic is left to do. */
export interface Report {
  readonly result: Result;
  readonly summary: Summary;
  readonly columns: readonly Column[];
  /** Each mixed card once and whole, as a view without sides shows it; in `columns` it stands on both. */
  readonly mixed: readonly Card[];
  readonly reading: readonly ReadingUnit[];
  readonly voices: readonly VoiceRow[];
  readonly dimensions: readonly DimensionRow[];
  readonly labels: readonly LabelView[];
}

/** A unit with its evidence placed and numbered. */
interface Marked {
  readonly unit: Unit;
  readonly voices: readonly StandingVoice[];
  readonly placed: readonly PlacedEvidence[];
}

/** A voice of a unit as it stands, with what a person changed about it. */
interface StandingVoice {
  readonly voice: Voice;
  readonly byHand: ByHand | null;
  readonly voiceByHand: VoiceByHand | null;
}

/** The report of a result. `target` gives names to dimensions; without it slugs are shown. */
export function toReport(result: Result, target?: Target): Report {
  const names = namesOf(result, target);
  const marked = markUnits(result, names);
  return {
    result,
    summary: summaryOf(result),
    columns: SIDES.map((side) => ({
      side,
      label: labelView(side),
      cards: marked.flatMap((unit) => cardsOf(unit, side, names, result)),
    })),
    mixed: marked.flatMap((unit) => mixedCards(unit, names, result)),
    reading: marked.map((unit) => toReadingUnit(unit, result)),
    voices: voiceRows(result),
    dimensions: dimensionRows(result, names),
    labels: LABELS,
  };
}

function namesOf(result: Result, target?: Target): Names {
  const voices = new Map<string, string>();
  for (const unit of unitsOf(result))
    for (const { voice } of voicesOf(unit)) voices.set(voice.id, voice.name);
  for (const { speaker } of result.attributions) if (speaker) voices.set(speaker.id, speaker.name);
  voices.set(AUTHOR.id, AUTHOR.name);
  voices.set(UNIDENTIFIED.id, UNIDENTIFIED.name);
  const dimensions = new Map(target?.dimensions.map(({ slug, name }) => [slug, name]));
  return {
    voice: (id) => voices.get(id) ?? id,
    dimension: (slug) => dimensions.get(slug) ?? slug,
  };
}

function markUnits(result: Result, names: Names): Marked[] {
  let next = 1;
  return unitsOf(result).map((unit) => {
    const placed = placeEvidence(unit, next, names);
    next += placed.length;
    const voices = voicesOf(unit).map(({ voice, machine }) => ({
      voice,
      byHand: voiceByHand(unit, voice, machine, result),
      voiceByHand: speakerByHand(unit, voice.id, result),
    }));
    return { unit, placed, voices };
  });
}

function cardsOf({ unit, placed, voices }: Marked, side: Side, names: Names, result: Result): Card[] {
  return voices
    .filter(({ voice }) => sidesOf(voice.label).includes(side))
    .map((standing) => {
      const { voice, byHand } = standing;
      // A person may read the machine's evidence the other way: then all of it is shown.
      const isAll = byHand !== null && voice.label !== 'mixed';
      const own = placed.filter(
        ({ view }) => view.voice === voice.id && (isAll || isOnSide(view.direction, side)),
      );
      return { ...toCard(unit, standing, own, side, names), needsReview: needsReview(unit, result) };
    });
}

/** What a mixed voice says in both directions at once. */
function mixedCards({ unit, placed, voices }: Marked, names: Names, result: Result): Card[] {
  return voices
    .filter(({ voice }) => voice.label === 'mixed')
    .map((standing) => {
      const own = placed.filter(({ view }) => view.voice === standing.voice.id);
      const card = toCard(unit, standing, own, 'neutral', names);
      return { ...card, needsReview: needsReview(unit, result), alsoOn: null };
    });
}

/** A mixed card stands on both sides; an unrelated one nowhere. */
function sidesOf(label: Label): readonly Side[] {
  if (label === 'mixed') return ['supportive', 'skeptical'];
  return label === 'unrelated' ? [] : [label];
}

function isOnSide(direction: Side, side: Side): boolean {
  return side === 'neutral' || direction === side;
}

function toCard(
  unit: Unit,
  { voice, byHand, voiceByHand: heard }: StandingVoice,
  placed: readonly PlacedEvidence[],
  side: Side,
  names: Names,
): Omit<Card, 'needsReview'> {
  const own = placed.flatMap(({ view }) => (view.dimension === null ? [] : [view.dimension]));
  const dimensions = own.length > 0 ? [...new Set(own)] : unit.dimensions;
  return {
    ordinal: unit.ordinal,
    role: unit.role,
    place: placeOf(unit),
    voice: { id: voice.id, name: names.voice(voice.id), kind: voice.kind },
    label: labelView(voice.label),
    score: voice.score,
    scoreText: formatScore(voice.score),
    confidence: unit.stance.confidence,
    confidenceText: formatPercent(unit.stance.confidence),
    dimensions: dimensions.map(names.dimension),
    basis: basisOf(unit),
    segments: segmentsOf(unit, placed),
    evidence: placed.map(({ view }) => view),
    alsoOn: sidesOf(voice.label).find((other) => other !== side) ?? null,
    byHand,
    voiceByHand: heard,
  };
}

function toReadingUnit({ unit, placed, voices }: Marked, result: Result): ReadingUnit {
  const stance = unitStance(unit);
  return {
    ordinal: unit.ordinal,
    role: unit.role,
    place: placeOf(unit),
    label: labelView(stance.label),
    scoreText: formatScore(stance.score),
    confidenceText: formatPercent(unit.stance.confidence),
    needsReview: needsReview(unit, result),
    byHand: unitByHand(unit, result),
    basis: basisOf(unit),
    voices: voices.map(({ voice: { id, name, kind, label, score }, byHand, voiceByHand: heard }) => ({
      voice: { id, name: id === AUTHOR.id ? AUTHOR.name : name, kind },
      label: labelView(label),
      score,
      scoreText: formatScore(score),
      byHand,
      voiceByHand: heard,
    })),
    segments: segmentsOf(unit, placed),
  };
}

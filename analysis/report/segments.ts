import type { Evidence, Span, Unit } from '../article/index.js';
import { formatWeight } from './format.js';

/** Evidence as a page shows it. `number` counts over the article and is printed as a note mark. */
export interface EvidenceView {
  readonly number: number;
  readonly text: string;
  readonly direction: Evidence['direction'];
  readonly weight: number;
  readonly weightText: string;
  readonly voice: string;
  readonly voiceName: string;
  readonly dimension: string | null;
  readonly dimensionName: string | null;
  readonly modifiers: readonly string[];
  readonly reason: string;
}

/** A stretch of text with the evidence that lies on it; `evidence` is empty for plain text. */
export interface Segment {
  readonly text: string;
  readonly evidence: readonly EvidenceView[];
  /** Direction of all the evidence here, `mixed` where it goes both ways, null for plain text. */
  readonly direction: Evidence['direction'] | 'mixed' | null;
  /** The evidence in words, for a tooltip and for screen readers; empty for plain text. */
  readonly note: string;
  /** Numbers of the evidence that ends with this segment: where its note marks stand. */
  readonly marks: readonly number[];
}

/** A view of evidence together with where it lies. */
export interface PlacedEvidence extends Span {
  readonly view: EvidenceView;
}

/** Names for the slugs in evidence. */
export interface Names {
  readonly voice: (id: string) => string;
  readonly dimension: (slug: string) => string;
}

/** The evidence of a unit as views, numbered from `first` in the order of the text. */
export function placeEvidence(unit: Unit, first: number, names: Names): PlacedEvidence[] {
  const inOrder = [...unit.evidence].sort((a, b) => a.start - b.start || a.end - b.end);
  return inOrder.map((evidence, index) => ({
    start: evidence.start,
    end: evidence.end,
    view: {
      number: first + index,
      text: unit.text.slice(evidence.start - unit.start, evidence.end - unit.start),
      direction: evidence.direction,
      weight: evidence.weight,
      weightText: formatWeight(evidence.weight),
      voice: evidence.voice,
      voiceName: names.voice(evidence.voice),
      dimension: evidence.dimension,
      dimensionName: evidence.dimension && names.dimension(evidence.dimension),
      modifiers: evidence.modifiers,
      reason: evidence.reason,
    },
  }));
}

/** A unit cut at the borders of its evidence; the texts joined are the text of the unit. */
export function segmentsOf(unit: Span & { text: string }, placed: readonly PlacedEvidence[]): Segment[] {
  const borders = new Set([unit.start, unit.end]);
  for (const { start, end } of placed) {
    borders.add(clamp(start, unit));
    borders.add(clamp(end, unit));
  }
  const offsets = [...borders].sort((a, b) => a - b);
  return offsets.slice(1).map((end, index) => {
    const start = offsets[index] ?? unit.start;
    return toSegment(unit.text.slice(start - unit.start, end - unit.start), { start, end }, placed);
  });
}

function clamp(offset: number, unit: Span): number {
  return Math.min(unit.end, Math.max(unit.start, offset));
}

function toSegment(text: string, span: Span, placed: readonly PlacedEvidence[]): Segment {
  const here = placed.filter(({ start, end }) => start <= span.start && span.end <= end);
  const evidence = here.map(({ view }) => view);
  return {
    text,
    evidence,
    direction: directionOf(evidence),
    note: evidence.map(noteOf).join(' '),
    marks: here.filter(({ end }) => end === span.end).map(({ view }) => view.number),
  };
}

function directionOf(evidence: readonly EvidenceView[]): Segment['direction'] {
  const directions = new Set(evidence.map(({ direction }) => direction));
  if (directions.size > 1) return 'mixed';
  return evidence[0]?.direction ?? null;
}

function noteOf(evidence: EvidenceView): string {
  const dimension = evidence.dimensionName === null ? '' : `, ${evidence.dimensionName.toLowerCase()}`;
  return `${capitalized(evidence.direction)} (${evidence.weightText}${dimension}), ${evidence.voiceName}: ${evidence.reason}`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

import type { Insertable } from 'kysely';
import type { Result, ResultAttribution, Unit } from '../../analysis/article/index.js';
import type { ArticleStancesTable, EvidenceTable, UnitStancesTable, VoiceStancesTable } from './schema.js';

type Keys = 'article_key' | 'run_key' | 'target_key' | 'annotation_key' | 'is_current';

/** The row of an article's stance, without its keys. */
export function stanceRow(result: Result): Omit<Insertable<ArticleStancesTable>, Keys> {
  const { stance, notScored } = result;
  const units = unitsOf(result);
  const { author, quoted, shares } = stance;
  const [low = null, high = null] = stance.interval ?? [];
  return {
    label: stance.label,
    score: stance.score,
    confidence: stance.confidence,
    author_label: author.label,
    author_score: author.score,
    quoted_label: quoted.label,
    quoted_score: quoted.score,
    related: stance.related,
    unrelated: stance.unrelated,
    share_supportive: shares.supportive,
    share_skeptical: shares.skeptical,
    share_mixed: shares.mixed,
    share_neutral: shares.neutral,
    interval_low: low,
    interval_high: high,
    not_scored: notScored,
    dimensions: distinct(units.flatMap(({ dimensions }) => dimensions)),
    speakers: speakersOf(units).map(({ id }) => id),
  };
}

/** The units of a result, headline included. */
export function unitsOf({ headline, paragraphs }: Result): readonly Unit[] {
  return headline ? [headline, ...paragraphs] : paragraphs;
}

/** Everybody but the author who speaks in these units, each once, in the order of their ids. */
export function speakersOf(units: readonly Unit[]): { id: string; name: string }[] {
  const voices = units.flatMap(({ voices }) => voices).filter(({ id }) => id !== AUTHOR);
  const names = new Map(voices.map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const AUTHOR = 'author';

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

/** The row of a unit's stance. */
export function unitRow(stanceKey: number, unit: Unit): Insertable<UnitStancesTable> {
  const { stance, authorStance } = unit;
  return {
    stance_key: stanceKey,
    ordinal: unit.ordinal,
    basis: unit.basis,
    label: stance.label,
    score: stance.score,
    confidence: stance.confidence,
    logit: stance.logit,
    remainder: stance.remainder,
    author_label: authorStance.label,
    author_score: authorStance.score,
    author_confidence: authorStance.confidence,
    author_logit: authorStance.logit,
    author_remainder: authorStance.remainder,
    dimensions: [...unit.dimensions],
  };
}

/** The rows of the voices in a unit. */
export function voiceRows(stanceKey: number, { ordinal, voices }: Unit): Insertable<VoiceStancesTable>[] {
  return voices.map(({ id, name, kind, label, score }, position) => ({
    stance_key: stanceKey,
    ordinal,
    position,
    voice_id: id,
    name,
    kind,
    label,
    score,
  }));
}

/** The rows of the evidence in a unit. */
export function evidenceRows(stanceKey: number, { ordinal, evidence }: Unit): Insertable<EvidenceTable>[] {
  return evidence.map((piece, position) => ({
    stance_key: stanceKey,
    ordinal,
    position,
    start_offset: piece.start,
    end_offset: piece.end,
    direction: piece.direction,
    weight: piece.weight,
    voice_id: piece.voice,
    dimension: piece.dimension,
    modifiers: [...piece.modifiers],
    reason: piece.reason,
  }));
}

/** The row of an attribution, without its place. */
export function attributionRow({
  id,
  parent,
  source,
  cue,
  content,
  speaker,
  kind,
  cueKind,
}: ResultAttribution) {
  return {
    id,
    parent,
    source: JSON.stringify(source),
    cue: JSON.stringify(cue),
    content: JSON.stringify(content),
    speaker_id: speaker?.id ?? null,
    speaker_name: speaker?.name ?? null,
    speaker_kind: speaker?.kind ?? null,
    kind,
    cue_kind: cueKind,
  };
}

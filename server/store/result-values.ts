import type { Selectable } from 'kysely';
import type {
  Article,
  ArticleStance,
  Evidence,
  Result,
  ResultAttribution,
  Stance,
  TextUnit,
  Unit,
  Voice,
} from '../../analysis/article/index.js';
import { groupRows } from './rows.js';
import type {
  ArticleStancesTable,
  AttributionsTable,
  EvidenceTable,
  UnitStancesTable,
  VoiceStancesTable,
} from './schema.js';

const HEADLINE_ORDINAL = 0;

/** The rows of one result below the article. */
export interface UnitRows {
  readonly units: readonly Selectable<UnitStancesTable>[];
  readonly voices: readonly Selectable<VoiceStancesTable>[];
  readonly evidence: readonly Selectable<EvidenceTable>[];
}

/** The headline and the paragraphs of a result; texts and places come from the article. */
export function toUnits(article: Article, rows: UnitRows): Pick<Result, 'headline' | 'paragraphs'> {
  const voices = groupRows(rows.voices, (row) => row.ordinal);
  const evidence = groupRows(rows.evidence, (row) => row.ordinal);
  const places = new Map(article.units.map((unit) => [unit.ordinal, unit]));
  const title = article.title ?? '';
  places.set(HEADLINE_ORDINAL, { ordinal: HEADLINE_ORDINAL, role: 'headline', start: 0, end: title.length });
  const units = rows.units.flatMap((row) => {
    const place = places.get(row.ordinal);
    if (!place) return [];
    const source = row.ordinal === HEADLINE_ORDINAL ? title : article.text;
    const spoken = (voices.get(row.ordinal) ?? []).map(toVoice);
    return [toUnit(row, place, source, spoken, (evidence.get(row.ordinal) ?? []).map(toEvidence))];
  });
  const headline = units.find((unit) => unit.ordinal === HEADLINE_ORDINAL) ?? null;
  return { headline, paragraphs: headline ? units.filter((unit) => unit !== headline) : units };
}

function toUnit(
  row: Selectable<UnitStancesTable>,
  { ordinal, role, start, end }: TextUnit,
  source: string,
  voices: readonly Voice[],
  evidence: readonly Evidence[],
): Unit {
  return {
    ordinal,
    role,
    start,
    end,
    text: source.slice(start, end),
    basis: row.basis,
    stance: toStance(row),
    authorStance: toAuthorStance(row),
    voices,
    dimensions: row.dimensions,
    evidence,
  };
}

function toStance(row: Selectable<UnitStancesTable>): Stance {
  const { label, score, confidence, logit, remainder } = row;
  return { label, score, confidence, logit, remainder };
}

function toAuthorStance(row: Selectable<UnitStancesTable>): Stance {
  return {
    label: row.author_label,
    score: row.author_score,
    confidence: row.author_confidence,
    logit: row.author_logit,
    remainder: row.author_remainder,
  };
}

function toVoice(row: Selectable<VoiceStancesTable>): Voice {
  return { id: row.voice_id, name: row.name, kind: row.kind, label: row.label, score: row.score };
}

function toEvidence(row: Selectable<EvidenceTable>): Evidence {
  return {
    start: row.start_offset,
    end: row.end_offset,
    direction: row.direction,
    weight: row.weight,
    voice: row.voice_id,
    dimension: row.dimension,
    modifiers: row.modifiers,
    reason: row.reason,
  };
}

/** An attribution from its row. */
export function toAttribution(row: Selectable<AttributionsTable>): ResultAttribution {
  const { speaker_id: id, speaker_name: name, speaker_kind: kind } = row;
  return {
    id: row.id,
    parent: row.parent,
    source: row.source,
    cue: row.cue,
    content: row.content,
    speaker: id !== null && name !== null && kind !== null ? { id, name, kind } : null,
    kind: row.kind,
    cueKind: row.cue_kind,
  };
}

/** The stance of an article as a whole, from its row. */
export function toArticleStance(row: Selectable<ArticleStancesTable>): ArticleStance {
  const { interval_low: low, interval_high: high } = row;
  return {
    label: row.label,
    score: row.score,
    confidence: row.confidence,
    author: { label: row.author_label, score: row.author_score },
    quoted: { label: row.quoted_label, score: row.quoted_score },
    related: row.related,
    unrelated: row.unrelated,
    shares: {
      supportive: row.share_supportive,
      skeptical: row.share_skeptical,
      mixed: row.share_mixed,
      neutral: row.share_neutral,
    },
    interval: low === null || high === null ? null : [low, high],
  };
}

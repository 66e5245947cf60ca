import type { Evidence, Result, Unit, Voice } from '../article/index.js';
import { voicesOf } from './by-hand.js';
import { codePointsOf, type ToCodePoints } from './code-points.js';
import { runId as hashedRunId } from './provenance.js';
import { type Speech, speechesIn } from './speech.js';

/** A row of the articles table: one article toward one target. */
export interface ArticleRecord {
  readonly result: Result;
  readonly runId: string;
}

/** A row of the paragraphs table; the headline is a row too. */
export interface ParagraphRecord extends ArticleRecord {
  readonly unit: Unit;
  /** Conversion of offsets in the text that the unit lies in: the title for the headline. */
  readonly toCodePoints: ToCodePoints;
}

/** A row of the voices table: one voice in one paragraph. */
export interface VoiceRecord extends ParagraphRecord {
  /** As the machine coded it. */
  readonly voice: Voice;
  /** As it stands after corrections. */
  readonly standing: Voice;
  /** What this voice says in the paragraph. */
  readonly speeches: readonly Speech[];
}

/** A row of the evidence table. */
export interface EvidenceRecord extends ParagraphRecord {
  readonly evidence: Evidence;
  /** The voice that the evidence is in the mouth of, where the paragraph lists it. */
  readonly voice: Voice | null;
}

/** The rows of one result at every level. */
export interface ResultRows {
  readonly articles: readonly ArticleRecord[];
  readonly paragraphs: readonly ParagraphRecord[];
  readonly voices: readonly VoiceRecord[];
  readonly evidence: readonly EvidenceRecord[];
}

/**
 * A result taken apart into rows. `runId` is that of the store; on the command line it is the hash
 * of the provenance.
 */
export function rowsOf(result: Result, runId: string = hashedRunId(result.provenance)): ResultRows {
  const article = { result, runId };
  const paragraphs = paragraphRecords(article);
  return {
    articles: [article],
    paragraphs,
    voices: paragraphs.flatMap(voiceRecords),
    evidence: paragraphs.flatMap(evidenceRecords),
  };
}

function paragraphRecords(article: ArticleRecord): ParagraphRecord[] {
  const { headline, paragraphs, title, text } = article.result;
  const inText = codePointsOf(text);
  const rows = paragraphs.map((unit) => ({ ...article, unit, toCodePoints: inText }));
  return headline ? [{ ...article, unit: headline, toCodePoints: codePointsOf(title ?? '') }, ...rows] : rows;
}

function voiceRecords(row: ParagraphRecord): VoiceRecord[] {
  // Attributions lie in the text; offsets of the headline point into the title.
  const attributions = row.unit.role === 'headline' ? [] : row.result.attributions;
  const speeches = speechesIn(row.unit, attributions);
  return voicesOf(row.unit).map(({ voice: standing, machine: voice }) => ({
    ...row,
    voice,
    standing,
    speeches: speeches.filter((speech) => speech.voice.id === voice.id),
  }));
}

function evidenceRecords(row: ParagraphRecord): EvidenceRecord[] {
  return row.unit.evidence.map((evidence) => ({
    ...row,
    evidence,
    voice: row.unit.voices.find(({ id }) => id === evidence.voice) ?? null,
  }));
}

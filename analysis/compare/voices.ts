import type { VoiceKind } from '../article/index.js';
import {
  formatPercent,
  formatScore,
  labelOver,
  labelView,
  type Report,
  type VoiceRow,
} from '../report/index.js';
import { type CellSide, type Contrast, contrastOf } from './contrast.js';
import { AUTHOR_KEY, type KeyOf, UNNAMED_KEY, voiceKeys } from './voice-keys.js';

/** How much a voice says in one article, and how it judges the target there. */
export interface VoiceCell extends Pick<VoiceRow, 'words' | 'wordShare' | 'wordShareText' | 'quotations'> {
  /** Voices of the article that this cell stands for: one, or all without a name. */
  readonly names: readonly string[];
  readonly label: VoiceRow['label'];
  /** Mean over the paragraphs in which it speaks of the target; null without any. */
  readonly score: number | null;
  readonly scoreText: string;
  readonly related: number;
  /** Ordinal of the paragraph in which it first speaks. */
  readonly first: number;
}

/** A voice, with what it says in each article. */
export interface ComparedVoice extends Contrast {
  /** Stable among the same articles. */
  readonly key: string;
  /** The fullest form of the name. */
  readonly name: string;
  readonly kind: VoiceKind;
  /** Whether it speaks of the target in any of the articles. */
  readonly isRelated: boolean;
  /** One for each article, in their order; null where the voice does not speak. */
  readonly cells: readonly (VoiceCell | null)[];
}

const UNNAMED = 'Voices without a name';

/** One row for each voice: the author first, then those that most articles quote, then by words; the unnamed last. */
export function compareVoices(reports: readonly Report[]): ComparedVoice[] {
  const keyOf = voiceKeys(reports);
  const rows = reports.flatMap(({ voices }) => voices);
  const keys = new Set(rows.map(({ voice }) => keyOf(voice)));
  return [...keys]
    .map((key) => toVoice(key, keyOf, rows, reports))
    .sort(
      (a, b) =>
        place(a) - place(b) || present(b) - present(a) || said(b) - said(a) || (a.key < b.key ? -1 : 1),
    );
}

function toVoice(
  key: string,
  keyOf: KeyOf,
  rows: readonly VoiceRow[],
  reports: readonly Report[],
): ComparedVoice {
  const own = rows.filter(({ voice }) => keyOf(voice) === key).map(({ voice }) => voice);
  const longest = own.reduce((best, { name }) => (name.length > best.length ? name : best), '');
  const cells = reports.map(({ voices }) => toCell(voices.filter(({ voice }) => keyOf(voice) === key)));
  return {
    key,
    name: key === UNNAMED_KEY ? UNNAMED : longest,
    kind: own[0]?.kind ?? 'unnamed',
    isRelated: cells.some((cell) => cell !== null && cell.related > 0),
    cells,
    ...contrastOf(reports, key === AUTHOR_KEY || key === UNNAMED_KEY ? [] : cells.map(sideOf)),
  };
}

/** Voices of one article put together; null where there is none. */
function toCell(rows: readonly VoiceRow[]): VoiceCell | null {
  if (rows.length === 0) return null;
  const sum = (count: (row: VoiceRow) => number) => rows.reduce((total, row) => total + count(row), 0);
  const wordShare = sum((row) => row.wordShare);
  const related = sum((row) => row.related);
  const score = related === 0 ? null : sum((row) => (row.score ?? 0) * row.related) / related;
  const labels = rows.filter((row) => row.related > 0).map((row) => row.label.label);
  return {
    names: rows.map(({ voice }) => voice.name),
    words: sum((row) => row.words),
    wordShare,
    wordShareText: formatPercent(wordShare),
    quotations: sum((row) => row.quotations),
    label: labelView(labelOver(labels)),
    score,
    scoreText: formatScore(score),
    related,
    first: Math.min(...rows.map(({ first }) => first)),
  };
}

function sideOf(cell: VoiceCell | null): CellSide | undefined {
  if (cell === null) return undefined;
  const { label } = cell.label;
  return label === 'supportive' || label === 'skeptical' ? label : null;
}

/** Author, then everyone with a name, then those without. */
function place({ key }: ComparedVoice): number {
  if (key === AUTHOR_KEY) return 0;
  return key === UNNAMED_KEY ? 2 : 1;
}

function present({ cells }: ComparedVoice): number {
  return cells.filter((cell) => cell !== null).length;
}

function said({ cells }: ComparedVoice): number {
  return cells.reduce((sum, cell) => sum + (cell?.wordShare ?? 0), 0);
}

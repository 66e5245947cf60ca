import type { LabelAndScore, Result } from '../article/index.js';
import { voicesOf } from './by-hand.js';
import { labelOver } from './correct-result.js';
import { formatPercent, formatScore } from './format.js';
import { type LabelView, labelView } from './labels.js';
import { AUTHOR, countWords, speechesIn, UNIDENTIFIED, type VoiceName } from './speech.js';

/** One voice over the whole article: how much it speaks, where, and how it judges the target. */
export interface VoiceRow {
  readonly voice: VoiceName;
  readonly words: number;
  /** Share of the article's words (headline apart) in this mouth. */
  readonly wordShare: number;
  readonly wordShareText: string;
  /** Number of paragraphs in which the voice speaks. */
  readonly paragraphs: number;
  /** Number of statements quoted word for word, wholly or in part; 0 for the author. */
  readonly quotations: number;
  /** Ordinals of the first and last paragraph in which the voice speaks. */
  readonly first: number;
  readonly last: number;
  readonly label: LabelView;
  /** Mean over the paragraphs in which the voice speaks of the target; null without any. */
  readonly score: number | null;
  readonly scoreText: string;
  /** What the machine has, where labels corrected by hand make it something else; else null. */
  readonly machine: { readonly label: LabelView; readonly scoreText: string } | null;
  /** In how many paragraphs the voice speaks of the target. */
  readonly related: number;
}

/** What is gathered about a voice while going through the paragraphs. */
interface Tally {
  readonly voice: VoiceName;
  readonly ordinals: Set<number>;
  readonly stances: LabelAndScore[];
  /** The same as the machine coded them. */
  readonly machine: LabelAndScore[];
  words: number;
  quotations: number;
}

/** One row for each voice that says a word or judges, most words first. */
export function voiceRows(result: Result): VoiceRow[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (voice: VoiceName): Tally => {
    const known = tallies.get(voice.id);
    if (known) return known;
    const tally = { voice, ordinals: new Set<number>(), stances: [], machine: [], words: 0, quotations: 0 };
    tallies.set(voice.id, tally);
    return tally;
  };
  countSpeech(result, tallyOf);
  countStances(result, tallyOf);
  countQuotations(result, tallyOf);
  const total = [...tallies.values()].reduce((sum, { words }) => sum + words, 0);
  return [...tallies.values()]
    .filter(({ ordinals }) => ordinals.size > 0)
    .map((tally) => toVoiceRow(tally, total))
    .sort((a, b) => b.words - a.words || a.first - b.first || (a.voice.id < b.voice.id ? -1 : 1));
}

type TallyOf = (voice: VoiceName) => Tally;

function countSpeech({ paragraphs, attributions }: Result, tallyOf: TallyOf): void {
  for (const unit of paragraphs) {
    for (const { start, end, voice } of speechesIn(unit, attributions)) {
      const words = countWords(unit.text.slice(start - unit.start, end - unit.start));
      if (words === 0) continue;
      const tally = tallyOf(voice);
      tally.words += words;
      tally.ordinals.add(unit.ordinal);
    }
  }
}

function countStances({ paragraphs }: Result, tallyOf: TallyOf): void {
  for (const unit of paragraphs) {
    for (const { voice, machine } of voicesOf(unit)) {
      const { id, name, kind, label, score } = voice;
      if (label === 'unrelated' && machine.label === 'unrelated') continue;
      const tally = tallyOf(id === AUTHOR.id ? AUTHOR : { id, name, kind });
      if (machine.label !== 'unrelated') tally.machine.push(machine);
      if (label === 'unrelated') continue;
      tally.ordinals.add(unit.ordinal);
      tally.stances.push({ label, score });
    }
  }
}

function countQuotations({ attributions }: Result, tallyOf: TallyOf): void {
  for (const { kind, speaker } of attributions) {
    if (kind !== 'indirect') tallyOf(speaker ?? UNIDENTIFIED).quotations += 1;
  }
}

function toVoiceRow(tally: Tally, total: number): VoiceRow {
  const { voice, ordinals, words, quotations } = tally;
  const wordShare = total === 0 ? 0 : words / total;
  const standing = stanceOver(tally.stances);
  const machine = stanceOver(tally.machine);
  const isCorrected = standing.label !== machine.label || standing.score !== machine.score;
  return {
    voice,
    words,
    wordShare,
    wordShareText: formatPercent(wordShare),
    paragraphs: ordinals.size,
    quotations,
    first: Math.min(...ordinals),
    last: Math.max(...ordinals),
    label: labelView(standing.label),
    score: standing.score,
    scoreText: formatScore(standing.score),
    machine: isCorrected ? { label: labelView(machine.label), scoreText: formatScore(machine.score) } : null,
    related: tally.stances.length,
  };
}

function stanceOver(stances: readonly LabelAndScore[]): LabelAndScore {
  return { label: labelOver(stances.map(({ label }) => label)), score: meanScore(stances) };
}

function meanScore(stances: readonly LabelAndScore[]): number | null {
  const scores = stances.flatMap(({ score }) => (score === null ? [] : [score]));
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

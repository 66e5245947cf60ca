import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type {
  Article,
  CorrectedArticle,
  Correction,
  Label,
  PlacedLabel,
  RecordedCorrection,
  Result,
  Unit,
} from '../../analysis/article/index.js';
import { correctArticle } from '../../analysis/reading/index.js';
import {
  CORRECTION_COLUMNS,
  charts,
  correctionRows,
  correctResult,
  csvHeader,
  csvRows,
  csvTable,
  describeCorrection,
  type Level,
  rowsOf,
  toReport,
  withCorrections,
} from '../../analysis/report/index.js';
import { article, resultOn } from '../store/arbitrary-analysis.js';
import { resultSchema } from './contract.js';
import { RESULT, TARGET } from './sample.js';

const { id, articleId, paragraphs, ...head } = RESULT;
const AS_READ: Article = {
  ...head,
  id: articleId,
  recordId: id,
  units: paragraphs.map(({ ordinal, role, start, end }) => ({ ordinal, role, start, end })),
  dropped: [{ text: 'Listen live', reason: 'listen-live line', position: 1 }],
};

function unit(result: Result, ordinal: number): Unit {
  const found = [result.headline, ...result.paragraphs].find((one) => one?.ordinal === ordinal);
  if (!found) throw new Error(`no unit ${ordinal}`);
  return found;
}

function label(ordinal: number, voice: string | null, given: Label): PlacedLabel {
  return { ordinal, voice, label: given };
}

/** A result without anything that a person put over it. */
function machineOnly(result: Result): Result {
  const bare = ({ corrected: _, ...rest }: Unit): Unit => rest;
  const { correctedStance: _, machine: __, corrections: ___, ...rest } = result;
  return {
    ...rest,
    headline: result.headline && bare(result.headline),
    paragraphs: result.paragraphs.map(bare),
  };
}

describe('labels by hand', () => {
  it('score with certainty', () => {
    const scores = (['supportive', 'skeptical', 'neutral', 'mixed', 'unrelated'] as const).map(
      (given) => unit(correctResult(RESULT, [label(1, null, given)]), 1).corrected?.stance,
    );
    expect(scores).toEqual([
      { label: 'supportive', score: 1 },
      { label: 'skeptical', score: -1 },
      { label: 'neutral', score: 0 },
      { label: 'mixed', score: 0 },
      { label: 'unrelated', score: null },
    ]);
  });

  it('of a voice make the unit what its voices make it', () => {
    const { corrected, voices } = unit(correctResult(RESULT, [label(1, 'mara-lind', 'skeptical')]), 1);
    const author = voices.find((voice) => voice.id === 'author');
    expect(corrected?.voices.find((voice) => voice.id === 'mara-lind')).toMatchObject({
      label: 'skeptical',
      score: -1,
    });
    expect(corrected?.stance).toEqual({ label: 'skeptical', score: (-1 + (author?.score ?? 0)) / 2 });
    const both = correctResult(RESULT, [
      label(1, 'mara-lind', 'skeptical'),
      label(1, 'author', 'supportive'),
    ]);
    expect(unit(both, 1).corrected?.stance).toEqual({ label: 'mixed', score: 0 });
    expect(unit(both, 1).corrected?.authorStance).toEqual({ label: 'supportive', score: 1 });
    const none = correctResult(RESULT, [label(1, 'mara-lind', 'unrelated'), label(1, 'author', 'unrelated')]);
    expect(unit(none, 1).corrected?.stance).toEqual({ label: 'unrelated', score: null });
  });

  it('of the unit leave its voices alone, unless the author is the only one or none is left', () => {
    const whole = correctResult(RESULT, [label(1, null, 'skeptical')]);
    expect(unit(whole, 1).corrected?.voices).toEqual(unit(RESULT, 1).voices);
    const alone = unit(correctResult(RESULT, [label(2, null, 'supportive')]), 2);
    expect(alone.voices).toHaveLength(1);
    expect(alone.corrected?.authorStance).toEqual({ label: 'supportive', score: 1 });
    const unread = unit(correctResult(RESULT, [label(4, null, 'skeptical')]), 4);
    expect(unread.voices).toEqual([]);
    expect(unread.corrected?.voices).toMatchObject([{ id: 'author', label: 'skeptical', score: -1 }]);
    const off = unit(correctResult(RESULT, [label(3, null, 'unrelated')]), 3);
    expect(off.corrected?.voices.map((voice) => voice.score)).toEqual(off.voices.map(() => null));
  });

  it('change the article: its mean, its sides and what is about the target', () => {
    const corrected = correctResult(RESULT, [label(4, null, 'skeptical'), label(1, null, 'unrelated')]);
    const { correctedStance, stance } = corrected;
    expect(stance).toEqual(RESULT.stance);
    expect(correctedStance).toMatchObject({ related: 3, unrelated: 1 });
    const scores = [unit(RESULT, 2).stance.score ?? 0, unit(RESULT, 3).stance.score ?? 0, -1];
    expect(correctedStance?.score).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / 3, 9);
    const certain = correctResult(
      RESULT,
      [1, 2, 3, 4].map((ordinal) => label(ordinal, null, 'supportive')),
    );
    expect(certain.correctedStance).toMatchObject({ score: 1, confidence: 1, interval: [1, 1] });
  });

  it('of a headline or of a voice that is not there change no article', () => {
    expect(correctResult(RESULT, [label(1, 'nobody', 'mixed')])).toBe(RESULT);
    expect(correctResult(RESULT, [label(9, null, 'mixed')])).toBe(RESULT);
    const { correctedStance, headline } = correctResult(RESULT, [label(0, null, 'skeptical')]);
    expect(headline?.corrected?.stance.score).toBe(-1);
    expect(correctedStance).toBeNull();
  });

  it('keep every value of the machine and the laws, whatever they are', () => {
    const labels = fc.array(
      fc.record({
        ordinal: fc.nat(5),
        voice: fc.constantFrom(null, 'author', 'john-kerry', 'unnamed-officials'),
        label: fc.constantFrom<Label>('supportive', 'skeptical', 'mixed', 'neutral', 'unrelated'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(article.chain(resultOn), labels, (result, given) => {
        const corrected = correctResult(result, given);
        expect(machineOnly(corrected)).toEqual(result);
        expect(JSON.stringify(machineOnly(corrected))).toBe(JSON.stringify(result));
        const { correctedStance } = corrected;
        if (!correctedStance) return;
        const { shares, related, unrelated } = correctedStance;
        expect(related + unrelated).toBe(result.paragraphs.length);
        const sum = shares.supportive + shares.skeptical + shares.mixed + shares.neutral;
        expect(sum).toBeCloseTo(related > 0 ? 1 : 0, 9);
        for (const { corrected: coded } of corrected.paragraphs) {
          if (coded) expect(Math.abs(coded.stance.score ?? 0)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

const LABEL: Correction = {
  kind: 'set-label',
  target: 'ferry-line',
  passage: 'u1',
  offset: 0,
  voice: 'mara-lind',
  label: 'skeptical',
};
const OTHER_TARGET: Correction = { ...LABEL, target: 'other' };
const OUTLET: Correction = { kind: 'set-metadata', field: 'outlet', value: 'Coast Herald' };
const VOICE: Correction = {
  kind: 'set-voice',
  passage: 'u3',
  offset: 0,
  from: 'somebody-else',
  to: { id: 'tor-vik', name: 'Tor Vik', kind: 'named' },
};
const DROP: Correction = { kind: 'drop-passage', passage: 'u4' };

function recorded(correction: Correction, more: Partial<RecordedCorrection> = {}): RecordedCorrection {
  return {
    id: `c-${correction.kind}`,
    correction,
    machine: correction.kind === 'set-voice' ? 'Somebody Else' : null,
    reason: '=she means it; ironically',
    coder: 'Ana',
    at: '2026-01-02T03:04:05.000Z',
    revertedAt: null,
    revertedBy: null,
    ...more,
  };
}

function corrected(...all: Correction[]): CorrectedArticle {
  return correctArticle(AS_READ, all);
}

function withAll(...all: Correction[]): Result {
  const given = { asRead: AS_READ, recorded: all.map((one) => recorded(one)), corrected: corrected(...all) };
  return withCorrections(RESULT, { ...given, target: 'ferry-line' });
}

describe('a result with corrections', () => {
  it('lists what holds with the machine’s value, the corrected one, why and by whom', () => {
    const { corrections, machine } = withAll(OUTLET, LABEL, OTHER_TARGET, VOICE);
    expect(machine).toEqual({
      title: RESULT.title,
      outlet: RESULT.outlet,
      published: RESULT.published,
      byline: RESULT.byline,
    });
    expect(
      corrections?.map(({ what, machine: was, corrected: is, ordinal }) => [what, was, is, ordinal]),
    ).toEqual([
      ['Outlet', RESULT.outlet, 'Coast Herald', null],
      ['Label of deck, Mara Lind', 'supportive +0.80', 'skeptical', 1],
      ['Speaker in paragraph 3', 'Somebody Else', 'Tor Vik', 3],
    ]);
    expect(corrections?.[1]).toMatchObject({ coder: 'Ana', applied: true, correction: LABEL });
  });

  it('fits the contract, and is the machine’s own without any', () => {
    const result = withAll(OUTLET, LABEL, VOICE, DROP);
    expect(resultSchema.parse(result)).toEqual(result);
    expect(machineOnly(result)).toEqual(RESULT);
    expect(withAll()).toBe(RESULT);
    expect(withAll(OTHER_TARGET)).toBe(RESULT);
  });

  it('says where a correction waits for its place or its voice', () => {
    const nobody: Correction = { ...LABEL, voice: 'nobody' };
    const gone: Correction = { ...LABEL, passage: 'u4', voice: null };
    const { corrections, correctedStance } = withAll(nobody, gone, DROP);
    expect(corrections?.map(({ applied }) => applied)).toEqual([false, false, true]);
    expect(correctedStance).toBeNull();
  });

  it('describes every kind in words', () => {
    const scene = { asRead: AS_READ, ordinal: null, result: null };
    const words = (correction: Correction) => Object.values(describeCorrection(correction, scene));
    expect([
      words(DROP),
      words({ kind: 'restore-dropped', index: 0 }),
      words({ kind: 'split-passage', passage: 'u2', offset: 14 }),
      words({ kind: 'merge-passage', passage: 'u2', offset: 0 }),
      words({ ...VOICE, to: { id: 'author' } }),
      words({ ...LABEL, voice: null, passage: 'h' }),
    ]).toEqual([
      ['Paragraph 4 as read, left out', 'The weather was fine.', null],
      ['A passage, put back', 'left out: listen-live line', 'Listen live'],
      ['Paragraph 2 as read, split', 'one paragraph', 'It has carried ¶ 40,000 people since May.'],
      ['Paragraph 2 as read, merged', 'a paragraph of its own', 'part of the paragraph before it'],
      ['Speaker in paragraph 3 as read', null, 'Author'],
      ['Label of headline', null, 'skeptical'],
    ]);
  });
});

describe('a report with corrections', () => {
  const report = toReport(withAll(LABEL, VOICE), TARGET);
  const cards = (side: string) => report.columns.find((column) => column.side === side)?.cards ?? [];

  it('puts a card where the corrected label belongs, with the machine’s beside it', () => {
    const isMoved = ({ ordinal, voice }: { ordinal: number; voice: { id: string } }) =>
      ordinal === 1 && voice.id === 'mara-lind';
    expect(cards('supportive').filter(isMoved)).toEqual([]);
    const [card] = cards('skeptical').filter(isMoved);
    expect(card).toMatchObject({
      label: { label: 'skeptical' },
      scoreText: '−1.00',
      byHand: {
        machineLabel: { label: 'supportive' },
        machineScoreText: '+0.80',
        note: 'by hand; machine: supportive +0.80',
        reason: '=she means it; ironically',
        coder: 'Ana',
        correctionId: 'c-set-label',
      },
    });
    expect(card?.evidence.map(({ text }) => text)).toEqual(['triumph']);
  });

  it('marks the unit, its voices, the voices of the article and the summary', () => {
    const [, first] = report.reading;
    expect(first).toMatchObject({
      label: { label: 'skeptical' },
      byHand: { machineLabel: { label: 'supportive' }, correctionId: null },
    });
    expect(first?.voices.map(({ byHand }) => byHand === null)).toEqual([true, false]);
    const third = report.reading.find(({ ordinal }) => ordinal === 3);
    expect(third?.voices.find(({ voice }) => voice.id === 'tor-vik')?.voiceByHand).toMatchObject({
      machineIds: ['somebody-else'],
      machineNames: ['Somebody Else'],
    });
    expect(report.voices.find(({ voice }) => voice.id === 'mara-lind')).toMatchObject({
      label: { label: 'skeptical' },
      machine: { label: { label: 'supportive' }, scoreText: '+0.80' },
    });
    expect(report.summary.machine?.whole.score).toBe(RESULT.stance.score);
    expect(report.summary.whole.score).not.toBe(RESULT.stance.score);
  });

  it('says so in the charts', async () => {
    const [scores] = await charts(report);
    expect(scores?.svg).toContain('Mara Lind: skeptical −1.00 (by hand; machine: supportive +0.80)');
  });

  it('marks nothing where nobody corrected', () => {
    const plain = toReport(RESULT, TARGET);
    expect(plain.summary.machine).toBeNull();
    expect(plain.reading.every(({ byHand }) => byHand === null)).toBe(true);
    expect(plain.voices.every(({ machine }) => machine === null)).toBe(true);
  });
});

type Row = Record<string, string>;

function read(level: Level, result: Result): Row[] {
  return parse(csvHeader(level) + csvRows(rowsOf(result), level), { columns: true }) as Row[];
}

describe('columns of corrections', () => {
  const result = withAll(OUTLET, LABEL, VOICE);

  it('stand beside the machine’s at every level', () => {
    const [row] = read('articles', { ...result, outlet: 'Coast Herald' });
    expect(row).toMatchObject({
      outlet: 'Coast Herald',
      machine_outlet: RESULT.outlet ?? '',
      machine_title: RESULT.title,
      score: String(RESULT.stance.score),
      corrected_score: String(result.correctedStance?.score),
      corrected: 'TRUE',
      corrections: '3',
    });
    expect(read('paragraphs', result).find(({ paragraph }) => paragraph === '1')).toMatchObject({
      label: 'supportive',
      corrected_label: 'skeptical',
      corrected: 'TRUE',
      correction_reason: '=she means it, ironically',
      coder: 'Ana',
    });
    expect(read('evidence', result)[1]).toMatchObject({
      paragraph_label: 'supportive',
      corrected_paragraph_label: 'skeptical',
    });
    const voices = read('voices', result);
    expect(voices.find(({ voice }) => voice === 'mara-lind')).toMatchObject({
      label: 'supportive',
      corrected_label: 'skeptical',
      corrected_score: '-1',
      machine_voice_id: 'mara-lind',
      corrected: 'TRUE',
    });
    expect(voices.find(({ voice }) => voice === 'tor-vik')).toMatchObject({
      machine_voice_id: 'somebody-else',
      machine_voice_name: 'Somebody Else',
      corrected: 'TRUE',
    });
  });

  it('are the machine’s own where nobody corrected', () => {
    for (const level of ['articles', 'paragraphs', 'voices'] as const) {
      for (const row of read(level, RESULT)) {
        expect(row).toMatchObject({
          corrected_label: row.label,
          corrected_score: row.score,
          corrected: 'FALSE',
        });
      }
    }
    for (const { voice, machine_voice_id: machine } of read('voices', RESULT)) expect(machine).toBe(voice);
  });

  it('list the history in a table of its own, safe for a spreadsheet', () => {
    const all = [
      recorded(OUTLET, { revertedAt: '2026-02-02T03:04:05.000Z', revertedBy: 'Bo' }),
      recorded(LABEL, { machine: 'neutral' }),
      recorded({ ...LABEL, passage: 'u4' }),
      recorded(DROP),
    ];
    const holding = all.filter(({ revertedAt }) => revertedAt === null);
    const rows = correctionRows({
      asRead: AS_READ,
      recorded: all,
      corrected: corrected(...holding.map(({ correction }) => correction)),
      results: [{ target: 'ferry-line', result: RESULT }],
    });
    const table = parse(csvTable(CORRECTION_COLUMNS, rows, 'excel'), { columns: true, bom: true }) as Row[];
    expect(table.map(({ kind, place, field, applied }) => [kind, place, field, applied])).toEqual([
      ['set-metadata', '', 'outlet', 'FALSE'],
      ['set-label', 'u1+0', '', 'TRUE'],
      ['set-label', 'u4+0', '', 'FALSE'],
      ['drop-passage', 'u4', '', 'TRUE'],
    ]);
    expect(table[0]).toMatchObject({ reverted_by: 'Bo', corrected_value: 'Coast Herald' });
    expect(table[1]).toMatchObject({
      article_id: RESULT.articleId,
      machine_value: 'neutral',
      corrected_value: 'skeptical',
      voice: 'mara-lind',
      reason: "'=she means it; ironically",
      coder: 'Ana',
    });
  });
});

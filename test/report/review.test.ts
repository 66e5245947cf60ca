import { describe, expect, it } from '@jest/globals';
import type { AppliedCorrection, Result, Unit } from '../../analysis/article/index.js';
import { COLUMNS, reportText, rowsOf, toReport } from '../../analysis/report/index.js';
import { RESULT, TARGET } from './sample.js';

/** The sample with the confidence of its second paragraph changed. */
function withConfidence(confidence: number, label: Unit['stance']['label'] = 'neutral'): Result {
  const paragraphs = RESULT.paragraphs.map((unit) =>
    unit.ordinal === 2 ? { ...unit, stance: { ...unit.stance, label, confidence } } : unit,
  );
  return { ...RESULT, paragraphs };
}

/** Ordinals that the reading view, the cards and the CSV mark. */
function marked(result: Result): { reading: number[]; cards: number[]; rows: number[] } {
  const report = toReport(result, TARGET);
  const review = COLUMNS.paragraphs.find(({ name }) => name === 'review');
  const cards = report.columns.flatMap((column) => column.cards).filter(({ needsReview }) => needsReview);
  return {
    reading: report.reading.filter(({ needsReview }) => needsReview).map(({ ordinal }) => ordinal),
    cards: cards.map(({ ordinal }) => ordinal),
    rows: rowsOf(result)
      .paragraphs.filter((row) => review?.value(row) === true)
      .map(({ unit }) => unit.ordinal),
  };
}

describe('labels to check by hand', () => {
  it('are those below one half, on cards, in the text and in the CSV alike', () => {
    expect(marked(withConfidence(0.49))).toEqual({ reading: [2], cards: [2], rows: [2] });
    expect(marked(withConfidence(0.5))).toEqual({ reading: [], cards: [], rows: [] });
  });

  it('are never unrelated ones', () => {
    expect(marked(withConfidence(0.1, 'unrelated')).rows).toEqual([]);
  });

  it('are done when a person gave a label in the paragraph', () => {
    const correction = { kind: 'set-label', voice: null, applied: true, ordinal: 2 };
    const corrections = [{ ...correction, correction }] as unknown as AppliedCorrection[];
    expect(marked({ ...withConfidence(0.2), corrections }).rows).toEqual([]);
  });

  it('are named in the terminal', () => {
    const text = (result: Result) => reportText(toReport(result, TARGET), { width: 80, color: false });
    expect(text(withConfidence(0.4))).toContain('check by hand');
    expect(text(withConfidence(0.9))).not.toContain('check by hand');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  COMPARED_DIMENSION_COLUMNS,
  COMPARED_VOICE_COLUMNS,
  compareReports,
  dimensionRecords,
  voiceRecords,
} from '../../analysis/compare/index.js';
import { csvTable, type DimensionRow, type Report, toReport } from '../../analysis/report/index.js';
import { RESULT, TARGET } from '../report/sample.js';
import { reportWith, voiceRow } from './reports.js';

const AUTHOR = voiceRow('Author', 'author', 'neutral');

function dimension(slug: string, supportive: number, skeptical: number): DimensionRow {
  return { slug, name: slug.toUpperCase(), units: [1], supportive, skeptical, voices: ['Author'] };
}

describe('voices', () => {
  it('stand in one row under one name, whatever its case, accents and hyphens', () => {
    const { voices } = compareReports([
      reportWith([voiceRow('Haider al-Abadi', 'named', 'supportive')]),
      reportWith([voiceRow('Haider Al Abadi', 'named', 'neutral')]),
      reportWith([voiceRow('Solène Marchetti', 'named')]),
    ]);
    expect(voices.map(({ cells }) => cells.map((cell) => cell !== null))).toEqual([
      [true, true, false],
      [false, false, true],
    ]);
  });

  it('are known by a surname where only one full name ends with it', () => {
    const hammond = compareReports([
      reportWith([voiceRow('Philip Hammond', 'named')]),
      reportWith([voiceRow('Hammond', 'named')]),
    ]);
    expect(hammond.voices.map(({ name }) => name)).toEqual(['Philip Hammond']);
    const two = compareReports([
      reportWith([voiceRow('Philip Hammond', 'named'), voiceRow('Ann Hammond', 'named')]),
      reportWith([voiceRow('Hammond', 'named')]),
    ]);
    expect(two.voices.map(({ name }) => name).sort()).toEqual(['Ann Hammond', 'Hammond', 'Philip Hammond']);
  });

  it('without a name are put together, and never said to be the same', () => {
    const { voices } = compareReports([
      reportWith([
        voiceRow('an official', 'unnamed', 'supportive'),
        voiceRow('a driver', 'unnamed', 'skeptical'),
      ]),
      reportWith([voiceRow('an official', 'unnamed', 'skeptical')]),
    ]);
    const [unnamed, ...others] = voices;
    expect(others).toEqual([]);
    expect(unnamed).toMatchObject({ kind: 'unnamed', onlyIn: null, isOpposed: false });
    expect(unnamed?.cells[0]).toMatchObject({
      names: ['an official', 'a driver'],
      words: 20,
      related: 2,
      score: 0,
    });
    expect(unnamed?.cells[0]?.label.label).toBe('mixed');
  });

  it('come with the author first, then those whom most articles quote, the unnamed last', () => {
    const { voices } = compareReports([
      reportWith([voiceRow('a driver', 'unnamed'), voiceRow('Bo Ek', 'named'), AUTHOR]),
      reportWith([voiceRow('Ida Strand', 'named'), AUTHOR, voiceRow('Bo Ek', 'named')]),
    ]);
    expect(voices.map(({ key }) => key)).toEqual(['author', 'named bo ek', 'named ida strand', 'unnamed']);
  });

  it('stand out where only one article has them, or where they change sides', () => {
    const { voices } = compareReports([
      reportWith([
        AUTHOR,
        voiceRow('Bo Ek', 'named', 'supportive'),
        voiceRow('Ida Strand', 'named', 'neutral'),
      ]),
      reportWith([AUTHOR, voiceRow('Bo Ek', 'named', 'skeptical')]),
    ]);
    expect(voices.map(({ key, onlyIn, isOpposed }) => [key, onlyIn, isOpposed])).toEqual([
      ['author', null, false],
      ['named bo ek', null, true],
      ['named ida strand', 0, false],
    ]);
  });

  it('are not said to be in one article only where the others could not be scored', () => {
    const unscored = reportWith([]);
    const { voices, articles } = compareReports([
      reportWith([voiceRow('Bo Ek', 'named')]),
      { ...unscored, summary: { ...unscored.summary, notScored: 'It is in German.' } },
    ]);
    expect(articles.map(({ isScored }) => isScored)).toEqual([true, false]);
    expect(voices[0]?.onlyIn).toBeNull();
  });
});

describe('dimensions', () => {
  it('are aligned, what most articles touch first', () => {
    const { dimensions } = compareReports([
      reportWith([], { dimensions: [dimension('cost', 0, 9), dimension('unity', 1, 0)] }),
      reportWith([], { dimensions: [dimension('unity', 0, 2)] }),
    ]);
    expect(dimensions.map(({ slug, onlyIn, isOpposed }) => [slug, onlyIn, isOpposed])).toEqual([
      ['unity', null, true],
      ['cost', 0, false],
    ]);
    expect(dimensions[1]?.cells.map((cell) => cell?.skeptical ?? null)).toEqual([9, null]);
  });
});

describe('overlaps', () => {
  const report = toReport(RESULT, TARGET);

  it('name the same text', () => {
    const { articles } = compareReports([report, reportWith([]), report]);
    expect(articles[0]?.overlaps).toEqual([]);
    expect(articles[2]?.overlaps.map((overlap) => [overlap.with, overlap.isSameText])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  it('count paragraphs that stand word for word in both, whatever their quotation marks', () => {
    const unit = { ...RESULT.paragraphs[0], text: 'x' } as (typeof RESULT.paragraphs)[number];
    const withTexts = (texts: readonly string[], textHash: string) =>
      toReport(
        { ...RESULT, textHash, paragraphs: texts.map((text) => ({ ...unit, text, evidence: [] })) },
        TARGET,
      );
    const said = 'The “ferry” has never once been late since the new captain came.';
    const a = withTexts(
      [said, 'He shrugged.', 'Nobody on the quay could say who had paid for the paint.'],
      'a',
    );
    const b = withTexts(
      [said.replace(/[“”]/g, '"'), 'He shrugged.', 'A different end, in eight words or more, here.'],
      'b',
    );
    expect(compareReports([a, b]).articles[1]?.overlaps).toEqual([
      { with: 0, isSameText: false, shared: 1, of: 2 },
    ]);
  });
});

const NAMES = ['Bo Ek', 'Ek', 'Ida Strand', 'Strand', 'Tor Vik', 'an official', 'The Port', 'Port'];
const LABELS = ['supportive', 'skeptical', 'mixed', 'neutral', 'unrelated'] as const;

const reports: fc.Arbitrary<Report[]> = fc.array(
  fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom('named', 'unnamed', 'organization'),
        fc.constantFrom(...LABELS),
      ),
      { maxLength: 6, selector: ([name, kind]) => `${name} ${kind}` },
    )
    .map((voices) => reportWith(voices.map(([name, kind, label]) => voiceRow(name, kind, label)))),
  { minLength: 1, maxLength: 6 },
);

describe('every comparison', () => {
  it('has one cell for each article in every row, and loses no word', () => {
    fc.assert(
      fc.property(reports, (given) => {
        const { voices } = compareReports(given);
        for (const { cells } of voices) expect(cells).toHaveLength(given.length);
        for (const [index, report] of given.entries()) {
          const words = voices.reduce((sum, { cells }) => sum + (cells[index]?.words ?? 0), 0);
          expect(words).toBe(report.voices.reduce((sum, row) => sum + row.words, 0));
        }
      }),
    );
  });

  it('is the same from the other end', () => {
    fc.assert(
      fc.property(reports, (given) => {
        const there = compareReports(given).voices;
        const back = compareReports([...given].reverse()).voices;
        expect(back.map(({ key }) => key)).toEqual(there.map(({ key }) => key));
        for (const [index, { cells, isOpposed }] of there.entries()) {
          expect(back[index]?.isOpposed).toBe(isOpposed);
          expect([...(back[index]?.cells ?? [])].reverse()).toEqual(cells);
        }
      }),
    );
  });
});

describe('tables', () => {
  it('have a row for every cell, empty where there is nothing', () => {
    const comparison = compareReports([
      reportWith([voiceRow('Bo Ek', 'named', 'supportive')], { dimensions: [dimension('cost', 1, 0)] }),
      reportWith([], { dimensions: [] }),
    ]);
    const voices = csvTable(COMPARED_VOICE_COLUMNS, voiceRecords(comparison, ['r1', 'r2']));
    expect(voices.trim().split('\r\n').slice(1)).toEqual([
      expect.stringContaining('named bo ek,Bo Ek,named,article-1,ferry-line,r1,'),
      expect.stringMatching(/r2,.*,FALSE,FALSE,FALSE,,,,,,,$/),
    ]);
    const dimensions = csvTable(COMPARED_DIMENSION_COLUMNS, dimensionRecords(comparison, ['r1', 'r2']));
    expect(dimensions.trim().split('\r\n')).toHaveLength(3);
    expect(dimensions).toContain(',TRUE,TRUE,FALSE,1,0,Author,1');
  });
});

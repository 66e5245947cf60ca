import { describe, expect, it } from '@jest/globals';
import { charts, reportText, toReport } from '../../analysis/report/index.js';
import { RESULT, TARGET } from './sample.js';

const report = toReport(RESULT, TARGET);

function cardsOn(side: string) {
  return report.columns.find((column) => column.side === side)?.cards ?? [];
}

describe('side by side', () => {
  it('stands supportive, neutral, skeptical, each in the order of the article', () => {
    expect(report.columns.map(({ side }) => side)).toEqual(['supportive', 'neutral', 'skeptical']);
    for (const { cards } of report.columns) {
      const ordinals = cards.map(({ ordinal }) => ordinal);
      expect(ordinals).toEqual([...ordinals].sort((a, b) => a - b));
    }
  });

  it('puts a mixed paragraph on both sides, each with its own words', () => {
    const marked = (side: string) =>
      cardsOn(side).flatMap(({ ordinal, evidence }) =>
        ordinal === 3 ? evidence.map(({ text }) => text) : [],
      );
    expect(marked('supportive')).toEqual(['handsome']);
    expect(marked('skeptical')).toEqual(['always late']);
    expect(cardsOn('skeptical').map(({ alsoOn }) => alsoOn)).toEqual(['supportive']);
  });

  it('shows unrelated paragraphs nowhere', () => {
    const ordinals = report.columns.flatMap(({ cards }) => cards.map(({ ordinal }) => ordinal));
    expect(ordinals).not.toContain(4);
  });

  it('cuts paragraphs into segments that join to the paragraph', () => {
    for (const { cards } of report.columns) {
      for (const card of cards) {
        const unit = [RESULT.headline, ...RESULT.paragraphs].find((one) => one?.ordinal === card.ordinal);
        expect(card.segments.map(({ text }) => text).join('')).toBe(unit?.text);
      }
    }
  });
});

describe('reading view', () => {
  it('numbers the evidence over the article and marks each once', () => {
    const marks = report.reading.flatMap(({ segments }) => segments.flatMap((segment) => segment.marks));
    expect(marks).toEqual([1, 2, 3, 4]);
  });

  it('explains evidence in words', () => {
    const note = report.reading[3]?.segments.find(({ text }) => text === 'always late')?.note;
    expect(note).toBe('Skeptical (−1.3, punctuality), Tor Vik: “always late” is blame of the ferry.');
  });
});

describe('voices', () => {
  it('counts words, paragraphs, quotations and positions', () => {
    const rows = report.voices.map(({ voice, words, paragraphs, quotations, first, last, label }) => [
      voice.id,
      words,
      paragraphs,
      quotations,
      first,
      last,
      label.label,
    ]);
    expect(rows).toEqual([
      ['author', 29, 4, 0, 1, 4, 'neutral'],
      ['tor-vik', 4, 1, 0, 3, 3, 'mixed'],
      ['mara-lind', 2, 1, 1, 1, 1, 'supportive'],
    ]);
  });

  it('shares out all words', () => {
    expect(report.voices.reduce((sum, { wordShare }) => sum + wordShare, 0)).toBeCloseTo(1, 12);
  });
});

describe('summary', () => {
  it('puts the interval of coding beside the mean', () => {
    expect(report.summary.intervalText).toBe('−0.40 to +0.70');
  });

  it('counts by label', () => {
    expect(
      report.summary.shares.map(({ label, count, shareText }) => [label.label, count, shareText]),
    ).toEqual([
      ['supportive', 1, '33%'],
      ['neutral', 1, '33%'],
      ['skeptical', 0, '0%'],
      ['mixed', 1, '33%'],
    ]);
  });
});

describe('dimensions', () => {
  it('name the issue, its voices and where it is touched', () => {
    expect(report.dimensions).toEqual([
      {
        slug: 'punctuality',
        name: 'Punctuality',
        units: [3],
        supportive: 0,
        skeptical: 1,
        voices: ['Tor Vik'],
      },
    ]);
  });
});

describe('charts', () => {
  it('carry no style, say in words what they show, and tell labels by shape', async () => {
    const drawn = await charts(report);
    expect(drawn.map(({ id }) => id)).toEqual(['scores', 'shares', 'voices']);
    for (const { svg, id } of drawn) {
      expect(svg).not.toMatch(/style/);
      expect(svg).toContain(`<title id="chart-${id}-title">`);
      expect(svg).toMatch(/<desc[^>]*>[^<]+<\/desc>/);
    }
    expect(drawn[0]?.svg).toContain('Paragraph 3, Tor Vik: mixed −0.20');
  });

  it('escape what an article brings', async () => {
    const hostile = { ...RESULT, target: { slug: null, name: '</title><script>alert(1)</script>' } };
    const [scores] = await charts(toReport(hostile));
    expect(scores?.svg).not.toContain('<script');
  });

  it('are left out where nothing refers to the target', async () => {
    const stance = { ...RESULT.stance, related: 0, unrelated: 4 };
    expect(await charts(toReport({ ...RESULT, stance }))).toEqual([]);
  });
});

describe('text report', () => {
  const text = (width: number) => reportText(report, { width, color: false });

  it('keeps within the width of the terminal', () => {
    for (const width of [60, 80, 100]) {
      for (const line of text(width).split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(width);
    }
  });

  it('puts author, quoted and unrelated count beside the verdict', () => {
    expect(text(80)).toMatch(/Author +■ neutral/);
    expect(text(80)).toMatch(/Quoted +◆ mixed/);
    expect(text(80)).toContain('3 paragraphs about the target, 1 not');
  });

  it('lets no article steer the terminal', () => {
    const steering = ['\u001B', '\u0007', '\u202E', '\u009B', '\r'];
    const written = reportText(toReport({ ...RESULT, title: steering.join('x') }), {
      width: 80,
      color: false,
    });
    for (const character of steering) expect(written).not.toContain(character);
  });

  it('says why nothing was scored', () => {
    const notScored = 'the article is in German.';
    expect(reportText(toReport({ ...RESULT, notScored }), { width: 80, color: false })).toContain(
      `Not scored: ${notScored}`,
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Attribution, Layers, Quotation, Span } from '../../analysis/article/index.js';
import {
  attributionRows,
  attributionTable,
  evaluateAttribution,
  type MarkedLayers,
  readMarked,
} from '../../analysis/evaluate/index.js';
import { sentencesOf } from '../../analysis/language/index.js';

/** Few rounds: the values under test do not depend on them. */
const BOOTSTRAP = { rounds: 20, seed: 1, level: 0.95 };

/** Words of the text for source, cue and content; '' for none. */
type Words = readonly [source: string, cue: string, content: string | readonly string[], speaker?: string];

const KERRY = 'John Kerry said the plan will work. "It is late," Lavrov replied. Aides believe in talks.';
const WHOLE: readonly Words[] = [
  ['John Kerry', 'said', 'the plan will work'],
  ['Lavrov', 'replied', '"It is late,"'],
  ['Aides', 'believe', 'in talks'],
];

function spansIn(text: string, words: string | readonly string[]): Span[] {
  return [words].flat().flatMap((part) => {
    if (part === '') return [];
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`no ${part} in ${text}`);
    return [{ start, end: start + part.length }];
  });
}

function layersOf(text: string, found: readonly Words[]): Layers {
  const units = [{ ordinal: 1, role: 'body' as const, start: 0, end: text.length }];
  const attributions: Attribution[] = found.map(([source, cue, content, speaker], index) => ({
    id: `a${index + 1}`,
    parent: null,
    source: spansIn(text, source),
    cue: spansIn(text, cue),
    content: spansIn(text, content),
    speaker: speaker ? { id: speaker, name: speaker, kind: 'named', variants: [], role: null } : null,
    kind: 'indirect',
    cueKind: 'speech',
  }));
  const quotations: Quotation[] = [...text.matchAll(/"([^"]+)"/g)].map((match) => ({
    start: match.index + 1,
    end: match.index + 1 + (match[1]?.length ?? 0),
    kind: 'speech',
    closed: true,
  }));
  return { text, units, sentences: sentencesOf(text, units), quotations, attributions };
}

function lineOf(id: string, text: string, gold: readonly Words[], found: readonly Words[]): MarkedLayers {
  const pairs = (words: string | readonly string[]) =>
    spansIn(text, words).map(({ start, end }) => [start, end]);
  const attributions = gold.map(([source, cue, content]) => ({
    source: pairs(source),
    cue: pairs(cue),
    content: pairs(content),
  }));
  return { id, marked: readMarked({ attributions }, text, id), layers: layersOf(text, found) };
}

function scoresOf(...lines: readonly MarkedLayers[]) {
  const { attributions } = evaluateAttribution(lines, { bootstrap: BOOTSTRAP });
  if (!attributions) throw new Error('nothing was measured');
  return attributions;
}

describe('evaluation of attributions', () => {
  it('counts tokens and whole spans of each part, as computed by hand', () => {
    const { parts, marked, found } = scoresOf(
      lineOf('one', KERRY, WHOLE, [
        ['Kerry', 'said', 'the plan will work'],
        ['Lavrov', 'replied', 'It is late'],
      ]),
    );
    expect([marked, found]).toEqual([3, 2]);
    // Marked: John, Kerry, Lavrov, Aides. Found: Kerry, Lavrov.
    expect(parts.source.tokens.precision).toMatchObject({ value: 1, count: 2 });
    expect(parts.source.tokens.recall).toMatchObject({ value: 2 / 4, count: 4 });
    expect(parts.source.tokens.f1.value).toBeCloseTo(2 / 3);
    // "Kerry" is not "John Kerry".
    expect(parts.source.exact.precision).toMatchObject({ value: 1 / 2, count: 2 });
    expect(parts.source.exact.recall).toMatchObject({ value: 1 / 3, count: 3 });
    expect(parts.cue.exact.recall.value).toBeCloseTo(2 / 3);
    // 4 words; 3 words of 6 with marks and comma; none of 2.
    expect(parts.content.tokens.recall).toMatchObject({ value: 7 / 12, count: 12 });
    expect(parts.content.tokens.precision).toMatchObject({ value: 1, count: 7 });
  });

  it('counts the words that go to a source with the right head', () => {
    const { who } = scoresOf(
      lineOf('one', KERRY, WHOLE, [
        ['Kerry', 'said', 'the plan will work'],
        ['Aides', 'replied', '"It is late,"'],
      ]),
    );
    expect(who.all).toMatchObject({ value: 4 / 12, count: 12 });
    expect(who.direct).toMatchObject({ value: 0, count: 6 });
    expect(who.indirect).toMatchObject({ value: 4 / 6, count: 6 });
    expect(who.mixed.count).toBe(0);
    // "believe" reports no words.
    expect(who.reporting).toMatchObject({ value: 4 / 10, count: 10 });
    expect(who.precision).toMatchObject({ value: 4 / 10, count: 10 });
    expect(who.precisionInQuotes).toMatchObject({ value: 0, count: 6 });
    expect(who.f1.value).toBeCloseTo((2 * (1 / 3) * 0.4) / (1 / 3 + 0.4));
  });

  it('takes a name without title, a possessive and a relative clause for the same source', () => {
    const text =
      'Mr. Obama, who was late, said yes. A spokesman for Merkel said no. Clinton’s campaign said so.';
    const found = (source: string, content: string): Words => [source, 'said', content];
    const right = (gold: string, given: string, content: string) =>
      scoresOf(lineOf('one', text, [found(gold, content)], [found(given, content)])).who.all.value;
    expect(right('Mr. Obama, who was late', 'Obama', 'yes')).toBe(1);
    expect(right('A spokesman for Merkel', 'spokesman', 'no')).toBe(1);
    expect(right('A spokesman for Merkel', 'Merkel', 'no')).toBe(0);
    expect(right('Clinton’s campaign', 'campaign', 'so')).toBe(1);
    expect(right('Clinton’s campaign', 'Clinton', 'so')).toBe(0);
  });

  it('takes each run of a content in parts as a span', () => {
    const text = '"It is late," Lavrov said, "and cold."';
    const gold: Words = ['Lavrov', 'said', ['"It is late,"', '"and cold."']];
    const { parts, who } = scoresOf(lineOf('one', text, [gold], [['Lavrov', 'said', '"It is late,"']]));
    expect(parts.content.exact.recall).toMatchObject({ value: 1 / 2, count: 2 });
    expect(who.direct.value).toBe(6 / 11);
  });

  it('gives a nested statement to whoever holds it with the right source', () => {
    const text = 'Kerry said Obama believes in talks.';
    const gold: Words[] = [
      ['Kerry', 'said', 'Obama believes in talks'],
      ['Obama', 'believes', 'in talks'],
    ];
    expect(scoresOf(lineOf('one', text, gold, gold)).who.all).toMatchObject({ value: 1, count: 6 });
    expect(scoresOf(lineOf('one', text, gold, gold.slice(0, 1))).who.all.value).toBe(4 / 6);
    expect(scoresOf(lineOf('one', text, gold.slice(0, 1), gold)).who.precision.value).toBe(4 / 6);
  });

  it('is perfect where everything is found as marked, and never leaves [0, 1]', () => {
    const some = fc.subarray([...WHOLE], { minLength: 1 });
    fc.assert(
      fc.property(some, fc.subarray([...WHOLE]), (gold, found) => {
        const perfect = attributionRows(
          evaluateAttribution([lineOf('one', KERRY, gold, gold)], { bootstrap: BOOTSTRAP }),
        );
        expect(perfect.every(({ value }) => value === null || value === 1)).toBe(true);
        const other = attributionRows(
          evaluateAttribution([lineOf('one', KERRY, gold, found)], { bootstrap: BOOTSTRAP }),
        );
        expect(other.every(({ value }) => value === null || (Number(value) >= 0 && Number(value) <= 1))).toBe(
          true,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of lines or of attributions', () => {
    const lines = [
      lineOf('one', KERRY, WHOLE, WHOLE.slice(1)),
      lineOf('two', KERRY, WHOLE.slice(1), WHOLE),
      lineOf('two', 'Aides said yes.', [['Aides', 'said', 'yes']], []),
      lineOf('three', KERRY, WHOLE, []),
    ];
    const first = evaluateAttribution(lines, { bootstrap: BOOTSTRAP });
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(evaluateAttribution(shuffled, { bootstrap: BOOTSTRAP })).toEqual(first);
      }),
      { numRuns: 10 },
    );
    const backwards = lineOf('one', KERRY, WHOLE.toReversed(), WHOLE.slice(1).toReversed());
    expect(evaluateAttribution([backwards, ...lines.slice(1)], { bootstrap: BOOTSTRAP })).toEqual(first);
  });

  it('repeats the figures for each group and prints every figure', () => {
    const evaluation = evaluateAttribution(
      [
        { ...lineOf('one', KERRY, WHOLE, WHOLE), group: 'wire' },
        { ...lineOf('two', KERRY, WHOLE, []), group: null },
      ],
      { bootstrap: BOOTSTRAP, by: 'register' },
    );
    expect(evaluation.groups?.rows.map(({ value }) => value)).toEqual([null, 'wire']);
    expect(evaluation.groups?.rows[1]?.attributions?.who.all.value).toBe(1);
    const table = attributionTable(evaluation);
    for (const words of [
      'content, exact',
      'reporting cues',
      'precision in quotes',
      'By register',
      '(none)',
    ]) {
      expect(table).toContain(words);
    }
  });
});

describe('evaluation of pronouns', () => {
  const TEXT = 'Kerry met Mary Bell. He said yes. She said no. "Late," he added.';
  const at = (word: string) => ({ start: TEXT.indexOf(word), end: TEXT.indexOf(word) + word.length });
  const line = (found: readonly Words[]): MarkedLayers => ({
    id: 'one',
    marked: readMarked(
      {
        pronouns: [
          { ...at('He'), means: 'John Kerry' },
          { ...at('She'), means: ['Mary Bell', 'Ann Bell'] },
          { ...at('he added'), end: at('he added').start + 2, means: null },
        ],
      },
      TEXT,
      'one',
    ),
    layers: layersOf(TEXT, found),
  });
  const scores = (found: readonly Words[]) =>
    evaluateAttribution([line(found)], { bootstrap: BOOTSTRAP }).pronouns;

  it('counts who was right, who was answered and what was rightly left open', () => {
    expect(
      scores([
        ['He', 'said', 'yes', 'Kerry'],
        ['She', 'said', 'no', 'Eve Bell'],
      ]),
    ).toMatchObject({
      right: { value: 1 / 2, count: 2 },
      answered: { value: 1, count: 2 },
      open: { value: 1, count: 1 },
      found: { value: 2 / 3, count: 3 },
    });
  });

  it('counts an answer against the program where nobody can tell', () => {
    expect(scores([['he added', 'added', '"Late,"', 'Kerry']])).toMatchObject({
      right: { value: 0, count: 1 },
      answered: { value: 0, count: 2 },
      open: { value: 0, count: 1 },
    });
  });
});

describe('marked attributions', () => {
  const refused = (gold: unknown, message: string | RegExp) =>
    expect(() => readMarked(gold, 'Kerry said yes.', 'gold.jsonl, line 3')).toThrow(message);

  it('are refused with their place where a span does not fit or something is missing', () => {
    refused({}, 'gold.jsonl, line 3: there are no gold.attributions');
    refused(null, 'there are no gold.attributions');
    refused({ attributions: 'none' }, 'gold.jsonl, line 3: gold.attributions is no list');
    refused({ attributions: [7] }, 'gold.attributions[0] is 7');
    const attribution = (content: unknown) => ({ attributions: [{ source: [[0, 5]], cue: [], content }] });
    refused(attribution(undefined), 'gold.attributions[0].content is missing');
    refused(attribution([[6, 99]]), 'gold.attributions[0].content[0] is [6,99] in a text of 15 characters');
    refused(attribution([[6, 6]]), 'content[0] is [6,6]');
    refused(attribution([[-1, 6]]), 'content[0] is [-1,6]');
    refused(attribution([['0', 6]]), 'content[0] is ["0",6]');
    refused({ pronouns: [{ start: 0, end: 5 }] }, 'gold.pronouns[0].means is missing');
    refused({ pronouns: [{ start: 0, end: 5, means: [] }] }, 'means is []');
  });
});

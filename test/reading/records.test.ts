import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Reading } from '../../analysis/article/index.js';
import { readAll, unitTexts } from './read.js';

async function readLine(line: unknown): Promise<Reading> {
  const [outcome] = await readAll({ file: 'a.jsonl', bytes: new TextEncoder().encode(JSON.stringify(line)) });
  if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

const storable = (text: string) => text.replace(/[\0\uD800-\uDFFF]/gu, '\uFFFD');

describe('JSONL records', () => {
  it('keeps given paragraphs verbatim as the units', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (paragraphs) => {
        const { article } = await readLine({ id: 'x', paragraphs });
        expect(unitTexts(article)).toEqual(paragraphs.map(storable));
        expect(article.text).toBe(paragraphs.map(storable).join('\n'));
        expect(article.units.map(({ ordinal }) => ordinal)).toEqual(paragraphs.map((_, at) => at + 1));
        expect(article.dropped).toEqual([]);
      }),
    );
  });

  it('keeps a given text verbatim and covers all of it but white space', async () => {
    const pieces = fc.constantFrom('One.', 'Two ', '\n', '\r\n', ' \n \t\n', '\r', 'é', '\0', '\u00A0');
    await fc.assert(
      fc.asyncProperty(fc.array(pieces), async (parts) => {
        const text = parts.join('');
        const { article } = await readLine({ id: 'x', text });
        expect(article.text).toBe(storable(text));
        expect(unitTexts(article).join('').replace(/\s/gu, '')).toBe(storable(text).replace(/\s/gu, ''));
        for (const unit of unitTexts(article)) expect(unit).toBe(unit.trim());
      }),
    );
  });

  it('splits at blank lines, and at line ends only where there is no blank line', async () => {
    expect(unitTexts((await readLine({ id: 'x', text: 'a\nb\n\n c \r\n \r\nd' })).article)).toEqual([
      'a\nb',
      'c',
      'd',
    ]);
    expect(unitTexts((await readLine({ id: 'x', text: 'a\r\nb\nc\n' })).article)).toEqual(['a', 'b', 'c']);
  });

  it('takes metadata as stated and assumes nothing else', async () => {
    const { article } = await readLine({
      id: 7,
      text: 'Ein Satz.',
      title: 'T',
      published: '2014-12-03T10:00:00+01:00',
      url: 'javascript:alert(1)',
    });
    expect(article).toMatchObject({
      recordId: '7',
      title: 'T',
      titleBasis: 'stated',
      outlet: null,
      outletBasis: 'unknown',
      published: '2014-12-03',
      publishedBasis: 'stated',
      language: 'en',
      url: null,
    });
    expect((await readLine({ id: 'x', text: 'x', title: null })).article.titleBasis).toBe('missing');
  });

  it('turns mentions into spans of the text', async () => {
    const { article, mentions } = await readLine({
      id: 'x',
      paragraphs: ['The pact.', 'A pact again.'],
      mentions: [
        { paragraph: 0, start: 4, end: 8 },
        { paragraph: 1, start: 2, end: 6 },
      ],
    });
    expect(mentions?.map(({ start, end }) => article.text.slice(start, end))).toEqual(['pact', 'pact']);
  });

  it('gives targets in order, one and several', async () => {
    const reading = await readLine({
      id: 'x',
      text: 'x',
      target: { name: 'A', slug: 'a' },
      targets: [{ name: 'B', aliases: ['b'] }],
    });
    expect(reading.targets).toEqual([
      { name: 'A', slug: 'a' },
      { name: 'B', aliases: ['b'] },
    ]);
    expect(reading.mentions).toBeNull();
  });

  it.each([
    ['text-and-paragraphs', { id: 'x', text: 'a', paragraphs: ['a'] }],
    ['no-text', { id: 'x' }],
    ['bad-line', { id: 'x', text: 1 }],
    ['bad-line', { id: 'x', paragraphs: ['a', null] }],
    ['bad-line', { id: 'x', text: 'a', target: { aliases: [] } }],
    ['bad-line', { id: 'x', text: 'a', mentions: [{ paragraph: -1, start: 0, end: 1 }] }],
    ['bad-line', 'x'],
    ['bad-date', { id: 'x', text: 'a', published: '2014-13-01' }],
    ['mention-outside', { id: 'x', text: 'abc', mentions: [{ paragraph: 0, start: 1, end: 4 }] }],
    ['mention-outside', { id: 'x', text: 'abc', mentions: [{ paragraph: 1, start: 0, end: 1 }] }],
    ['mention-outside', { id: 'x', text: 'abc', mentions: [{ paragraph: 0, start: 2, end: 2 }] }],
  ])('refuses a line with %s', async (code, line) => {
    const [outcome] = await readAll({
      file: 'a.jsonl',
      bytes: new TextEncoder().encode(JSON.stringify(line)),
    });
    expect(outcome).toMatchObject({ ok: false, line: 1, code });
  });

  it('gives copies in two outlets one text hash and two ids', async () => {
    const [one, two] = [
      await readLine({ id: '1', text: 'x', outlet: 'A' }),
      await readLine({ id: '2', text: 'x', outlet: 'B' }),
    ];
    expect(one.article.textHash).toBe(two.article.textHash);
    expect(one.article.id).not.toBe(two.article.id);
    expect(one.article.id).toMatch(/^[\w-]{16}$/u);
  });

  it('reads a file that is one document, a list or a single article', async () => {
    const list = [{ id: '1', text: 'One.' }, { id: '2' }, { id: '3', text: 'Three.' }];
    const encode = (text: string) => new TextEncoder().encode(text);
    const outcomes = await readAll({ file: 'a.json', bytes: encode(JSON.stringify(list, null, 2)) });
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.reading.article.recordId : outcome.code))).toEqual(
      ['1', 'no-text', '3'],
    );
    const single = await readAll({ file: 'a.json', bytes: encode(JSON.stringify(list[0], null, 2)) });
    expect(single.map(({ ok }) => ok)).toEqual([true]);
  });

  it('reads lines in UTF-16', async () => {
    const bytes = Buffer.from('\uFEFF{"id":"1","text":"Straße."}\n{"id":"2","text":"Ende."}\n', 'utf16le');
    const outcomes = await readAll({ file: 'a.jsonl', bytes });
    expect(outcomes.map((outcome) => outcome.ok && outcome.reading.article.text)).toEqual([
      'Straße.',
      'Ende.',
    ]);
  });

  it('names a line that is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id":"1","text":"'),
      Buffer.from([0xe9]),
      Buffer.from('"}\n{"id":"2","text":"x"}'),
    ]);
    const outcomes = await readAll({ file: 'a.jsonl', bytes });
    expect(outcomes[0]).toMatchObject({ ok: false, line: 1, code: 'bad-encoding' });
    expect(outcomes[1]).toMatchObject({ ok: true });
  });
});

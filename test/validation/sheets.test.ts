import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { LABELS, type Label } from '../../analysis/article/index.js';
import { toCsv } from '../../analysis/report/index.js';
import {
  type Candidate,
  coderId,
  codingSheet,
  drawSample,
  isSheet,
  joinCodings,
  keyed,
  readCodings,
  readSheet,
  requireCodedOnce,
  type SampledItem,
  STRATIFIERS,
  sampleKey,
  sheetText,
} from '../../analysis/validation/index.js';
import { candidate, library } from './candidates.js';

const ITEMS = drawSample(library(60), { count: 20, by: STRATIFIERS, seed: 1 });
const KEY = { file: 'sheet.key.csv', text: sampleKey(ITEMS.map(keyed)) };

/** The rows of a sheet without its header, as somebody fills them in. */
function fill(items: readonly SampledItem[], change: (cells: Cells, at: number) => void): string[][] {
  const [header = [], ...rows]: string[][] = parse(codingSheet(items, { isBlind: true }), { bom: true });
  rows.forEach((row, at) => {
    const cells = Object.fromEntries(header.map((name, place) => [name, row[place] ?? '']));
    change(cells, at);
    header.forEach((name, place) => {
      row[place] = cells[name] ?? '';
    });
  });
  return [header, ...rows];
}

type Cells = Record<string, string>;

function sheet(file: string, change: (cells: Cells, at: number) => void, items = ITEMS) {
  return { file, text: toCsv(fill(items, change)) };
}

/** The first row gets a label and what the test says. */
function first(change: Cells) {
  return (cells: Cells, at: number) => {
    if (at === 0) Object.assign(cells, { label: 'neutral' }, change);
  };
}

function allNeutral(cells: Cells): void {
  cells.label = 'neutral';
}

describe('codingSheet', () => {
  it('has a row an item, in the order of the sample, and shows nothing of the program', () => {
    const text = codingSheet(ITEMS, { isBlind: true });
    expect(text.startsWith('\uFEFFitem_id,title,outlet,published,target,before,text,after,label,')).toBe(
      true,
    );
    const rows: Cells[] = parse(text, { bom: true, columns: true });
    expect(rows.map(({ item_id }) => item_id)).toEqual(ITEMS.map(({ itemId }) => itemId));
    expect(rows.every((row) => row.label === '' && row.outlet === '' && row.published === '')).toBe(true);
  });

  it('shows outlet and date where it is not blind', () => {
    const rows: Cells[] = parse(codingSheet(ITEMS, { isBlind: false }), { bom: true, columns: true });
    expect(rows.map(({ outlet }) => outlet)).toEqual(ITEMS.map(({ outlet }) => outlet ?? ''));
  });

  it('makes text safe that a spreadsheet would run', () => {
    const items = drawSample([candidate(1, { text: '=HYPERLINK("http://evil")' })], {
      count: 1,
      by: [],
      seed: 1,
    });
    expect(codingSheet(items, { isBlind: true })).toContain("'=HYPERLINK");
  });
});

describe('readCodings', () => {
  it('brings back every label, whatever the texts are', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.nat(), (given, seed) => {
        const read: Candidate[] = given.map((text, number) => candidate(number, { text }));
        const items = drawSample(read, { count: given.length, by: [], seed });
        const labelAt = (at: number): Label => LABELS[(at + seed) % LABELS.length] ?? 'neutral';
        const filled = sheet('a.csv', (cells, at) => Object.assign(cells, { label: labelAt(at) }), items);
        const codings = readCodings([filled], { file: 'key', text: sampleKey(items.map(keyed)) }, 'unit');
        const byId = new Map(codings.items.map(({ itemId, labels }) => [itemId, labels]));
        for (const [at, { itemId }] of items.entries()) expect(byId.get(itemId)).toEqual([labelAt(at)]);
      }),
    );
  });

  it('reads sheets as spreadsheets save them', () => {
    const rows = fill(ITEMS, (cells) => {
      cells.label = ' Skeptical ';
      cells.text = (cells.text ?? '').replaceAll(' ', '\r\n');
    });
    const [header = [], ...body] = rows;
    const quoted = [header, ...body.reverse()].map((row) =>
      row.map((text) => `"${text.replaceAll('"', '""')}"`),
    );
    for (const delimiter of [',', ';', '\t']) {
      for (const lineEnd of ['\r\n', '\n', '\r']) {
        const text = quoted.map((row) => row.join(delimiter)).join(lineEnd);
        const { items } = readCodings([{ file: 'a.csv', text }], KEY, 'unit');
        expect(items).toHaveLength(ITEMS.length);
        expect(items.every(({ labels }) => labels[0] === 'skeptical')).toBe(true);
      }
    }
  });

  it('reads a text that lost its apostrophe or its end in a spreadsheet', () => {
    const items = drawSample(
      [candidate(1, { text: '-- said nothing' }), candidate(2, { text: 'word '.repeat(8000) })],
      { count: 2, by: [], seed: 1 },
    );
    const filled = sheet(
      'a.csv',
      (cells) => Object.assign(cells, { label: 'mixed', text: cells.text?.replace(/^'/, '') }),
      items,
    );
    const key = { file: 'key', text: sampleKey(items.map(keyed)) };
    expect(readCodings([filled], key, 'unit').items).toHaveLength(2);
  });

  it('uses a half-filled sheet as far as it goes, and counts', () => {
    const half = sheet('a.csv', (cells, at) => {
      if (at % 2 === 0) cells.label = 'neutral';
    });
    const { items, sheets, coders } = readCodings([half], KEY, 'unit');
    expect(items).toHaveLength(ITEMS.length / 2);
    expect(sheets[0]).toMatchObject({ items: ITEMS.length });
    expect(sheets[0]?.codings).toHaveLength(ITEMS.length / 2);
    expect(coders).toEqual(['a']);
  });

  it('takes coders from their column, one name for a sheet being enough', () => {
    const anna = sheet('1.csv', (cells, at) =>
      Object.assign(cells, { label: 'neutral', coder: at === 3 ? 'Anna' : '' }),
    );
    const ben = sheet('2.csv', allNeutral);
    expect(readCodings([anna, ben], KEY, 'unit').coders).toEqual(['Anna', '2']);
  });

  it('takes the British spelling', () => {
    const filled = sheet('a.csv', first({ label: 'Sceptical' }));
    expect(readCodings([filled], KEY, 'unit').items).toMatchObject([{ labels: ['skeptical'] }]);
  });

  it('names every row at fault at once', () => {
    const wrong = sheet('a.csv', (cells) => Object.assign(cells, { label: 'critical' }));
    expect(() => readCodings([wrong], KEY, 'unit')).toThrow(/row 2,.*row 11,.*and 10 more$/su);
  });

  it('keeps the notes beside the labels', () => {
    const filled = sheet('a.csv', first({ note: 'irony?' }));
    expect(readCodings([filled], KEY, 'unit').items).toMatchObject([
      { labels: ['neutral'], notes: ['irony?'] },
    ]);
  });

  it("reads the author's labels from their own column", () => {
    const filled = sheet('a.csv', first({ label: '', author_label: 'mixed' }));
    expect(readCodings([filled], KEY, 'author').items).toMatchObject([{ labels: ['mixed'] }]);
  });

  it.each<[string, { file: string; text: string }[], RegExp]>([
    [
      'an unknown label',
      [sheet('a.csv', first({ label: 'critical' }))],
      /a\.csv, row 2, column label: "critical" is no label/,
    ],
    [
      'an unknown item',
      [sheet('a.csv', first({ item_id: 'u9' }))],
      /a\.csv, row 2, column item_id: "u9" is not/,
    ],
    [
      'a changed text',
      [sheet('a.csv', first({ text: 'Other.' }))],
      /a\.csv, row 2, column text: the text is not/,
    ],
    [
      'one coder twice',
      [
        sheet('a.csv', first({ coder: 'Anna' })),
        sheet('b.csv', (cells) => Object.assign(cells, { label: 'neutral', coder: 'anna ' })),
      ],
      /b\.csv, row 2: "anna" has coded u\w+ already/,
    ],
    ['an empty sheet', [sheet('a.csv', () => undefined)], /a\.csv has nothing in the column label/],
    ['another file', [{ file: 'a.csv', text: 'name,age\nx,1\n' }], /a\.csv is no coding sheet/],
    ['nothing', [{ file: 'a.csv', text: '' }], /a\.csv is empty/],
    ['the key in place of a sheet', [KEY], /is a key, no coding sheet/],
    [
      'a sheet of another sample',
      [sheet('a.csv', allNeutral, drawSample([candidate(999)], { count: 1, by: [], seed: 1 }))],
      /belongs to another sample/,
    ],
    [
      'a label of nobody among several coders',
      [
        sheet('a.csv', (cells, at) =>
          Object.assign(cells, { label: 'neutral', coder: ['Anna', 'Ben'][at] ?? '' }),
        ),
      ],
      /a\.csv, row 4, column coder/,
    ],
  ])('refuses %s by file, row and column', (_, sheets, message) => {
    expect(() => readCodings(sheets, KEY, 'unit')).toThrow(message);
  });

  it('refuses a key that is none, or was changed', () => {
    const filled = sheet('a.csv', allNeutral);
    expect(() => readCodings([filled], filled, 'unit')).toThrow('is no key: it has no column article_id');
    const broken = { file: 'k', text: KEY.text.replace(/,0\.5,/, ',half,') };
    expect(() => readCodings([filled], broken, 'unit')).toThrow(/machine_confidence: "half" is no number/);
  });
});

describe('sheets that come in one after the other', () => {
  const key = new Map(ITEMS.map(keyed).map((item) => [item.itemId, item]));
  const read = (change: Cells) => readSheet(sheet('a.csv', first({ coder: 'Anna', ...change })), key);
  const earlier = read({ label: 'mixed' });
  const later = read({ label: 'neutral' });

  it('count as the latest says, where they may', () => {
    expect(joinCodings([earlier, later], key, 'unit').items).toMatchObject([{ labels: ['neutral'] }]);
    expect(joinCodings([later, earlier], key, 'unit').items).toMatchObject([{ labels: ['mixed'] }]);
  });

  it('leave what an empty row does not say', () => {
    const silent = read({ label: '', author_label: 'neutral' });
    expect(joinCodings([earlier, silent], key, 'unit').items).toMatchObject([{ labels: ['mixed'] }]);
  });

  it('are told from what was there before', () => {
    const known = { sheets: [earlier, later], hint: 'Check the box' };
    expect(() => requireCodedOnce([later], known)).toThrow('"Anna" has coded');
    expect(() => requireCodedOnce([read({ coder: 'Ben' })], known)).not.toThrow();
  });
});

describe('sheetText', () => {
  it('says of a workbook how to save it', () => {
    const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 20]);
    expect(() => sheetText('sheet.xlsx', bytes)).toThrow('sheet.xlsx is a workbook');
  });

  it.each(['utf8', 'utf16le', 'latin1'] as const)('reads what a spreadsheet saves as %s', (encoding) => {
    const text = encoding === 'latin1' ? 'é' : '\uFEFFé – 😀';
    expect(sheetText('a.csv', Buffer.from(text, encoding)).replace('\uFEFF', '')).toBe(
      text.replace('\uFEFF', ''),
    );
  });
});

describe('a sheet for one coder', () => {
  it('has the name in its first row, which is enough to read it back', () => {
    const text = codingSheet(ITEMS, { isBlind: true, coder: '=Anna' });
    const rows: Cells[] = parse(text, { bom: true, columns: true });
    expect(rows.map(({ coder }) => coder).filter(Boolean)).toEqual(["'=Anna"]);
    expect(coderId("'=Anna")).toBe(coderId(' =anna'));
  });
});

describe('isSheet', () => {
  it('knows a sheet by its header', () => {
    expect(isSheet(codingSheet(ITEMS, { isBlind: true }))).toBe(true);
    expect(isSheet('"item_id";"text"')).toBe(true);
    expect(isSheet('{"id":"item_id, no"}')).toBe(false);
  });
});

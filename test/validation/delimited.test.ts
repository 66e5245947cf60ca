import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toCsv } from '../../analysis/report/index.js';
import { readDelimited } from '../../analysis/validation/index.js';

const cell = fc
  .array(fc.constantFrom('a', 'ß', ',', ';', '\t', '"', '\n', '\r\n', ' ', '=', "'", '😀'), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** Tables whose header tells the delimiter, as a sheet's does. */
const tables = fc
  .array(fc.tuple(cell, cell, cell), { maxLength: 6 })
  .map((rows) => [['item_id', 'text', 'label'], ...rows]);

function cellsOf(text: string): string[][] {
  return readDelimited(text).map(({ cells }) => [...cells]);
}

describe('readDelimited', () => {
  it('reads what toCsv wrote', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const kept = table.filter((row) => row.some((text) => text.trim() !== ''));
        expect(cellsOf(toCsv(table))).toEqual(kept);
      }),
    );
  });

  it('reads tables with any delimiter, line end and mark', () => {
    const ways = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
      mark: fc.constantFrom('', '\uFEFF'),
    });
    fc.assert(
      fc.property(tables, ways, (table, { delimiter, lineEnd, mark }) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const [header = [], ...rows] = table;
        const lines = [header, ...rows.map((row) => row.map(quote))].map((row) => row.join(delimiter));
        const text = mark + lines.join(lineEnd);
        expect(cellsOf(text)).toEqual(table.filter((row) => row.some((value) => value.trim() !== '')));
      }),
    );
  });

  it('counts rows as a spreadsheet does: breaks inside a cell do not count, blank rows do', () => {
    const text = 'item_id,label\n"u1\nand more",x\n,\n\nu2,y\n';
    expect(readDelimited(text).map(({ number }) => number)).toEqual([1, 2, 5]);
  });

  it('keeps quotation marks inside a bare cell', () => {
    expect(cellsOf('a,b\n5" gun,c')).toEqual([
      ['a', 'b'],
      ['5" gun', 'c'],
    ]);
  });

  it('names the row of a quotation mark that is never closed', () => {
    expect(() => readDelimited('a,b\nc,"d\ne,f')).toThrow('Row 2: a quotation mark is opened');
  });

  it('names a row and a table that are larger than any sheet', () => {
    expect(() => readDelimited(`a,b\n\nc,${'x'.repeat(5_000_000)}`)).toThrow('Row 3 is longer than');
    expect(() => readDelimited('a\n'.repeat(100_001))).toThrow('more than 100,000 rows');
    expect(readDelimited('\n'.repeat(3_000_000))).toEqual([]);
  });
});

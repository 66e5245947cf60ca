import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  COLUMNS,
  csvHeader,
  csvRows,
  excelText,
  LEVELS,
  type Level,
  rowsOf,
  runId,
  toCsv,
} from '../../analysis/report/index.js';
import { RESULT } from './sample.js';

type Row = Record<string, string>;

function read(level: Level, variant: 'raw' | 'excel' = 'raw', result = RESULT): Row[] {
  const file = csvHeader(level, variant) + csvRows(rowsOf(result), level, variant);
  return parse(file, { columns: true, bom: variant === 'excel', record_delimiter: '\r\n' }) as Row[];
}

function first(rows: Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('no row');
  return row;
}

describe('csv', () => {
  it('has as many rows as the level has things', () => {
    expect(LEVELS.map((level) => read(level).length)).toEqual([1, 5, 6, 4]);
  });

  it('names article, target and run in every row of every level', () => {
    for (const level of LEVELS) {
      for (const row of read(level)) {
        expect(row).toMatchObject({
          article_id: RESULT.articleId,
          target: 'ferry-line',
          run_id: runId(RESULT.provenance),
        });
      }
    }
  });

  it('comes back with every value as it was written', () => {
    const rows = rowsOf(RESULT);
    for (const [index, row] of read('paragraphs').entries()) {
      const record = rows.paragraphs[index];
      expect(row.text).toBe(record?.unit.text);
      expect(row.score).toBe(record?.unit.stance.score === null ? '' : String(record?.unit.stance.score));
    }
    expect(first(read('articles')).text).toBe(RESULT.text);
  });

  it('writes missing values as nothing and logical values in capitals', () => {
    const unrelated = read('paragraphs').at(-1);
    expect(unrelated).toMatchObject({
      label: 'unrelated',
      score: '',
      logit: '',
      remainder: '',
      dimensions: '',
    });
    expect(first(read('articles'))).toMatchObject({
      scored: 'TRUE',
      not_scored_reason: '',
      dateline_agency: '',
    });
  });

  it('joins lists by semicolons, of which there are none inside an item', () => {
    expect(first(read('articles')).keywords).toBe('ferry, boats;harbor');
  });

  it('lets offsets in code points cut the same words out of the text', () => {
    const article = first(read('articles'));
    for (const row of read('evidence')) {
      const text = Array.from(row.paragraph === '0' ? (article.title ?? '') : (article.text ?? ''));
      expect(text.slice(Number(row.start_cp), Number(row.end_cp)).join('')).toBe(row.text);
    }
  });

  it('lets the weights of the evidence and the remainder add up to the logit', () => {
    const evidence = read('evidence');
    for (const row of read('paragraphs').filter(({ logit }) => logit !== '')) {
      const own = evidence.filter(({ paragraph }) => paragraph === row.paragraph);
      const sum = own.reduce((total, { weight }) => total + Number(weight), Number(row.remainder));
      expect(sum).toBeCloseTo(Number(row.logit), 6);
    }
  });

  it('says what each voice says, without the words of others', () => {
    const spoken = read('voices').map(({ voice, paragraph, spoken: words }) => [paragraph, voice, words]);
    expect(spoken).toContainEqual(['1', 'mara-lind', 'a triumph']);
    expect(spoken).toContainEqual(['1', 'author', '🚢 The ferry is “ … ”, Mara Lind said on Monday.']);
  });

  it('ends records as RFC 4180 says', () => {
    const file = csvHeader('evidence') + csvRows(rowsOf(RESULT), 'evidence');
    expect(file.split('\r\n')).toHaveLength(6);
    expect(file.startsWith('article_id,')).toBe(true);
  });

  it('brings back any text', () => {
    const cells = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(cells, (rows) => {
        expect(parse(toCsv(rows), { record_delimiter: '\r\n' })).toEqual(rows);
      }),
    );
  });

  it('quotes a text that holds a single line feed, for readers that take any line end', () => {
    expect(toCsv([['a\nb', 'c\rd', 'e']])).toBe('"a\nb","c\rd",e\r\n');
  });
});

describe('csv for Excel', () => {
  it('begins with a byte order mark and makes formulas text, but leaves numbers alone', () => {
    expect(csvHeader('articles', 'excel').startsWith('\uFEFF')).toBe(true);
    expect(first(read('articles', 'excel')).byline).toBe("'=Ann Berg");
    expect(read('paragraphs', 'excel').map(({ score }) => score)).toContain('-0.2');
    expect(first(read('articles')).byline).toBe('=Ann Berg');
  });

  it('never begins a cell with what starts a formula, and loses nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a', '"', "'"),
        fc.string(),
        (start, rest) => {
          const safe = excelText(start + rest);
          expect(safe).not.toMatch(/^[=+\-@\t\r]/);
          expect([start + rest, `'${start}${rest}`]).toContain(safe);
        },
      ),
    );
  });

  it('cuts what a cell cannot hold, between characters', () => {
    const cut = excelText('🚢'.repeat(20_000));
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(cut.endsWith('🚢…')).toBe(true);
  });
});

describe('columns', () => {
  it.each(LEVELS)('of %s have unique tidy names, descriptions and values', (level) => {
    const names = COLUMNS[level].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, description, values } of COLUMNS[level]) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      expect(description).toMatch(/\.$/);
      expect(values).not.toBe('');
    }
  });

  it('hold what their type says', () => {
    const rows = rowsOf(RESULT);
    const checks: Record<string, RegExp> = {
      integer: /^(\d+)?$/,
      number: /^(-?\d+(\.\d+)?(e-?\d+)?)?$/,
      logical: /^(TRUE|FALSE)$/,
      date: /^(\d{4}-\d{2}-\d{2})?$/,
      category: /^[a-z]*$/,
    };
    for (const level of LEVELS) {
      const file = parse(csvHeader(level) + csvRows(rows, level), { columns: true }) as Row[];
      for (const { name, type } of COLUMNS[level]) {
        for (const row of file) expect(row[name]).toMatch(checks[type] ?? /^/);
      }
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FAMILIES } from '../../analysis/resources/lexicon.js';
import { parseTable } from '../../analysis/resources/table.js';

const HEADER = 'term\tdevice\tfactor\tnote';

function parse(...lines: string[]) {
  return parseTable([HEADER, ...lines, ''].join('\n'), FAMILIES.modifiers, 'lexicons/modifiers.tsv');
}

describe('parseTable', () => {
  it('reads rows in order, frozen, and skips comments and empty lines', () => {
    const { rows, problems } = parse('# why', '', 'never\tnegator\t-0.8\t', 'very\tintensifier\t1.5\tx');
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { term: 'never', device: 'negator', factor: -0.8, note: '' },
      { term: 'very', device: 'intensifier', factor: 1.5, note: 'x' },
    ]);
    expect(rows.every((row) => Object.isFrozen(row))).toBe(true);
  });

  it('takes a byte order mark and carriage returns', () => {
    const text = `\uFEFF${HEADER}\r\nnever\tnegator\t-0.8\t\r\n`;
    expect(parseTable(text, FAMILIES.modifiers, 'x').rows).toEqual(parse('never\tnegator\t-0.8\t').rows);
  });

  it.each([
    ['a value out of bounds', 'never\tnegator\t-8\t', 'factor is "-8"', 'a number from -1 to 2'],
    ['no number', 'never\tnegator\t0,5\t', 'factor is "0,5"', 'a number from -1 to 2'],
    ['an empty number', 'never\tnegator\t\t', 'factor is ""', 'a number from -1 to 2'],
    ['an unknown word', 'never\tnegation\t-0.8\t', 'device is "negation"', 'negator, hedge, doubt'],
    ['an empty term', '\tnegator\t-0.8\t', 'term is ""', 'lower case'],
    ['capitals', 'Never\tnegator\t-0.8\t', 'term is "Never"', 'lower case'],
    ['blanks at the end', 'never \tnegator\t-0.8\t', 'term is "never "', 'none at its ends'],
    ['two blanks', 'no  longer\tnegator\t-0.8\t', 'term is "no  longer"', 'single blanks'],
    ['a missing column', 'never\tnegator\t-0.8', 'the row has 3 columns', '4 columns'],
    ['a column too many', 'never\tnegator\t-0.8\t\t', 'the row has 5 columns', '4 columns'],
  ])('reports %s with its line', (_, line, problem, allowed) => {
    const { rows, problems } = parse('also\tcontrast\t1\t', line, 'so\tintensifier\t1\t');
    expect(rows.map((row) => row.term)).toEqual(['also', 'so']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'lexicons/modifiers.tsv', line: 3 });
    expect(problems[0]?.problem).toContain(problem);
    expect(problems[0]?.allowed).toContain(allowed);
  });

  it('reports every cell of a row that is wrong', () => {
    expect(parse('Never\tx\t9\t').problems.map(({ line }) => line)).toEqual([2, 2, 2]);
  });

  it('reports a wrong header and reads nothing', () => {
    const { rows, problems } = parseTable('term\tnote\nnever\t\n', FAMILIES.modifiers, 'x');
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ line: 1 }]);
  });

  it('reports text that is not UTF-8', () => {
    const bytes = Buffer.from(`${HEADER}\nd\xE9marche\tnegator\t0\t\n`, 'latin1');
    expect(parseTable(bytes.toString('utf8'), FAMILIES.modifiers, 'x').problems).toMatchObject([
      { line: 2, problem: 'the text is not UTF-8' },
    ]);
  });

  it('keeps the first of two rows with the same key and names both lines', () => {
    const { rows, problems } = parse(
      'never\tnegator\t-0.8\t',
      'a bit\tminimizer\t0.5\t',
      'never\thedge\t0.5\t',
    );
    expect(rows.map((row) => row.device)).toEqual(['negator', 'minimizer']);
    expect(problems).toMatchObject([{ line: 4, problem: '"never" stands already in line 2' }]);
  });

  it('takes a term twice where the part of speech differs', () => {
    const header = Object.keys(FAMILIES.words).join('\t');
    const rows = ['noun', 'adj'].map((pos) => `criminal\t${pos}\t-1\t-1\t3\tlegality\tnone\t`);
    expect(parseTable([header, ...rows].join('\n'), FAMILIES.words, 'x').problems).toEqual([]);
  });

  it('reads back whatever rows are written, and notices doubles wherever they stand', () => {
    const term = fc.stringMatching(/^[a-z]{1,3}( [a-z]{1,3})?$/);
    const factor = fc.integer({ min: -100, max: 200 }).map((value) => value / 100);
    const row = fc.record({ term, device: fc.constantFrom('negator', 'hedge', 'doubt'), factor, note: term });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const table = parse(...rows.map((entry) => Object.values(entry).join('\t')));
        const firsts = rows.filter(
          (entry, index) => rows.findIndex(({ term }) => term === entry.term) === index,
        );
        expect(table.rows).toEqual(firsts);
        expect(table.problems).toHaveLength(rows.length - firsts.length);
      }),
    );
  });
});

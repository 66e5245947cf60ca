import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Label } from '../../analysis/article/index.js';
import { csvTable } from '../../analysis/report/index.js';
import {
  CODING_COLUMNS,
  type Codings,
  codedParagraphs,
  codingRows,
  keyed,
} from '../../analysis/validation/index.js';
import { candidate } from './candidates.js';

/** What the program and two coders say of paragraphs, in turn. */
function codings(
  ...said: readonly (readonly [machine: Label, confidence: number, Label | null, Label | null])[]
): Codings {
  const items = said.map(([label, confidence, ...labels], number) => {
    const { machine, ...item } = candidate(number, { label });
    const drawn = { stratum: 'all', population: said.length, sampled: said.length, weight: 1 };
    return {
      ...keyed({ ...item, machine: { ...machine, confidence }, ...drawn }),
      labels,
      notes: ['=why', ''],
    };
  });
  return { coders: ['Anna', 'Ben'], items, key: new Map(), sheets: [] };
}

describe('codedParagraphs', () => {
  it('tells who differs from whom', () => {
    const [first, second, third] = codedParagraphs(
      codings(
        ['neutral', 0.9, 'neutral', null],
        ['neutral', 0.8, 'mixed', 'mixed'],
        ['neutral', 0.7, 'mixed', 'neutral'],
      ),
      'unit',
    );
    expect(first).toMatchObject({ codersDiffer: false, programDiffers: false, majority: 'neutral' });
    expect(second).toMatchObject({ codersDiffer: false, programDiffers: true, majority: 'mixed' });
    expect(third).toMatchObject({ codersDiffer: true, programDiffers: false, majority: null });
  });

  it('begins with opposites, then goes by confidence', () => {
    const ordered = codedParagraphs(
      codings(
        ['neutral', 0.9, 'mixed', null],
        ['neutral', 0.5, 'supportive', 'skeptical'],
        ['skeptical', 0.4, 'supportive', null],
      ),
      'unit',
    );
    expect(ordered.map(({ item }) => item.itemId)).toEqual(['u1', 'u2', 'u0']);
  });

  it('is a table with a row for each coding', () => {
    const rows = codingRows(codedParagraphs(codings(['neutral', 0.9, 'mixed', 'neutral']), 'unit'));
    const read: Record<string, string>[] = parse(csvTable(CODING_COLUMNS, rows, 'excel'), {
      bom: true,
      columns: true,
    });
    expect(read).toMatchObject([
      {
        coder: 'Anna',
        label: 'mixed',
        note: "'=why",
        majority_label: '',
        coders_differ: 'TRUE',
        program_differs: 'FALSE',
      },
      { coder: 'Ben', label: 'neutral', note: '', machine_label: 'neutral' },
    ]);
  });
});

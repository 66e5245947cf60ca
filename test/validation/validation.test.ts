import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LABELS, type Label } from '../../analysis/article/index.js';
import {
  type Codings,
  VALIDATION_COLUMNS,
  validate,
  validationRows,
  validationTable,
} from '../../analysis/validation/index.js';

const BOOTSTRAP = { rounds: 50, seed: 1, level: 0.95 };

type Labels = readonly (Label | null)[];

/** What a test says of an item: the program's label, those of the coders, and its stratum. */
interface Said {
  readonly machine: Label;
  readonly labels: Labels;
  readonly stratum?: string;
  readonly population?: number;
}

function codings(said: readonly Said[], coders: readonly string[] = ['Anna', 'Ben']): Codings {
  const items = said.map(({ machine, labels, stratum = 'all', population = said.length }, number) => ({
    itemId: `u${number}`,
    articleId: `a${Math.floor(number / 2)}`,
    runId: 'run',
    ordinal: 1,
    stratum,
    population,
    textHash: '',
    machine: { label: machine, score: null, confidence: 0.5, authorLabel: machine, authorScore: null },
    labels,
    notes: labels.map(() => ''),
  }));
  return { coders, items, key: new Map(items.map((item) => [item.itemId, item])), sheets: [] };
}

function validated(said: readonly Said[], coders?: readonly string[]) {
  return validate(codings(said, coders), 'unit', BOOTSTRAP);
}

describe('validate', () => {
  it('finds full agreement where all say the same', () => {
    const said = [...LABELS, ...LABELS].map((label) => ({ machine: label, labels: [label, label] }));
    const { agreement, comparisons, verdicts } = validated(said);
    expect(agreement).toMatchObject({ items: 10, label: { value: 1 }, percent: { value: 1 } });
    expect(agreement?.pairs).toEqual([{ first: 'Anna', second: 'Ben', items: 10, percent: 1, alpha: 1 }]);
    expect(comparisons.map(({ coder }) => coder)).toEqual([null, 'Anna', 'Ben']);
    for (const { five } of comparisons) expect(five.macroF1).toMatchObject({ value: 1 });
    expect(verdicts.every(({ trust }) => trust === 'too-few')).toBe(true);
  });

  it('leaves ties out of the majority and says how many', () => {
    const { comparisons } = validated([
      { machine: 'neutral', labels: ['neutral', 'skeptical'] },
      { machine: 'neutral', labels: ['neutral', null] },
      { machine: 'mixed', labels: ['mixed', 'mixed'] },
    ]);
    expect(comparisons[0]).toMatchObject({ coder: null, items: 2, ties: 1 });
    expect(comparisons[2]).toMatchObject({ coder: 'Ben', items: 2, ties: 0 });
  });

  it('weights items by what they stand for, a stratum half coded too', () => {
    const { comparisons } = validated(
      [
        { machine: 'skeptical', labels: ['skeptical'], stratum: 'rare', population: 10 },
        { machine: 'neutral', labels: ['skeptical'], stratum: 'frequent', population: 90 },
      ],
      ['Anna'],
    );
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0]?.population).toBe(100);
    expect(comparisons[0]?.five.accuracy.value).toBeCloseTo(0.1, 9);
    const skeptical = comparisons[0]?.five.classes.find(({ value }) => value === 'skeptical');
    expect(skeptical?.recall.value).toBeCloseTo(0.1, 9);
    expect(skeptical?.precision.value).toBe(1);
  });

  it('has weights that sum to the population in every comparison', () => {
    const label = fc.constantFrom(...LABELS);
    const item = fc.record({ machine: label, labels: fc.tuple(label, label, label), stratum: label });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 30 }), (given) => {
        const said = given.map((one) => ({ ...one, population: 40 }));
        const { comparisons } = validate(codings(said, ['A', 'B', 'C']), 'unit', { ...BOOTSTRAP, rounds: 2 });
        const strata = new Set(said.map(({ stratum }) => stratum)).size;
        const cells = comparisons[1]?.five.confusion.flat() ?? [];
        expect(cells.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(40 * strata, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('takes direction over related items only, mixed as neutral', () => {
    const { agreement } = validated([
      { machine: 'neutral', labels: ['unrelated', 'supportive'] },
      { machine: 'neutral', labels: ['mixed', 'neutral'] },
      { machine: 'neutral', labels: ['skeptical', 'skeptical'] },
    ]);
    expect(agreement?.direction.value).toBe(1);
    expect(agreement?.label.value).toBeLessThan(0.5);
  });

  it('says in words which label to distrust, and what it is taken for', () => {
    const said: Said[] = [
      ...Array.from({ length: 20 }, (): Said => ({ machine: 'neutral', labels: ['mixed', 'mixed'] })),
      ...Array.from(
        { length: 40 },
        (): Said => ({ machine: 'skeptical', labels: ['skeptical', 'skeptical'] }),
      ),
    ];
    const { verdicts } = validated(said);
    const of = (label: Label) => verdicts.find((verdict) => verdict.label === label);
    expect(of('skeptical')).toMatchObject({ trust: 'usable' });
    expect(of('mixed')).toMatchObject({ trust: 'distrust' });
    expect(of('mixed')?.reason).toContain('finds 0% (0 to 0), and mostly calls the rest neutral');
    expect(of('supportive')).toMatchObject({ trust: 'too-few' });
  });

  it('warns where coders do not agree, or where nothing was coded twice', () => {
    const apart: Said[] = [
      { machine: 'neutral', labels: ['mixed', 'neutral'] },
      { machine: 'neutral', labels: ['neutral', 'mixed'] },
    ];
    expect(validated(apart).cautions.join()).toContain('Coders agree too little');
    const alone = validated([{ machine: 'neutral', labels: ['neutral'] }], ['Anna']);
    expect(alone.agreement).toBeNull();
    expect(alone.cautions.join()).toContain('No paragraph was coded by two people');
  });
});

describe('a validation as table and rows', () => {
  const validation = validated([
    { machine: 'neutral', labels: ['neutral', 'skeptical'] },
    { machine: 'mixed', labels: ['mixed', 'mixed'] },
  ]);

  it('shows ties, agreement and trust', () => {
    const table = validationTable(validation);
    expect(table).toContain('1 left out, as coders are tied');
    expect(table).toContain('Anna and Ben: 2 paragraphs, same label 50.0%');
    expect(table).toContain('Which labels to trust');
    expect(table).not.toContain('NaN');
  });

  it('has only known columns in its rows, and no figure that is none', () => {
    const names = VALIDATION_COLUMNS.map(({ name }) => name);
    for (const row of validationRows(validation)) {
      for (const [name, value] of Object.entries(row)) {
        expect(names).toContain(name);
        expect(value).not.toBeNaN();
      }
    }
  });
});

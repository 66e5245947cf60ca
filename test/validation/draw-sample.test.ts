import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  drawnStrata,
  drawSample,
  populationOf,
  STRATIFIERS,
  strataNotes,
} from '../../analysis/validation/index.js';
import { SAMPLE_STRATIFIERS } from '../../server/cli/options.js';
import { candidate, library } from './candidates.js';

const OPTIONS = { count: 60, by: STRATIFIERS, seed: 1 };

describe('drawSample', () => {
  it('is offered on the command line by the same strata', () => {
    expect(SAMPLE_STRATIFIERS).toEqual(STRATIFIERS);
  });

  it('is the same for a seed, in whatever order articles were read and however often', () => {
    const read = library(400);
    const again = [...read].reverse().concat(read.slice(0, 50));
    expect(drawSample(again, OPTIONS)).toEqual(drawSample(read, OPTIONS));
  });

  it('is another for another seed', () => {
    const ids = (seed: number) => drawSample(library(400), { ...OPTIONS, seed }).map(({ itemId }) => itemId);
    expect(ids(2)).not.toEqual(ids(1));
  });

  it('has as many items as asked for, each once, whose weights sum to the population', () => {
    const inputs = fc.record({
      size: fc.integer({ min: 20, max: 300 }),
      count: fc.integer({ min: 15, max: 300 }),
      seed: fc.nat(),
      by: fc.subarray([...STRATIFIERS]),
    });
    fc.assert(
      fc.property(inputs, ({ size, count, seed, by }) => {
        const items = drawSample(library(size), { count, seed, by });
        expect(items).toHaveLength(Math.min(count, size));
        expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(items.length);
        expect(items.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(size, 6);
        for (const { stratum, sampled } of items)
          expect(items.filter((other) => other.stratum === stratum)).toHaveLength(sampled);
      }),
      { numRuns: 40 },
    );
  });

  it('takes a fifth from what the program calls unrelated, even where that is most of the library', () => {
    const read = Array.from({ length: 500 }, (_, number) =>
      candidate(number, { label: number % 10 === 0 ? 'skeptical' : 'unrelated' }),
    );
    for (const by of [STRATIFIERS, []]) {
      const items = drawSample(read, { ...OPTIONS, count: 50, by });
      expect(items.filter(({ machine }) => machine.label === 'unrelated')).toHaveLength(10);
    }
  });

  it('takes all of a small library', () => {
    const items = drawSample(library(7), { ...OPTIONS, by: [] });
    expect(items).toHaveLength(7);
    expect(items.every(({ weight }) => weight === 1)).toBe(true);
  });

  it('does not leave the items in the order of their strata', () => {
    const strata = drawSample(library(400), OPTIONS).map(({ stratum }) => stratum);
    expect(strata).not.toEqual([...strata].sort());
  });

  it('puts outlets together that are too small for the sample, never labels', () => {
    const read = Array.from({ length: 300 }, (_, number) =>
      candidate(number, {
        label: number % 3 === 0 ? 'unrelated' : number % 2 === 0 ? 'skeptical' : 'neutral',
        outlet: number < 100 ? 'The Daily Planet' : `Outlet ${number}`,
      }),
    );
    const items = drawSample(read, { ...OPTIONS, count: 40 });
    expect(items).toHaveLength(40);
    const strata = drawnStrata(items);
    expect(strata.length).toBeLessThanOrEqual(20);
    expect(strata.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'neutral, The Daily Planet',
        'neutral, other outlets',
        'skeptical, other outlets',
        'unrelated, other outlets',
      ]),
    );
    expect(populationOf(items)).toBe(300);
    expect(items.filter(({ machine }) => machine.label === 'unrelated')).toHaveLength(8);
    expect(strataNotes(strata).join()).toContain('stand together');
  });

  it('keeps an outlet apart from none that is called as they are', () => {
    const read = Array.from({ length: 40 }, (_, number) =>
      candidate(number, { outlet: number < 20 ? 'other outlets' : `Outlet ${number}` }),
    );
    const strata = drawnStrata(drawSample(read, { ...OPTIONS, count: 10 }));
    expect(strata.find(({ name }) => name === 'neutral, other outlets')?.population).toBeGreaterThan(20);
    expect(strata.reduce((sum, { population }) => sum + population, 0)).toBe(40);
  });

  it('takes small strata whole and says so', () => {
    const read = [...Array(100).keys()].map((number) =>
      candidate(number, { label: number < 2 ? 'mixed' : 'neutral' }),
    );
    const strata = drawnStrata(drawSample(read, { ...OPTIONS, count: 20, by: ['label'] }));
    expect(strata).toContainEqual({ name: 'mixed', population: 2, sampled: 2 });
    expect(strataNotes(strata)).toEqual([
      '1 of 2 strata hold no more paragraphs than were drawn: taken whole',
    ]);
    expect(strataNotes([{ name: 'neutral', population: 9, sampled: 2 }])).toEqual([]);
  });

  it('says how large a sample must be where labels are too many', () => {
    expect(() => drawSample(library(400), { ...OPTIONS, count: 2 })).toThrow('each of 3 labels');
    expect(() => drawSample([], OPTIONS)).toThrow('no scored paragraph');
  });
});

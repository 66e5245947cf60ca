import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  bySpan,
  contains,
  mergeSpans,
  overlapLength,
  overlaps,
  shift,
  textOf,
  trimSpan,
} from '../../analysis/article/index.js';

const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }));

describe('spans', () => {
  it('cover the words between start and end', () => {
    expect(textOf('the coalition', { start: 4, end: 13 })).toBe('coalition');
  });

  it('contain themselves and what lies inside', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && b.end > b.start) expect(overlapLength(a, b)).toBe(b.end - b.start);
      }),
    );
  });

  it('overlap exactly when they share code units', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const nonEmpty = a.end > a.start && b.end > b.start;
        if (nonEmpty) expect(overlaps(a, b)).toBe(overlapLength(a, b) > 0);
      }),
    );
  });

  it('shift forth and back to themselves', () => {
    fc.assert(fc.property(span, fc.nat(100), (a, by) => expect(shift(shift(a, by), -by)).toEqual(a)));
  });

  it('merge into ordered spans that neither overlap nor touch and cover the same code units', () => {
    const covered = (spans: readonly { start: number; end: number }[]) =>
      new Set(spans.flatMap((one) => Array.from({ length: one.end - one.start }, (_, at) => one.start + at)));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const merged = mergeSpans(spans);
        expect(covered(merged)).toEqual(covered(spans));
        merged.slice(1).forEach((next, at) => {
          expect(next.start).toBeGreaterThan(merged[at]?.end ?? Number.POSITIVE_INFINITY);
        });
      }),
    );
  });

  it('sort by start, the enclosing one first', () => {
    const spans = [
      { start: 3, end: 4 },
      { start: 0, end: 2 },
      { start: 0, end: 9 },
    ];
    expect([...spans].sort(bySpan)).toEqual([
      { start: 0, end: 9 },
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ]);
  });

  it('lose white space at both ends only', () => {
    expect(trimSpan('  a b \n', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 });
    expect(trimSpan('   ', { start: 0, end: 3 })).toEqual({ start: 3, end: 3 });
  });
});

import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  type Article,
  type Correction,
  InputError,
  placeVoices,
  type RecordedCorrection,
  type Result,
} from '../../analysis/article/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { correctArticle } from '../../analysis/reading/index.js';
import {
  csvRows,
  LEVELS,
  provenance,
  rowsOf,
  toReport,
  toResult,
  withCorrections,
} from '../../analysis/report/index.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { readArticle } from '../reading/read.js';
import { resultSchema } from '../report/contract.js';
import { checkLaws } from '../stance/check-laws.js';

jest.setTimeout(60_000);

const resources = loadResources();
const target = resolveTarget('coalition', resources);

const PAGE = `Listen Live
Coalition raids draw doubts

BAGHDAD, December 3 (Wire) - The US-led coalition has failed to reduce the damage, Riad Haddad said on Monday.

READ MORE: What the raids cost

John Kerry praised the efficient airstrikes. Officials have voiced doubts about the coalition.

The weather was fine in Baghdad, and the markets were open until late in the evening.

Add a comment
`;

let asRead: Article;
beforeAll(async () => {
  asRead = await readArticle(PAGE);
});

/** What a library does with an article and its corrections, from the text to the result. */
function analyze(corrections: readonly Correction[]): Result {
  const corrected = correctArticle(asRead, corrections);
  const annotated = annotate(corrected.article, resources, placeVoices(corrections, corrected.places));
  const scoring = score(annotated, target, resources);
  checkLaws(scoring, annotated.body);
  const made = provenance(resources, { target }, corrections);
  const result = toResult(annotated, scoring, made);
  const recorded = corrections.map((correction, at) => record(correction, at));
  return withCorrections(result, { asRead, recorded, corrected, target: 'coalition' });
}

function record(correction: Correction, at: number): RecordedCorrection {
  const id = `c${at}`;
  const when = '2026-01-02T03:04:05.000Z';
  const nobody = { revertedAt: null, revertedBy: null };
  return { id, correction, machine: null, reason: 'checked', coder: 'Ana', at: when, ...nobody };
}

/** Every kind, with values that fit the page. */
const correction = fc.oneof(
  fc.record({
    kind: fc.constant('set-metadata' as const),
    field: fc.constantFrom('title' as const, 'outlet' as const, 'byline' as const),
    value: fc.constantFrom(null, 'Kerry says the coalition is a success', 'Coast <b>Herald</b>'),
  }),
  fc.constantFrom<Correction>(
    { kind: 'drop-passage', passage: 'u1' },
    { kind: 'drop-passage', passage: 'u3' },
    { kind: 'restore-dropped', index: 0 },
    { kind: 'restore-dropped', index: 1 },
    { kind: 'split-passage', passage: 'u2', offset: 44 },
    { kind: 'merge-passage', passage: 'u2', offset: 0 },
    { kind: 'merge-passage', passage: 'u2', offset: 45 },
  ),
  fc.record({
    kind: fc.constant('set-voice' as const),
    passage: fc.constantFrom('u1' as const, 'u2' as const, 'h' as const),
    offset: fc.constant(0),
    from: fc.constantFrom('riad-haddad', 'john-kerry', 'author'),
    to: fc.constant({ id: 'ann-berg', name: 'Ann Berg', kind: 'named' as const }),
  }),
  fc.record({
    kind: fc.constant('set-label' as const),
    target: fc.constantFrom('coalition', 'nato'),
    passage: fc.constantFrom('u1' as const, 'u2' as const, 'u3' as const, 'h' as const),
    offset: fc.constantFrom(0, 45),
    voice: fc.constantFrom(null, 'author', 'ann-berg', 'riad-haddad'),
    label: fc.constantFrom(
      'supportive' as const,
      'skeptical' as const,
      'mixed' as const,
      'unrelated' as const,
    ),
  }),
);

describe('an article on its way from corrections to a result and back', () => {
  it('has passages to put back and units to correct', () => {
    expect(asRead.units).toHaveLength(3);
    expect(asRead.dropped.filter(({ position }) => position !== undefined).length).toBeGreaterThan(1);
  });

  it('keeps the contract and the laws, and comes back byte for byte', () => {
    const before = JSON.stringify(analyze([]));
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 6 }), (corrections) => {
        const result = resultOf(corrections);
        if (!result) return;
        expect(resultSchema.parse(result)).toEqual(result);
        expect(result.articleId).toBe(asRead.id);
        const rows = rowsOf(result);
        for (const level of LEVELS) csvRows(rows, level);
        for (const { cards, side } of toReport(result, target).columns) {
          for (const { label } of cards) expect([side, 'mixed']).toContain(label.label);
        }
        expect(JSON.stringify(analyze([]))).toBe(before);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same whatever the order of its corrections, but for their list', () => {
    const shuffled = fc
      .array(correction, { maxLength: 6 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([one, two]) => {
        const [first, second] = [resultOf(onePerSubject(one)), resultOf(onePerSubject(one, two))];
        expect({ ...second, corrections: null }).toEqual({ ...first, corrections: null });
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing of the machine’s where only labels were given', () => {
    const { corrections, correctedStance, machine, ...result } = analyze([
      { kind: 'set-label', target: 'coalition', passage: 'u1', offset: 0, voice: null, label: 'supportive' },
    ]);
    const { stance, provenance: made, paragraphs } = analyze([]);
    expect(result.stance).toEqual(stance);
    expect(result.provenance).toEqual(made);
    expect(result.paragraphs.map((unit) => unit.stance)).toEqual(paragraphs.map((unit) => unit.stance));
    expect(correctedStance?.score).toBeGreaterThan(stance.score ?? 0);
  });
});

function resultOf(corrections: readonly Correction[]): Result | null {
  try {
    return analyze(corrections);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The first correction of each place in `all`, in the order of `inOrder`. */
function onePerSubject(all: readonly Correction[], inOrder = all): Correction[] {
  const subject = (one: Correction) => JSON.stringify({ ...one, value: 0, label: 0, to: 0 });
  const chosen = new Set(
    all.filter((one, at) => all.findIndex((other) => subject(other) === subject(one)) === at),
  );
  return inOrder.filter((one) => chosen.has(one));
}

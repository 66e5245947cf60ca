import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Scoring, Unit } from '../../../analysis/article/index.js';
import { annotate, score } from '../../../analysis/pipeline.js';
import { provenance } from '../../../analysis/report/index.js';
import { loadResources, type Resources, resolveTarget } from '../../../analysis/resources/index.js';
import { ADAPTATION_FILE, FEATURES } from '../../../analysis/stance/index.js';
import { articleOf } from '../made.js';

const resources = loadResources();
const target = resolveTarget('coalition', resources);

const CONFIDENCE = {
  labels: { supportive: 0, skeptical: 0, mixed: 0, neutral: 0, unrelated: 1 },
  slopes: { directional: 1, mixed: 1, neutral: 1 },
  sentences: 0,
};
const IDENTITY = {
  version: 1,
  about: { articles: 5, paragraphs: 30, l2: 30 },
  constant: [0, 0],
  features: { logit: [1, 0], evaluation: [0, 1] },
  mixed: true,
  confidence: CONFIDENCE,
};

/** The corpus with an adaptation laid over it. */
function withAdaptation(file: unknown): Resources {
  const bytes = Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
  return { ...resources, models: (name) => (name === ADAPTATION_FILE ? bytes : resources.models(name)) };
}

function scoreBoth(texts: readonly string[], file: unknown): { before: Scoring; after: Scoring } {
  const annotated = annotate(articleOf(texts), resources);
  return {
    before: score(annotated, target, resources),
    after: score(annotated, target, withAdaptation(file)),
  };
}

function evidenceSum({ evidence }: Unit): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

const TEXTS = [
  'The coalition won praise for its restraint.',
  'Rain fell on the city.',
  'The coalition has failed, critics said, and its raids killed civilians.',
  'The coalition met on Monday in Brussels.',
];

describe('an adaptation', () => {
  it('is not in the shipped corpus, which records none', () => {
    expect(resources.models(ADAPTATION_FILE)).toBeNull();
    expect(provenance(resources, { target }).models).not.toHaveProperty(ADAPTATION_FILE);
  });

  it('is recorded by hash where there is one', () => {
    const hash = (file: unknown) => provenance(withAdaptation(file), { target }).models[ADAPTATION_FILE];
    expect(hash(IDENTITY)).toMatch(/^[0-9a-f]{16}$/);
    expect(hash({ ...IDENTITY, mixed: false })).not.toBe(hash(IDENTITY));
  });

  it('that changes nothing leaves scores, evidence and voices as they are', () => {
    const { before, after } = scoreBoth(TEXTS, IDENTITY);
    for (const [at, unit] of before.paragraphs.entries()) {
      const other = after.paragraphs[at];
      expect(other?.evidence).toEqual(unit.evidence);
      expect(other?.voices).toEqual(unit.voices);
      expect(other?.authorStance.logit).toEqual(unit.authorStance.logit);
      if (unit.stance.score === null) expect(other?.stance.score).toBeNull();
      else expect(other?.stance.score).toBeCloseTo(unit.stance.score, 9);
    }
  });

  it('scales evidence, and shows in the remainder all that is not in words', () => {
    const file = { ...IDENTITY, constant: [0.7, 0], features: { ...IDENTITY.features, logit: [0.5, 0] } };
    const { before, after } = scoreBoth(TEXTS, file);
    const [first, last] = [before.paragraphs[0], after.paragraphs[0]];
    if (!first || !last) throw new Error('no paragraph');
    expect(evidenceSum(last)).toBeCloseTo(evidenceSum(first) / 2, 9);
    expect(last.stance.logit).toBeCloseTo((first.stance.logit ?? 0) / 2 + 0.7, 9);
    expect(last.stance.remainder).toBeCloseTo((first.stance.remainder ?? 0) / 2 + 0.7, 9);
    // The author's own words are scaled, and no more.
    expect(last.authorStance.logit).toBeCloseTo((first.authorStance.logit ?? 0) / 2, 9);
  });

  it('gives the likeliest label, and mixed only where coders did', () => {
    const loud = { ...IDENTITY, constant: [8, 4], mixed: false };
    const { after } = scoreBoth(TEXTS, loud);
    expect(after.paragraphs.map(({ stance }) => stance.label)).toEqual([
      'supportive',
      'unrelated',
      'supportive',
      'supportive',
    ]);
  });

  it('has evidence and remainder add up to the logit for any weights', () => {
    const weight = fc.tuple(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
    );
    const names = FEATURES.map(({ name }) => name);
    const text = fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 5 });
    const features = fc.array(weight, { minLength: names.length, maxLength: names.length });
    fc.assert(
      fc.property(
        text,
        features,
        weight,
        fc.double({ min: 0.05, max: 3, noNaN: true }),
        fc.boolean(),
        (texts, weights, constant, scale, mixed) => {
          const file = {
            ...IDENTITY,
            constant,
            mixed,
            features: {
              ...Object.fromEntries(names.map((name, at) => [name, weights[at]])),
              logit: [scale, 0],
            },
          };
          const annotated = annotate(articleOf(texts), resources);
          const scoring = score(annotated, target, withAdaptation(file));
          for (const unit of scoring.paragraphs) {
            if (unit.stance.logit === null) continue;
            expect(
              Math.abs(evidenceSum(unit) + (unit.stance.remainder ?? 0) - unit.stance.logit),
            ).toBeLessThan(1e-6);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['no JSON', '{'],
    ['another version', { ...IDENTITY, version: 99 }],
    ['no constant', { ...IDENTITY, constant: null }],
    ['a feature that is not known', { ...IDENTITY, features: { logit: [1, 0], moon: [1, 1] } }],
    ['a weight that is no number', { ...IDENTITY, features: { logit: [1, 'x'] } }],
    ['evidence turned round', { ...IDENTITY, features: { logit: [-1, 0] } }],
    ['no confidence', { ...IDENTITY, confidence: {} }],
  ])('is refused with the command that mends it: %s', (_, file) => {
    expect(() => scoreBoth(TEXTS, file)).toThrow(
      expect.objectContaining({ code: 'damaged-model', hint: expect.stringContaining('train codes') }),
    );
  });
});

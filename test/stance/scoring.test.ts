import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadResources, type Resources } from '../../analysis/resources/index.js';
import { blendOf } from '../../analysis/stance/scoring/blend.js';
import { cueModel, weighByCues } from '../../analysis/stance/scoring/cue-model.js';
import { verdictOf, type Weighed } from '../../analysis/stance/scoring/labels.js';
import { probabilitiesOf, scoreOf } from '../../analysis/stance/scoring/link.js';

const resources = loadResources();
const model = cueModel(resources);
const blend = blendOf(resources);
const number = fc.double({ min: -200, max: 200, noNaN: true });

function weighed(logit: number, changes: Partial<Weighed> = {}): Weighed {
  return { weight: { logit, evaluation: Math.abs(logit) }, voice: 'author', firm: true, ...changes };
}

describe('the link', () => {
  it('gives probabilities whose log-odds of the ends is the logit', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), number, (logit, evaluation) => {
        const { supportive, neutral, skeptical } = probabilitiesOf({ logit, evaluation });
        expect(supportive + neutral + skeptical).toBeCloseTo(1, 9);
        if (supportive > 1e-12 && skeptical > 1e-12) {
          expect(Math.log(supportive / skeptical)).toBeCloseTo(logit, 6);
        }
      }),
    );
  });

  it('gives a score with the sign of the logit, never beyond 1', () => {
    fc.assert(
      fc.property(number, number, (logit, evaluation) => {
        const score = scoreOf(probabilitiesOf({ logit, evaluation }));
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(score * logit).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('labels', () => {
  const label = (pieces: readonly Weighed[]) => verdictOf(pieces, model.baseline, blend).label;

  it('follow the stronger side, and are neutral without words', () => {
    expect(label([])).toBe('neutral');
    expect(label([weighed(3)])).toBe('supportive');
    expect(label([weighed(-3)])).toBe('skeptical');
    expect(label([weighed(0.05)])).toBe('neutral');
  });

  it('are mixed for two strong sides, in one voice or between two', () => {
    expect(label([weighed(2), weighed(-2)])).toBe('mixed');
    expect(label([weighed(2, { voice: 'a' }), weighed(-2, { voice: 'b' })])).toBe('mixed');
  });

  it('are not mixed by what is only conceded or loosely near', () => {
    expect(label([weighed(-3), weighed(2, { firm: false })])).toBe('skeptical');
  });
});

describe('the model', () => {
  it('scores exactly what its findings add up to', () => {
    const judged = {
      first: 0,
      last: 0,
      relation: 'judged',
      value: 1,
      modifiers: [],
      dimension: null,
      terms: [],
    } as const;
    const weights = weighByCues(model, [judged, { ...judged, value: -0.5 }]);
    expect(weights[0]?.logit).toBe(model.relations.judged.supportive.logit);
    expect(weights[1]?.logit).toBe(model.relations.judged.skeptical.logit / 2);
  });

  it.each([
    ['missing', null],
    ['not JSON', Buffer.from('{')],
    ['empty', Buffer.from('{}')],
    ['cut short', Buffer.from('{"relations": {}, "baseline": {"logit": 0, "evaluation": 0}}')],
  ])('is refused when %s, saying what to do', (_, bytes) => {
    const damaged: Resources = { ...resources, models: () => bytes };
    expect(() => cueModel(damaged)).toThrow(expect.objectContaining({ code: 'damaged-model' }));
    expect(() => blendOf(damaged)).toThrow(expect.objectContaining({ code: 'damaged-model' }));
  });
});

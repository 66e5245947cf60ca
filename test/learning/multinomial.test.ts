import { describe, expect, it } from '@jest/globals';
import {
  fitMultinomial,
  type MultinomialExample,
  multinomialProbabilities,
  softmax,
} from '../../analysis/learning/index.js';

const OPTIONS = { classes: 2, features: 1, l2: 0, iterations: 2000 };

function example(x: number, label: number, weight = 1): MultinomialExample {
  return { row: { indices: [0], values: [x] }, label, weight };
}

describe('fitMultinomial', () => {
  it('finds the maximum likelihood of a 2 x 2 table: the log odds ratio', () => {
    const table = [example(1, 1, 30), example(1, 0, 10), example(0, 1, 20), example(0, 0, 40)];
    const model = fitMultinomial(table, OPTIONS);
    const slope = (model.weights[1] ?? 0) - (model.weights[0] ?? 0);
    const intercept = (model.bias[1] ?? 0) - (model.bias[0] ?? 0);
    expect(slope).toBeCloseTo(Math.log((30 * 40) / (10 * 20)), 4);
    expect(intercept).toBeCloseTo(Math.log(20 / 40), 4);
  });

  it('reproduces the published fit of hours of study and passing (Wikipedia, "Logistic regression")', () => {
    const hours = [
      0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
    ];
    const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
    const model = fitMultinomial(
      hours.map((x, at) => example(x, passed[at] ?? 0)),
      { ...OPTIONS, iterations: 20_000 },
    );
    expect((model.weights[1] ?? 0) - (model.weights[0] ?? 0)).toBeCloseTo(1.5046, 3);
    expect((model.bias[1] ?? 0) - (model.bias[0] ?? 0)).toBeCloseTo(-4.0777, 3);
  });

  it('shrinks weights with the penalty and keeps to a projection', () => {
    const data = [example(1, 1, 5), example(0, 0, 5)];
    const size = (l2: number) => Math.abs(fitMultinomial(data, { ...OPTIONS, l2 }).weights[1] ?? 0);
    expect(size(10)).toBeLessThan(size(1));
    const kept = fitMultinomial(data, {
      ...OPTIONS,
      l2: 1,
      project: (feature, weights) => void (feature === 0 && weights.fill(0)),
    });
    expect([...kept.weights]).toEqual([0, 0]);
  });

  it('gives the same weights every time', () => {
    const data = [example(1, 1), example(0.4, 0), example(-2, 1)];
    expect(fitMultinomial(data, { ...OPTIONS, l2: 1 })).toEqual(fitMultinomial(data, { ...OPTIONS, l2: 1 }));
  });
});

describe('probabilities', () => {
  it('sum to 1 without overflow', () => {
    expect([...softmax([1000, 0])]).toEqual([1, 0]);
    const model = fitMultinomial([example(1, 1), example(0, 0)], { ...OPTIONS, l2: 1 });
    const [a = 0, b = 0] = multinomialProbabilities(model, { indices: [0], values: [3] });
    expect(a + b).toBeCloseTo(1, 12);
  });
});

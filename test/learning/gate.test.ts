import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Arena, walk } from '../../analysis/learning/index.js';

const SIZE = 8;
const ROWS = 3;
/** Beyond all that a network gives, so that the limits of sigmoid and tanh are met. */
const inputs = fc.array(fc.float({ min: -2000, max: 2000, noNaN: true }), {
  minLength: 7 * SIZE * ROWS,
  maxLength: 7 * SIZE * ROWS,
});

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const tanh = (x: number) => 1 - 2 / (Math.exp(2 * x) + 1);

/** The step by its definition; `x` and `p` are three widths each. */
function stepByDefinition(x: Float32Array, p: Float32Array, state: Float32Array) {
  return Array.from(state, (before, k) => {
    const [x0 = 0, x1 = 0, x2 = 0] = [x[k], x[SIZE + k], x[2 * SIZE + k]];
    const [p0 = 0, p1 = 0, p2 = 0] = [p[k], p[SIZE + k], p[2 * SIZE + k]];
    const reset = sigmoid(x0 + p0);
    const update = sigmoid(x1 + p1);
    const fresh = tanh(x2 + reset * p2);
    const gates = [reset, update, fresh, p2].map(Math.fround);
    return { state: Math.fround((1 - update) * fresh + update * before), gates };
  });
}

/** Far below a step of single precision near 1: values that are not tiny are the same to the last bit. */
const ROUNDING = 1e-15;

function difference(values: Float32Array, expected: readonly number[]): number {
  return Math.max(...expected.map((value, k) => Math.abs(value - (values[k] ?? Number.NaN))));
}

describe('step of a recurrent layer', () => {
  it.each([false, true])('is what Math.exp makes of its definition, with gates kept: %s', (keeps) => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(0.001, 0.01, 1), (numbers, scale) => {
        const arena = new Arena(4096);
        const filled = (columns: number, from: number) => {
          const matrix = arena.matrix(ROWS, columns);
          matrix.data.set(numbers.slice(from, from + ROWS * columns).map((value) => value * scale));
          return matrix;
        };
        const x = filled(3 * SIZE, 0);
        const products = filled(3 * SIZE, 3 * SIZE * ROWS);
        const state = filled(SIZE, 6 * SIZE * ROWS);
        const states = arena.matrix(ROWS, SIZE);
        const gates = arena.matrix(ROWS, 4 * SIZE);
        const scratch = arena.matrix(1, 4 * SIZE);
        const row = (data: Float32Array, width: number, r: number) => data.slice(r * width, (r + 1) * width);
        const expected = Array.from({ length: ROWS }, (_, r) =>
          stepByDefinition(
            row(x.data, 3 * SIZE, r),
            row(products.data, 3 * SIZE, r),
            row(state.data, SIZE, r),
          ),
        );
        const kept = keeps ? walk(gates) : null;
        arena.gate({ inputs: walk(x), states: walk(states), products, state, kept, scratch }, ROWS);
        expected.forEach((units, r) => {
          const after = units.map((unit) => unit.state);
          expect(difference(row(states.data, SIZE, r), after)).toBeLessThan(ROUNDING);
          expect(difference(row(state.data, SIZE, r), after)).toBeLessThan(ROUNDING);
          if (!keeps) return;
          const byGate = [0, 1, 2, 3].flatMap((gate) => units.map((unit) => unit.gates[gate] ?? 0));
          expect(difference(row(gates.data, 4 * SIZE, r), byGate)).toBeLessThan(ROUNDING);
        });
        if (!keeps) expect(gates.data.every((value) => value === 0)).toBe(true);
      }),
    );
  });
});

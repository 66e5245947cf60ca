import { describe, expect, it } from '@jest/globals';
import { Arena, Gru, packSequences, seededRandom } from '../../analysis/learning/index.js';

const SIZE = 8;
const LENGTHS = [3, 1, 2];
const ROWS = 6;

function setUp(backwards: boolean) {
  const arena = new Arena(20_000);
  const random = seededRandom(3);
  const matrix = (rows: number, columns: number) => {
    const result = arena.matrix(rows, columns);
    for (let at = 0; at < result.data.length; at++) result.data[at] = random() - 0.5;
    return result;
  };
  const weights = { recurrent: matrix(SIZE, 3 * SIZE), bias: matrix(1, 3 * SIZE) };
  const place = {
    inputs: matrix(ROWS, 3 * SIZE),
    inputColumn: 0,
    states: matrix(ROWS, SIZE),
    stateColumn: 0,
  };
  const layer = new Gru(arena, SIZE, backwards, { rows: ROWS, sequences: 3, training: true });
  const goal = Float32Array.from({ length: ROWS * SIZE }, () => random() - 0.5);
  const packing = packSequences(LENGTHS);
  const loss = () => {
    layer.forward(packing, weights, place);
    return goal.reduce((sum, factor, at) => sum + factor * (place.states.data[at] ?? 0), 0);
  };
  return { arena, weights, place, layer, goal, packing, loss };
}

describe.each([false, true])('recurrent layer, backwards: %s', (backwards) => {
  it('has the gradients that finite differences show', () => {
    const { arena, weights, place, layer, goal, packing, loss } = setUp(backwards);
    loss();
    const gradients = { recurrent: arena.matrix(SIZE, 3 * SIZE), bias: arena.matrix(1, 3 * SIZE) };
    const given = { ...place, inputs: arena.matrix(ROWS, 3 * SIZE), states: arena.matrix(ROWS, SIZE) };
    given.states.data.set(goal);
    layer.backward(packing, weights, gradients, place, given, arena.matrix(ROWS, 3 * SIZE));
    const pairs = [
      [weights.recurrent.data, gradients.recurrent.data],
      [weights.bias.data, gradients.bias.data],
      [place.inputs.data, given.inputs.data],
    ] as const;
    const step = 1e-2;
    for (const [values, gradient] of pairs) {
      for (let at = 0; at < values.length; at += 5) {
        const old = values[at] ?? 0;
        values[at] = old + step;
        const above = loss();
        values[at] = old - step;
        const below = loss();
        values[at] = old;
        expect(gradient[at]).toBeCloseTo((above - below) / (2 * step), 3);
      }
    }
  });

  it('resumes a single sequence to the same states', () => {
    const { weights, place, layer } = setUp(backwards);
    layer.forward(packSequences([ROWS]), weights, place);
    const whole = [...place.states.data];
    const from = 3;
    const kept = (row: number) => (backwards ? row > from : row < from);
    place.states.data.forEach((_, at, all) => {
      if (!kept(Math.floor(at / SIZE))) all[at] = 9;
    });
    layer.resume(from, ROWS, weights, place);
    expect([...place.states.data]).toEqual(whole);
  });
});

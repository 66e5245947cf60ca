import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Arena, transposed, walk } from '../../analysis/learning/index.js';

const sizes = fc.record({
  rows: fc.integer({ min: 1, max: 13 }),
  depth: fc.integer({ min: 1, max: 9 }),
  blocks: fc.integer({ min: 1, max: 3 }),
  seed: fc.integer({ min: 1, max: 1000 }),
});

/** The product by its definition. */
function product(x: Float32Array, w: Float32Array, rows: number, depth: number, columns: number): number[] {
  return Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let k = 0; k < depth; k++) sum += (x[row * depth + k] ?? 0) * (w[k * columns + column] ?? 0);
    return sum;
  });
}

function fill(data: Float32Array, seed: number): void {
  data.forEach((_, at, all) => {
    all[at] = Math.sin(seed + at * 1.7);
  });
}

describe('matrix product', () => {
  it('equals the definition for every size, plain and transposed', () => {
    fc.assert(
      fc.property(sizes, ({ rows, depth, blocks, seed }) => {
        const columns = blocks * 8;
        const arena = new Arena(4096);
        const x = arena.matrix(rows, depth);
        const flipped = arena.matrix(depth, rows);
        const w = arena.matrix(depth, columns);
        const y = arena.matrix(rows, columns);
        const z = arena.matrix(rows, columns);
        fill(x.data, seed);
        fill(w.data, seed + 1);
        for (let r = 0; r < rows; r++)
          for (let k = 0; k < depth; k++) flipped.data[k * rows + r] = x.data[r * depth + k] ?? 0;
        arena.multiply(walk(x), walk(w), walk(y), rows, depth, columns);
        arena.multiply(transposed(flipped), walk(w), walk(z), rows, depth, columns);
        product(x.data, w.data, rows, depth, columns).forEach((value, at) => {
          expect(y.data[at]).toBeCloseTo(value, 4);
        });
        expect([...z.data]).toEqual([...y.data]);
      }),
    );
  });

  it('adds to what is there, and does nothing for no rows', () => {
    const arena = new Arena(256);
    const x = arena.matrix(1, 1);
    const w = arena.matrix(1, 8);
    const y = arena.matrix(1, 8);
    x.data.fill(2);
    w.data.fill(3);
    y.data.fill(1);
    arena.multiply(walk(x), walk(w), walk(y), 0, 1, 8);
    expect([...y.data]).toEqual(Array(8).fill(1));
    arena.multiply(walk(x), walk(w), walk(y), 1, 1, 8);
    expect([...y.data]).toEqual(Array(8).fill(7));
  });

  it('refuses widths that the kernel cannot do and matrices that do not fit', () => {
    const arena = new Arena(16);
    const x = arena.matrix(1, 4);
    expect(() => arena.multiply(walk(x), walk(x), walk(x), 1, 1, 4)).toThrow(RangeError);
    expect(() => arena.matrix(1000, 1000)).toThrow(RangeError);
  });
});

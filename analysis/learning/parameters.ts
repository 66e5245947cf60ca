import type { Arena, Matrix } from './arena.js';
import type { Random } from './random.js';

/** Name and size of one matrix of parameters. */
export interface ParameterShape {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** Matrices side by side in one array, so that an optimizer can walk through all of them at once. */
export class Parameters {
  readonly all: Float32Array;
  private readonly matrices = new Map<string, Matrix>();

  constructor(
    arena: Arena,
    readonly shapes: readonly ParameterShape[],
  ) {
    const size = shapes.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    const block = arena.matrix(1, size);
    this.all = block.data;
    let at = 0;
    for (const { name, rows, columns } of shapes) {
      const data = block.data.subarray(at, at + rows * columns);
      this.matrices.set(name, { at: block.at + at, rows, columns, data });
      at += rows * columns;
    }
  }

  /** The matrix of that name; asking for one that does not exist is a bug. */
  get(name: string): Matrix {
    const matrix = this.matrices.get(name);
    if (!matrix) throw new RangeError(`no parameters named ${name}`);
    return matrix;
  }

  /** First and last position, exclusive, of a matrix in `all`. */
  range(name: string): { from: number; to: number } {
    const from = this.get(name).data.byteOffset - this.all.byteOffset;
    const start = from / Float32Array.BYTES_PER_ELEMENT;
    return { from: start, to: start + this.get(name).data.length };
  }
}

/** Fills an array with numbers evenly spread over [-bound, bound]. */
export function fillUniform(data: Float32Array, bound: number, random: Random): void {
  for (let at = 0; at < data.length; at++) data[at] = (2 * random() - 1) * bound;
}

/** Fills an array with numbers of a normal distribution with mean 0 (Box and Muller 1958). */
export function fillNormal(data: Float32Array, deviation: number, random: Random): void {
  for (let at = 0; at < data.length; at++) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    data[at] = deviation * radius * Math.cos(2 * Math.PI * random());
  }
}

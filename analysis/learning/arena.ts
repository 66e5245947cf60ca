import { kernelBytes, LANES, ROW_BLOCK } from './wasm/kernel.js';

const PAGE_BYTES = 65_536;
const FLOAT_BYTES = 4;
/** Blocks start at multiples of 16 bytes, as vector loads like it. */
const ALIGNMENT = 4;

type Kernel = (
  ...addressesAndSizes: [number, number, number, number, number, number, number, number, number, number]
) => void;

/** One step of a recurrent layer; rows of `products`, `state` and `kept` follow one another from the first. */
export interface GateStep {
  /** Inputs of the gates and what they make, by row. */
  readonly inputs: Walk;
  readonly states: Walk;
  /** Recurrent products, and the states before, which become those after. */
  readonly products: Matrix;
  readonly state: Matrix;
  /** Where the gates are written for the way back; null where nobody wants them. */
  readonly kept: Walk | null;
  /** Room for four times the width, at a multiple of 16 bytes. */
  readonly scratch: Matrix;
}

/** A matrix in an arena, row by row. `at` is the index of its first number in the arena's `numbers`. */
export interface Matrix {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** How a factor is walked through: numbers from one row to the next, and from one column to the next. */
export interface Walk {
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

let compiled: WebAssembly.Module | null = null;

/**
 * Memory of fixed size with a fast matrix product and recurrent step (WebAssembly SIMD, assembled at
 * first use from `wasm/kernel.ts`). Single precision without relaxed operations: the same on every machine.
 */
export class Arena {
  readonly numbers: Float32Array;
  private used = 0;
  private readonly one: Kernel;
  private readonly four: Kernel;
  private readonly gates: Kernel;
  private readonly gatesKept: Kernel;

  /** Throws a RangeError when the machine cannot give `size` numbers. */
  constructor(size: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((size * FLOAT_BYTES) / PAGE_BYTES) });
    compiled ??= new WebAssembly.Module(kernelBytes());
    const { exports } = new WebAssembly.Instance(compiled, { host: { memory } });
    this.one = exports.multiply1 as Kernel;
    this.four = exports.multiply4 as Kernel;
    this.gates = exports.gate as Kernel;
    this.gatesKept = exports.gateKept as Kernel;
    this.numbers = new Float32Array(memory.buffer);
  }

  /** A matrix of zeros; memory is never given back. Throws when the arena is full. */
  matrix(rows: number, columns: number): Matrix {
    const at = this.used;
    const length = rows * columns;
    if (at + length > this.numbers.length)
      throw new RangeError(`arena of ${this.numbers.length} numbers is full`);
    this.used = Math.ceil((at + length) / ALIGNMENT) * ALIGNMENT;
    return { at, rows, columns, data: this.numbers.subarray(at, at + length) };
  }

  /**
   * `y += x w` for `rows` rows of y. `columns`, the width of the product, is a multiple of 8;
   * `depth` is the number of columns of x. Zero rows do nothing.
   */
  multiply(x: Walk, w: Walk, y: Walk, rows: number, depth: number, columns: number): void {
    if (rows === 0 || depth === 0) return;
    if (columns % LANES !== 0) throw new RangeError(`width ${columns} is not a multiple of ${LANES}`);
    const blocked = rows - (rows % ROW_BLOCK);
    if (blocked > 0) this.run(this.four, x, w, y, 0, blocked, depth, columns);
    if (rows > blocked) this.run(this.one, x, w, y, blocked, rows - blocked, depth, columns);
  }

  /** One step of a recurrent layer of even width (see `wasm/gate-kernel.ts`). Zero rows do nothing. */
  gate({ inputs, states, products, state, kept, scratch }: GateStep, rows: number): void {
    if (rows === 0) return;
    const kernel = kept ? this.gatesKept : this.gates;
    kernel(
      inputs.at * FLOAT_BYTES,
      inputs.row * FLOAT_BYTES,
      products.at * FLOAT_BYTES,
      state.at * FLOAT_BYTES,
      states.at * FLOAT_BYTES,
      states.row * FLOAT_BYTES,
      rows,
      state.columns * FLOAT_BYTES,
      (kept?.at ?? 0) * FLOAT_BYTES,
      scratch.at * FLOAT_BYTES,
    );
  }

  private run(
    kernel: Kernel,
    x: Walk,
    w: Walk,
    y: Walk,
    from: number,
    rows: number,
    depth: number,
    columns: number,
  ): void {
    kernel(
      (x.at + from * x.row) * FLOAT_BYTES,
      x.row * FLOAT_BYTES,
      x.column * FLOAT_BYTES,
      w.at * FLOAT_BYTES,
      w.row * FLOAT_BYTES,
      (y.at + from * y.row) * FLOAT_BYTES,
      y.row * FLOAT_BYTES,
      rows,
      depth,
      columns,
    );
  }
}

/** The walk through a matrix from row `row` and column `column` on. */
export function walk(matrix: Matrix, row = 0, column = 0): Walk {
  return { at: matrix.at + row * matrix.columns + column, row: matrix.columns, column: 1 };
}

/** The same walk over the transposed matrix. */
export function transposed(matrix: Matrix, row = 0, column = 0): Walk {
  return { at: matrix.at + row * matrix.columns + column, row: 1, column: matrix.columns };
}

import {
  add,
  addFour,
  advance,
  assemble,
  type Code,
  constant,
  countdown,
  get,
  I32,
  loadFour,
  loadSplat,
  multiplyFour,
  set,
  storeFour,
  V128,
  type WasmFunction,
} from './assembler.js';
import { gateFunctions } from './gate-kernel.js';

/*
 * y[t][n] += sum over k of x[t][k] * w[k][n], a block of rows and eight columns at a time, so that the
 * sums stay in registers. Parameters are byte addresses and byte strides; the number of columns is a
 * multiple of eight. Strides of x along both axes: a transposed x needs no copy.
 */
const [X, X_ROW, X_STEP, W, W_ROW, Y, Y_ROW, ROWS, DEPTH, COLUMNS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const PARAMETERS = 10;
/** Columns that one pass computes, and the bytes that they take. */
export const LANES = 8;
const BLOCK_BYTES = LANES * 4;
/** Rows that the wide variant computes at once: eight sums, two weights and a factor fit the 16 registers. */
export const ROW_BLOCK = 4;

/** `multiply1` takes any number of rows, `multiply4` a multiple of four; no argument may be zero. Gates: see gate-kernel. */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return assemble([multiply('multiply1', 1), multiply('multiply4', ROW_BLOCK), ...gateFunctions()]);
}

function multiply(name: string, rows: number): WasmFunction {
  const columnsLeft = PARAMETERS;
  const depthLeft = PARAMETERS + 1;
  const weights = PARAMETERS + 2;
  const output = PARAMETERS + 3;
  const wordAt = PARAMETERS + 4;
  const factors = range(rows, PARAMETERS + 5);
  const outputs = range(rows, PARAMETERS + 5 + rows);
  const firstVector = PARAMETERS + 5 + 2 * rows;
  const sums = range(2 * rows, firstVector);
  const [left, right, splat] = range(3, firstVector + 2 * rows) as [number, number, number];

  const startColumn: Code = [
    ...set(weights, get(wordAt)),
    ...factors.flatMap((local, r) =>
      set(local, r === 0 ? get(X) : add(get(factors[r - 1] ?? 0), get(X_ROW))),
    ),
    ...outputs.flatMap((local, r) =>
      set(local, r === 0 ? get(output) : add(get(outputs[r - 1] ?? 0), get(Y_ROW))),
    ),
    ...sums.flatMap((local, s) => set(local, loadFour(get(outputs[s >> 1] ?? 0), (s & 1) * 16))),
    ...set(depthLeft, get(DEPTH)),
  ];
  const depthStep: Code = [
    ...set(left, loadFour(get(weights), 0)),
    ...set(right, loadFour(get(weights), 16)),
    ...factors.flatMap((local, r) => [
      ...set(splat, loadSplat(get(local))),
      ...accumulate(sums[2 * r] ?? 0, splat, left),
      ...accumulate(sums[2 * r + 1] ?? 0, splat, right),
      ...advance(local, get(X_STEP)),
    ]),
    ...advance(weights, get(W_ROW)),
  ];
  const endColumn: Code = [
    ...sums.flatMap((local, s) => storeFour(get(outputs[s >> 1] ?? 0), (s & 1) * 16, get(local))),
    ...advance(wordAt, constant(BLOCK_BYTES)),
    ...advance(output, constant(BLOCK_BYTES)),
  ];
  const column = [...startColumn, ...countdown(depthLeft, 1, depthStep), ...endColumn];
  const rowBlock: Code = [
    ...set(wordAt, get(W)),
    ...set(output, get(Y)),
    ...set(columnsLeft, get(COLUMNS)),
    ...countdown(columnsLeft, LANES, column),
    ...times(rows, [...advance(X, get(X_ROW)), ...advance(Y, get(Y_ROW))]),
  ];
  const locals = [...Array(5 + 2 * rows).fill(I32), ...Array(2 * rows + 3).fill(V128)];
  return { name, parameters: PARAMETERS, locals, body: countdown(ROWS, rows, rowBlock) };
}

function accumulate(sum: number, factor: number, weight: number): Code {
  return set(sum, addFour(get(sum), multiplyFour(get(factor), get(weight))));
}

function range(length: number, from: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function times(count: number, code: Code): Code {
  return Array.from({ length: count }, () => code).flat();
}

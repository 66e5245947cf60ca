import { type Arena, type Matrix, transposed, walk } from './arena.js';
import type { Packing } from './packed.js';

/** Parameters of a recurrent layer: `recurrent` is size x 3 size, `bias` 1 x 3 size; gates r, z, n. */
export interface GruWeights {
  readonly recurrent: Matrix;
  readonly bias: Matrix;
}

/** Where a layer reads its gates' inputs (rows x 3 size of them) and writes its states. */
export interface GruPlace {
  readonly inputs: Matrix;
  readonly inputColumn: number;
  readonly states: Matrix;
  readonly stateColumn: number;
}

/**
 * One direction of a gated recurrent unit (Cho et al. 2014, in the variant with the reset gate after
 * the product) over packed sequences. `backwards` reads from the end of each sequence.
 */
export class Gru {
  private readonly state: Matrix;
  private readonly products: Matrix;
  private readonly scratch: Matrix;
  /** r, z, n and the recurrent part of n, for the way back. */
  private readonly gates: Matrix;
  private readonly stateGradient: Matrix;
  private readonly flipped: Matrix;

  constructor(
    private readonly arena: Arena,
    private readonly size: number,
    private readonly backwards: boolean,
    limits: { readonly rows: number; readonly sequences: number; readonly training: boolean },
  ) {
    this.state = arena.matrix(limits.sequences, size);
    this.products = arena.matrix(limits.sequences, 3 * size);
    this.scratch = arena.matrix(1, 4 * size);
    const kept = limits.training ? limits.rows : 0;
    this.gates = arena.matrix(kept, 4 * size);
    this.stateGradient = arena.matrix(limits.training ? limits.sequences : 0, size);
    this.flipped = arena.matrix(limits.training ? 3 * size : 0, size);
  }

  /** Computes the states of all rows. */
  forward({ starts }: Packing, { recurrent, bias }: GruWeights, place: GruPlace): void {
    const { arena, size, state, products } = this;
    state.data.fill(0);
    const steps = starts.length - 1;
    for (let k = 0; k < steps; k++) {
      const t = this.backwards ? steps - 1 - k : k;
      const first = starts[t] ?? 0;
      const active = (starts[t + 1] ?? 0) - first;
      for (let b = 0; b < active; b++) products.data.set(bias.data, b * 3 * size);
      arena.multiply(walk(state), walk(recurrent), walk(products), active, size, 3 * size);
      this.gate(first, active, place);
    }
  }

  /**
   * Computes anew the states of a single sequence, whose row is its step, from step `from` on in the
   * direction of the layer; the state that `from` follows is read from `place.states`.
   */
  resume(from: number, length: number, { recurrent, bias }: GruWeights, place: GruPlace): void {
    const { arena, size, state, products, backwards } = this;
    const stride = backwards ? -1 : 1;
    const before = from - stride;
    const at = place.states.at + before * place.states.columns + place.stateColumn;
    for (let k = 0; k < size; k++) {
      state.data[k] = before < 0 || before >= length ? 0 : (arena.numbers[at + k] ?? 0);
    }
    for (let t = from; t >= 0 && t < length; t += stride) {
      products.data.set(bias.data);
      arena.multiply(walk(state), walk(recurrent), walk(products), 1, size, 3 * size);
      this.gate(t, 1, place);
    }
  }

  /** Computes `active` rows of states, the first of them row `first`. */
  private gate(first: number, active: number, { inputs, inputColumn, states, stateColumn }: GruPlace): void {
    const { arena, state, products, gates, scratch } = this;
    const kept = gates.rows > 0 ? walk(gates, first) : null;
    const [from, to] = [walk(inputs, first, inputColumn), walk(states, first, stateColumn)];
    arena.gate({ inputs: from, states: to, products, state, kept, scratch }, active);
  }

  /**
   * From gradients of the states (`place.states` of `gradients`) to those of the gates' inputs and the
   * weights; `products` gets those of the recurrent products, rows x 3 size.
   */
  backward(
    { starts }: Packing,
    weights: GruWeights,
    gradientWeights: GruWeights,
    place: GruPlace,
    gradients: GruPlace,
    products: Matrix,
  ): void {
    const { arena, size } = this;
    flip(weights.recurrent, this.flipped);
    this.stateGradient.data.fill(0);
    const steps = starts.length - 1;
    for (let k = steps - 1; k >= 0; k--) {
      const t = this.backwards ? steps - 1 - k : k;
      const first = starts[t] ?? 0;
      const active = (starts[t + 1] ?? 0) - first;
      const before = this.rowsBefore(starts, t, active);
      for (let b = 0; b < active; b++) {
        const beforeRow = b < before.active ? before.first + b : -1;
        this.gateBackward(b, first + b, beforeRow, place, gradients, products);
      }
      const given = walk(products, first);
      arena.multiply(given, walk(this.flipped), walk(this.stateGradient), active, 3 * size, size);
      const earlier = transposed(place.states, before.first, place.stateColumn);
      arena.multiply(earlier, given, walk(gradientWeights.recurrent), size, before.active, 3 * size);
    }
    sumRows(products, starts.at(-1) ?? 0, gradientWeights.bias.data);
  }

  /** The rows that step `t` follows in the direction of the layer, none for a first step. */
  private rowsBefore(starts: Int32Array, t: number, active: number): { first: number; active: number } {
    const before = this.backwards ? t + 1 : t - 1;
    const first = starts[before];
    const end = starts[before + 1];
    if (first === undefined || end === undefined) return { first: 0, active: 0 };
    return { first, active: Math.min(active, end - first) };
  }

  private gateBackward(
    b: number,
    row: number,
    beforeRow: number,
    place: GruPlace,
    gradients: GruPlace,
    products: Matrix,
  ): void {
    const { size } = this;
    const numbers = this.arena.numbers;
    const gates = this.gates.data;
    const carried = this.stateGradient.data;
    const h = b * size;
    const saved = row * 4 * size;
    const before = place.states.at + beforeRow * place.states.columns + place.stateColumn;
    const given = gradients.states.at + row * gradients.states.columns + gradients.stateColumn;
    const a = gradients.inputs.at + row * gradients.inputs.columns + gradients.inputColumn;
    const p = products.at + row * products.columns;
    for (let k = 0; k < size; k++) {
      const reset = gates[saved + k] ?? 0;
      const update = gates[saved + size + k] ?? 0;
      const fresh = gates[saved + 2 * size + k] ?? 0;
      const previous = beforeRow < 0 ? 0 : (numbers[before + k] ?? 0);
      const gradient = (numbers[given + k] ?? 0) + (carried[h + k] ?? 0);
      const freshGradient = gradient * (1 - update) * (1 - fresh * fresh);
      const updateGradient = gradient * (previous - fresh) * update * (1 - update);
      const resetGradient = freshGradient * (gates[saved + 3 * size + k] ?? 0) * reset * (1 - reset);
      numbers[a + k] = resetGradient;
      numbers[a + size + k] = updateGradient;
      numbers[a + 2 * size + k] = freshGradient;
      numbers[p + k] = resetGradient;
      numbers[p + size + k] = updateGradient;
      numbers[p + 2 * size + k] = freshGradient * reset;
      carried[h + k] = gradient * update;
    }
  }
}

/** Writes the transposed of `from` to `to`. */
export function flip(from: Matrix, to: Matrix): void {
  for (let row = 0; row < from.rows; row++) {
    for (let column = 0; column < from.columns; column++) {
      to.data[column * from.rows + row] = from.data[row * from.columns + column] ?? 0;
    }
  }
}

/** Adds the first `rows` rows of a matrix to `sum`. */
export function sumRows(matrix: Matrix, rows: number, sum: Float32Array): void {
  for (let row = 0; row < rows; row++) {
    const at = row * matrix.columns;
    for (let k = 0; k < matrix.columns; k++) sum[k] = (sum[k] ?? 0) + (matrix.data[at + k] ?? 0);
  }
}

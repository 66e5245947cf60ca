/**
 * Sequences of different lengths without padding, time step by time step. Sequences are numbered from
 * the longest to the shortest; row of sequence `b` at step `t` is `starts[t] + b`.
 */
export interface Packing {
  /** Original number of each sequence. */
  readonly order: readonly number[];
  readonly lengths: Int32Array;
  /** First row of each step, and the number of rows at the end. */
  readonly starts: Int32Array;
  readonly rows: number;
}

/** Packs sequences by their lengths, none of them empty. */
export function packSequences(lengths: readonly number[]): Packing {
  const order = lengths
    .map((_, index) => index)
    .sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || a - b);
  const sorted = Int32Array.from(order, (index) => lengths[index] ?? 0);
  const steps = sorted[0] ?? 0;
  const starts = new Int32Array(steps + 1);
  let active = sorted.length;
  for (let t = 0; t < steps; t++) {
    while (active > 0 && (sorted[active - 1] ?? 0) <= t) active--;
    starts[t + 1] = (starts[t] ?? 0) + active;
  }
  return { order, lengths: sorted, starts, rows: starts[steps] ?? 0 };
}

/** A matrix in one byte a number: `values[row * columns + column] * scales[row]`. */
export interface QuantizedRows {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

const LARGEST = 127;

/** Rounds each row to 255 steps between its largest absolute value and minus that. */
export function quantizeRows(data: Float32Array, columns: number): QuantizedRows {
  const rows = data.length / columns;
  const values = new Int8Array(data.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const part = data.subarray(row * columns, (row + 1) * columns);
    let largest = 0;
    for (const value of part) largest = Math.max(largest, Math.abs(value));
    const scale = largest === 0 ? 1 : largest / LARGEST;
    scales[row] = scale;
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = Math.round((part[column] ?? 0) / scale);
    }
  }
  return { values, scales };
}

/** The numbers that quantized rows stand for. */
export function restoreRows({ values, scales }: QuantizedRows): Float32Array {
  const columns = values.length / Math.max(1, scales.length);
  const data = new Float32Array(values.length);
  for (let row = 0; row < scales.length; row++) {
    const scale = scales[row] ?? 0;
    for (let at = row * columns; at < (row + 1) * columns; at++) data[at] = (values[at] ?? 0) * scale;
  }
  return data;
}

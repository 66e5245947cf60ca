/** Repeated measurements of one thing, in one unit. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly unit: string;
  /** What DESIGN allows, as it is written there; empty where it says nothing. */
  readonly budget: string;
}

/** Milliseconds that something takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The value of something, several times, one after the other. */
export async function repeated(times: number, measure: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run < times; run++) values.push(await measure());
  return values;
}

/** Median and range as one line of a table. */
export function describeSeries({ name, values, unit, budget }: Series): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  const spread = `${round(at(0))} to ${round(at(1))}`;
  const allowed = budget === '' ? '' : `budget ${budget}`;
  return `${name.padEnd(44)} ${round(at(0.5)).padStart(8)} ${unit.padEnd(12)} ${`(${spread}, n=${values.length})`.padEnd(26)} ${allowed}`;
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}

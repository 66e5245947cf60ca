import type { Field } from '../analysis/evaluate/index.js';
import {
  type Codings,
  joinCodings,
  type KeyedItem,
  type Validation,
  validate,
} from '../analysis/validation/index.js';
import type { StoredSheet } from './store/index.js';

/** What people coded of a sample, and the figures over it. */
export interface SampleFigures {
  readonly codings: Codings;
  readonly validation: Validation;
}

/** Figures that are kept in memory: a thousand resamples take a second. */
const MOST_KEPT = 20;
const kept = new Map<string, Validation>();

/** The figures of a sample from the sheets that came in; null where nobody coded this field yet. */
export function figuresOf(
  key: readonly KeyedItem[],
  sheets: readonly StoredSheet[],
  field: Field,
): SampleFigures | null {
  const codings = joinCodings(sheets, new Map(key.map((item) => [item.itemId, item])), field);
  if (codings.items.length === 0) return null;
  const address = [field, ...sheets.map(({ id }) => id)].join(' ');
  const validation = kept.get(address) ?? validate(codings, field);
  // What was asked for last is thrown away last.
  kept.delete(address);
  kept.set(address, validation);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return { codings, validation };
}

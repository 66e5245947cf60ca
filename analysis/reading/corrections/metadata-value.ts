import { normalizeInline, storable } from '../normalize.js';

/** A value as it is kept: on one line, without what cannot be stored or seen; null for nothing. */
export function metadataValue(value: string | null): string | null {
  const text = value === null ? '' : normalizeInline(storable(value));
  return text === '' ? null : text;
}

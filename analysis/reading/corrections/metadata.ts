import type { Article, Correction, MetadataField } from '../../article/index.js';
import { normalizeInline, storable } from '../normalize.js';

type Metadata = Pick<
  Article,
  'title' | 'titleBasis' | 'outlet' | 'outletBasis' | 'published' | 'publishedBasis' | 'byline'
>;

/** A value as it is kept: on one line, without what cannot be stored or seen; null for nothing. */
export function metadataValue(value: string | null): string | null {
  const text = value === null ? '' : normalizeInline(storable(value));
  return text === '' ? null : text;
}

/** The metadata that corrections set, with its basis: a person states it, or says that it is not known. */
export function metadataOf(corrections: readonly Correction[]): Partial<Metadata> {
  const set = corrections.filter((correction) => correction.kind === 'set-metadata');
  return Object.assign({}, ...set.map(({ field, value }) => SETTERS[field](metadataValue(value))));
}

const SETTERS: Readonly<Record<MetadataField, (value: string | null) => Partial<Metadata>>> = {
  title: (title) => ({ title, titleBasis: title === null ? 'missing' : 'stated' }),
  outlet: (outlet) => ({ outlet, outletBasis: outlet === null ? 'unknown' : 'stated' }),
  published: (published) => ({ published, publishedBasis: published === null ? 'unknown' : 'stated' }),
  byline: (byline) => ({ byline }),
};

import { DEFAULT_SORT, type LibraryFilter, type Sort } from '../store/index.js';

/** What of the library is shown: its whole state, which its address carries. */
export interface LibraryView {
  readonly filter: LibraryFilter;
  readonly sort: Sort;
  /** The cursor of the page shown; undefined for the first. */
  readonly after: string | undefined;
}

/** The fields of a filter with their values, in the order of addresses; those not set are left out. */
export function filterFields(filter: LibraryFilter): [name: string, value: string][] {
  const { search, study, outlet, country, from, to, label, dimension, speaker, target, run } = filter;
  const fields = { q: search, study, outlet, country, from, to, label, dimension, speaker, target, run };
  return Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** An order as addresses write it. */
export function sortWord({ by, direction }: Sort): string {
  return `${by}-${direction}`;
}

/** The query of a view: nothing empty, nothing that goes without saying, always in one order. */
export function viewQuery({ filter, sort, after }: LibraryView): URLSearchParams {
  const query = new URLSearchParams(filterFields(filter));
  if (sortWord(sort) !== sortWord(DEFAULT_SORT)) query.set('sort', sortWord(sort));
  if (after !== undefined) query.set('after', after);
  return query;
}

/** The address of a view. */
export function viewAddress(view: LibraryView): string {
  return `/articles?${viewQuery(view)}`;
}

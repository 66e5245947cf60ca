import type { LibraryPage } from '../store/index.js';
import { downloadGroups } from './downloads.js';
import { LIBRARY_HELP } from './help.js';
import { filterFields, type LibraryView, sortWord, viewAddress, viewQuery } from './library-address.js';
import { type FilterOptions, filterChips, filterForm } from './library-filters.js';
import { toRow } from './library-row.js';
import { columnHeads, sortChoices, sortInWords } from './library-sorts.js';

/** What the library page is made of. */
export interface LibraryContents {
  readonly page: LibraryPage;
  readonly options: FilterOptions;
  readonly view: LibraryView;
}

/** The values of the library template. */
export function libraryPage({ page, options, view }: LibraryContents): Record<string, unknown> {
  const { filter, sort, after } = view;
  const chips = filterChips(view, options);
  const first = { ...view, after: undefined };
  const bare = { ...first, filter: { target: filter.target } };
  return {
    rows: page.rows.map((row) => toRow(row, filter)),
    countText: countInWords(page.total),
    isEmpty: page.total === 0 && chips.length === 0,
    isFiltered: chips.length > 0,
    isUnfolded: chips.some(({ name }) => name !== 'Words'),
    chips,
    form: filterForm(filter, options),
    targetName: options.targets.find(({ slug }) => slug === filter.target)?.name ?? filter.target,
    study: studyLink(options, filter.study),
    sortText: sortInWords(sort),
    sorts: sortChoices(sort),
    heads: columnHeads(view),
    help: LIBRARY_HELP,
    bulk: bulkForm(page.total, view, options),
    downloads: downloadGroups('/articles', viewQuery(first)),
    clearHref: viewAddress(bare),
    nextHref: page.next === null ? null : viewAddress({ ...view, after: page.next }),
    firstHref: after === undefined ? null : viewAddress(first),
  };
}

/** Number of articles in words. */
function countInWords(count: number): string {
  return count === 1 ? '1 article' : `${count.toLocaleString('en')} articles`;
}

function studyLink({ studies }: FilterOptions, id: string | undefined) {
  const study = studies.find((one) => one.id === id);
  return study ? { name: study.name, href: `/studies/${encodeURIComponent(study.id)}` } : null;
}

/** What goes along when something is done with the articles that are checked, or all that fit. */
function bulkForm(total: number, view: LibraryView, { studies, targets }: FilterOptions) {
  const { filter, sort } = view;
  return {
    hidden: [
      ...filterFields(filter),
      ['sort', sortWord(sort)],
      ['expected', String(total)],
      ['back', viewAddress(view)],
    ].map(([name, value]) => ({ name, value })),
    allText: `all ${countInWords(total)} that fit the filter`,
    total,
    studies: studies.map(({ id, name }) => ({ id, name })),
    targets: targets.map((target) => ({ ...target, isCurrent: target.slug === filter.target })),
    isInStudy: filter.study !== undefined,
  };
}

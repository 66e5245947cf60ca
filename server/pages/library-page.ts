import type { ArticleStance, Label } from '../../analysis/article/index.js';
import { formatPercent, LABELS, labelView } from '../../analysis/report/index.js';
import type { LibraryFilter, LibraryPage, LibraryRow } from '../store/index.js';
import { downloadGroups } from './downloads.js';
import { shareBar } from './share-bar.js';
import { shortDate } from './words.js';

/** What the library page is made of. */
export interface LibraryContents {
  readonly page: LibraryPage;
  readonly outlets: readonly { readonly outlet: string; readonly articles: number }[];
  readonly targets: readonly { readonly slug: string; readonly name: string }[];
  readonly filter: LibraryFilter;
  /** The cursor of the page shown; undefined for the first. */
  readonly after: string | undefined;
}

/** The values of the library template. */
export function libraryPage({
  page,
  outlets,
  targets,
  filter,
  after,
}: LibraryContents): Record<string, unknown> {
  const query = queryOf(filter);
  const isFiltered = [filter.search, filter.outlet, filter.from, filter.to, filter.label].some(Boolean);
  return {
    rows: page.rows.map((row) => toRow(row, filter)),
    countText: page.total === 1 ? '1 article' : `${page.total.toLocaleString('en')} articles`,
    isEmpty: page.total === 0 && !isFiltered,
    isFiltered,
    filter: { search: '', outlet: '', from: '', to: '', label: '', ...filter },
    targets: targets.map((option) => ({ ...option, isCurrent: option.slug === filter.target })),
    targetName: targets.find(({ slug }) => slug === filter.target)?.name ?? filter.target,
    outlets: outlets.map(({ outlet, articles }) => ({
      outlet,
      articles,
      isCurrent: outlet === filter.outlet,
    })),
    labels: LABELS.map((view) => ({ ...view, isCurrent: view.label === filter.label })),
    downloads: downloadGroups('/articles', query),
    clearHref: `/articles?${new URLSearchParams({ target: filter.target })}`,
    nextHref: page.next === null ? null : `/articles?${withParameter(query, 'after', page.next)}`,
    firstHref: after === undefined ? null : `/articles?${query}`,
  };
}

/** The filter as the query of an address, without what is not set. */
function queryOf({ target, search, outlet, from, to, label, run }: LibraryFilter): URLSearchParams {
  const query = new URLSearchParams({ target });
  for (const [name, value] of Object.entries({ q: search, outlet, from, to, label, run })) {
    if (value) query.set(name, value);
  }
  return query;
}

function withParameter(query: URLSearchParams, name: string, value: string): URLSearchParams {
  const copy = new URLSearchParams(query);
  copy.set(name, value);
  return copy;
}

function toRow(row: LibraryRow, { target, run }: LibraryFilter) {
  const query = new URLSearchParams({ target, ...(run === undefined ? {} : { run }) });
  return {
    href: `/articles/${encodeURIComponent(row.id)}?${query}`,
    title: row.title,
    file: row.file,
    language: row.language,
    outlet: row.outlet,
    published: row.published === null ? null : shortDate(row.published),
    isoDate: row.published,
    isDateInferred: row.publishedBasis === 'inferred',
    notScored: row.notScored,
    stance: row.stance && row.notScored === null ? toStance(row.stance) : null,
  };
}

const BAR_ORDER: readonly Exclude<Label, 'unrelated'>[] = ['supportive', 'neutral', 'skeptical', 'mixed'];

function toStance({ author, quoted, shares, related, unrelated }: ArticleStance) {
  const parts = BAR_ORDER.map((label) => ({
    label: labelView(label),
    share: shares[label],
    shareText: formatPercent(shares[label]),
  }));
  return {
    author: labelView(author.label),
    quoted: labelView(quoted.label),
    bar: shareBar(parts),
    relatedText: `${related} of ${related + unrelated}`,
  };
}

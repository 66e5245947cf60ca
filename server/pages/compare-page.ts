import type { ComparedArticle, Comparison } from '../../analysis/compare/index.js';
import { formatCount } from '../../analysis/report/index.js';
import type { LibraryRow } from '../store/index.js';
import {
  type Column,
  cardGroups,
  dimensionRows,
  shareCells,
  summaryRows,
  voiceRows,
} from './compare-rows.js';
import { HELP } from './help.js';
import { dateInWords, shortDate, shortened } from './words.js';

/** What the columns are called: an article is named by its letter wherever its outlet would not do. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** What the page of a comparison is made of. */
export interface CompareContents {
  readonly comparison: Comparison;
  /** As addresses name it, and as people do. */
  readonly target: string;
  readonly targetName: string;
  readonly targets: readonly { readonly slug: string; readonly name: string }[];
  /** Articles that can be added. */
  readonly offered: readonly LibraryRow[];
}

/** The values of the comparison's template; with fewer than two articles it asks for more. */
export function comparePage({
  comparison,
  target,
  targetName,
  targets,
  offered,
}: CompareContents): Record<string, unknown> {
  const ids = comparison.articles.map(({ report }) => report.result.articleId);
  const columns = comparison.articles.map((article, index) => toColumn(article, index, ids, target));
  const isComparison = ids.length > 1;
  return {
    columns,
    target,
    targetName,
    targets: targets.map((option) => ({ ...option, isCurrent: option.slug === target })),
    isComparison,
    isFull: ids.length === LETTERS.length,
    missing: ids.length === 0 ? 'two articles' : 'one article more',
    articleIds: ids,
    offered: offered.filter(({ id }) => !ids.includes(id)).map(toOption),
    help: HELP,
    downloads: isComparison ? compareDownloads(ids, target) : [],
    unscored: columns.filter(({ notScored }) => notScored !== null),
    summary: isComparison ? summaryRows(comparison) : [],
    shares: isComparison ? shareCells(comparison) : [],
    ...(isComparison ? splitVoices(voiceRows(comparison, columns)) : { voices: [], otherVoices: [] }),
    dimensions: isComparison ? dimensionRows(comparison, columns) : [],
    groups: isComparison ? cardGroups(comparison, columns) : [],
  };
}

/** Those who speak of the target, and the rest, which a reader asks for last. */
function splitVoices(rows: ReturnType<typeof voiceRows>) {
  const otherVoices = rows.filter(({ isRelated }) => !isRelated);
  return {
    voices: rows.filter(({ isRelated }) => isRelated),
    otherVoices,
    otherVoicesText: `${formatCount(otherVoices.length, 'voice')} that ${otherVoices.length === 1 ? 'does' : 'do'} not speak of the target`,
  };
}

function toColumn(
  { report, overlaps }: ComparedArticle,
  index: number,
  ids: readonly string[],
  target: string,
): Column {
  const { articleId, title, outlet, published, publishedBasis, language, source } = report.result;
  const others = ids.filter((id) => id !== articleId);
  return {
    letter: letterOf(index),
    href: `/articles/${encodeURIComponent(articleId)}?${new URLSearchParams({ target })}`,
    title,
    file: source.file,
    language,
    outlet: outlet ?? 'Outlet not known',
    published: published === null ? 'Date not known' : dateInWords(published),
    isoDate: published,
    isDateInferred: publishedBasis === 'inferred',
    notScored: report.summary.notScored,
    overlaps: overlaps.map(({ with: other, isSameText, shared, of }) =>
      isSameText
        ? `Same text as ${letterOf(other)}`
        : `${shared} of ${formatCount(of, 'paragraph')} word for word as in ${letterOf(other)}`,
    ),
    leftHref: index === 0 ? null : addressOf(swapped(ids, index - 1), target),
    rightHref: index === ids.length - 1 ? null : addressOf(swapped(ids, index), target),
    removeHref: addressOf(others, target),
  };
}

function letterOf(index: number): string {
  return LETTERS[index] ?? '';
}

/** The ids with those at this place and the next exchanged. */
function swapped(ids: readonly string[], at: number): string[] {
  return ids.map((id, index) => {
    if (index === at) return ids[at + 1] ?? id;
    return index === at + 1 ? (ids[at] ?? id) : id;
  });
}

/** Address of a comparison. */
export function addressOf(
  ids: readonly string[],
  target: string,
  ending = '',
  more: [string, string][] = [],
): string {
  const articles = ids.map((id): [string, string] => ['article', id]);
  return `/compare${ending}?${new URLSearchParams([...articles, ['target', target], ...more])}`;
}

const LONGEST_OPTION = 90;

function toOption({ id, title, outlet, published, file }: LibraryRow) {
  const facts = [outlet, published && shortDate(published)].filter(Boolean).join(', ');
  const name = title ?? `Untitled article (${file})`;
  return { id, name: shortened(facts ? `${facts}: ${name}` : name, LONGEST_OPTION) };
}

const DOWNLOADS = [
  { level: 'articles', name: 'Articles' },
  { level: 'voices', name: 'Voices' },
  { level: 'dimensions', name: 'Issues' },
  { level: 'paragraphs', name: 'Paragraphs' },
] as const;

function compareDownloads(ids: readonly string[], target: string) {
  const tables = (more: [string, string][]) =>
    DOWNLOADS.map(({ level, name }) => ({
      name,
      href: addressOf(ids, target, '.csv', [['level', level], ...more]),
    }));
  return [
    { name: 'CSV', links: tables([]) },
    { name: 'CSV for Excel', links: tables([['for', 'excel']]) },
    { name: 'JSON', links: [{ name: 'Everything', href: addressOf(ids, target, '.json') }] },
  ];
}

import type { Target } from '../../analysis/article/index.js';
import {
  changedLines,
  countInWords,
  type LibraryTarget,
  lineDiff,
  type NameReview,
  newestVersion,
  type TargetHistory,
  type TargetOrigin,
} from '../corpus/index.js';
import type { CorpusVersion } from '../store/index.js';
import { TARGET_LISTS } from './target-lists.js';
import { versionRow } from './version-row.js';

/** Path of the page of a target. */
export function targetUrl(slug: string): string {
  return `/targets/${encodeURIComponent(slug)}`;
}

const ORIGINS: Readonly<Record<TargetOrigin, string>> = {
  corpus: 'comes with Standpoint',
  folder: 'from STANDPOINT_CORPUS',
  library: 'of this library',
};

/** What the list of targets shows. */
export interface TargetListContents {
  readonly targets: readonly LibraryTarget[];
  /** Articles scored, by slug. */
  readonly articles: ReadonlyMap<string, number>;
  readonly search: string | undefined;
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}

/** The values of the template of the list of targets. */
export function targetListPage({ targets, articles, search, leftOut }: TargetListContents) {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = targets.filter(({ slug, target }) => {
    const text = [slug, target.name, ...target.aliases].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return {
    search: search ?? '',
    total: targets.length,
    leftOut,
    rows: found.map(({ slug, target, origin, version }) => ({
      slug,
      name: target.name,
      href: targetUrl(slug),
      names: target.aliases.length,
      articles: articles.get(slug) ?? 0,
      articlesHref: `/articles?${new URLSearchParams({ target: slug })}`,
      origin: ORIGINS[origin],
      version: origin === 'library' ? `version ${version}` : '',
    })),
  };
}

/** What the page of a target shows. */
export interface TargetContents {
  readonly history: TargetHistory;
  /** The version shown instead of what is in force, with what it says. */
  readonly shown: { readonly version: CorpusVersion; readonly target: Target | null } | null;
  /** What the version shown is compared with. */
  readonly against: { readonly name: string; readonly content: string } | null;
  /** About the names that the version just saved brought, where one was. */
  readonly review: NameReview | null;
  readonly savedVersion: number | null;
  readonly leftOut: string | null;
  /** Articles whose newest result was made with this or another definition. */
  readonly scored: { readonly current: number; readonly older: number; readonly olderText: string };
}

/** The values of the template of a target. */
export function targetPage({
  history,
  shown,
  against,
  review,
  savedVersion,
  leftOut,
  scored,
}: TargetContents) {
  const { slug, origin, versions } = history;
  const target = shown ? shown.target : history.target;
  const self = targetUrl(slug);
  const newest = versions[0];
  return {
    slug,
    self,
    name: target?.name ?? history.target?.name ?? slug,
    target: target && targetView(target),
    isInForce: shown === null && target !== null,
    originText: origin === null ? 'was removed' : ORIGINS[origin],
    versionNumber: origin === 'library' ? newestVersion(history) : null,
    shownVersion: shown?.version.version ?? null,
    isShownRemoved: shown !== null && shown.version.content === null,
    isNewestShown: shown !== null && shown.version.version === newest?.version,
    restoreAction: shown ? `${self}/versions/${shown.version.version}/restore` : '',
    diff:
      shown && against
        ? { name: against.name, lines: changedLines(lineDiff(against.content, shown.version.content ?? '')) }
        : null,
    savedVersion,
    leftOut,
    review: review && reviewView(review),
    scored,
    yamlHref: `${self}/yaml${shown ? `?version=${shown.version.version}` : ''}`,
    canRemove: newest !== undefined && newest.content !== null,
    removeText: history.below
      ? 'What the corpus says of this target holds again; the library’s version stays in the history.'
      : 'The target is then in no list any more; its versions and results stay.',
    seen: newestVersion(history),
    versions: versions.map((one, index) => ({
      ...versionRow(one, self),
      isCurrent: index === 0 && one.content !== null,
    })),
  };
}

/** A target with its lists and dimensions, as pages show it. */
export function targetView(target: Target) {
  return {
    slug: target.slug,
    name: target.name,
    description: target.description,
    lists: TARGET_LISTS.map(({ key, name, note }) => ({ name, note, words: target[key] })).filter(
      ({ words }) => words.length > 0,
    ),
    dimensions: target.dimensions.map(({ name, definition, terms }) => ({ name, definition, terms })),
  };
}

/** What is doubtful about names, and how often new ones stand in the library. */
export function reviewView({ warnings, counts }: NameReview) {
  return {
    warnings,
    counts: counts.map((count) => ({ name: count.name, text: countInWords(count) })),
  };
}

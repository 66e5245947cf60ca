import { formatCount } from '../../analysis/report/index.js';
import type { Outlet } from '../store/index.js';
import { personInWords } from './change-words.js';
import { momentInWords } from './words.js';

const BASIS_NAMES = {
  lexicon: 'from the lexicon',
  manifest: 'from the samples',
  hand: 'set by hand',
} as const;

/** The values of the template of the list of outlets. */
export function outletsPage(
  { outlets, next }: { readonly outlets: readonly Outlet[]; readonly next: string | null },
  { q, after }: { readonly q?: string | undefined; readonly after?: string | undefined },
  countries: readonly string[],
): Record<string, unknown> {
  const page = (name: string | null) =>
    `/outlets?${new URLSearchParams({ ...(q ? { q } : {}), ...(name === null ? {} : { after: name }) })}`;
  return {
    q: q ?? '',
    back: page(after ?? null),
    countries,
    outlets: outlets.map((outlet, index) => toRow(outlet, index)),
    nextHref: next === null ? null : page(next),
    firstHref: after === undefined ? null : page(null),
    isEmpty: outlets.length === 0 && !q && after === undefined,
  };
}

function toRow({ name, country, basis, revision, articles, changedBy }: Outlet, index: number) {
  const by = basis === 'hand' ? ` by ${personInWords(changedBy)}` : '';
  return {
    fieldId: `country-${index}`,
    name,
    country: country ?? '',
    revision,
    articlesText: formatCount(articles, 'article'),
    articlesHref: `/articles?${new URLSearchParams({ outlet: name })}`,
    basisText: country === null || basis === null ? 'not known' : `${BASIS_NAMES[basis]}${by}`,
  };
}

/** The values of the page that asks which of two countries is to stay. */
export function outletConflictPage({
  outlet,
  country,
  theirs,
  back,
}: {
  readonly outlet: string;
  readonly country: string | null;
  readonly theirs: Pick<Outlet, 'country' | 'revision' | 'changedBy' | 'changedAt'>;
  readonly back: string;
}): Record<string, unknown> {
  return {
    outlet,
    who: personInWords(theirs.changedBy),
    when: theirs.changedAt === null ? '' : momentInWords(theirs.changedAt),
    theirs: theirs.country ?? 'not known',
    mine: country ?? 'not known',
    country: country ?? '',
    seen: theirs.revision,
    back,
  };
}

import { LABELS } from '../../analysis/report/index.js';
import type { FilterOption, LibraryFilter, SpeakerOption } from '../store/index.js';
import { type LibraryView, viewAddress } from './library-address.js';
import { dateInWords, momentInWords } from './words.js';

/** What the filters offer. */
export interface FilterOptions {
  readonly targets: readonly { readonly slug: string; readonly name: string }[];
  readonly dimensions: readonly { readonly slug: string; readonly name: string }[];
  readonly outlets: readonly FilterOption[];
  readonly countries: readonly FilterOption[];
  readonly speakers: readonly SpeakerOption[];
  readonly studies: readonly { readonly id: string; readonly name: string }[];
  readonly runs: readonly { readonly id: string; readonly createdAt: Date }[];
  /** Name of the speaker whom the filter names by id; null where it names none. */
  readonly speaker: string | null;
}

/** A choice in a list. */
interface Choice {
  readonly value: string;
  readonly name: string;
  readonly isCurrent: boolean;
}

/** The fields of the filter form, with what they hold. */
export function filterForm(filter: LibraryFilter, options: FilterOptions): Record<string, unknown> {
  const { study, label, dimension, run, country } = filter;
  return {
    search: filter.search ?? '',
    outlet: filter.outlet ?? '',
    from: filter.from ?? '',
    to: filter.to ?? '',
    speaker: filter.speaker ?? '',
    targets: choices(options.targets, filter.target, ({ slug, name }) => [slug, name]),
    studies: choices(options.studies, study, ({ id, name }) => [id, name]),
    countries: choices(options.countries, country, ({ name, articles }) => [name, `${name} (${articles})`]),
    labels: choices(LABELS, label, ({ label: value, name }) => [value, name]),
    dimensions: choices(options.dimensions, dimension, ({ slug, name }) => [slug, name]),
    runs: choices(options.runs, run, ({ id, createdAt }) => [id, `Run of ${momentInWords(createdAt)}`]),
    outlets: options.outlets,
    speakers: options.speakers,
  };
}

function choices<T>(
  options: readonly T[],
  current: string | undefined,
  of: (option: T) => readonly [value: string, name: string],
): Choice[] {
  const listed = options.map((option) => {
    const [value, name] = of(option);
    return { value, name, isCurrent: value === current };
  });
  // What the address names stays chosen, though it is not among those that are offered.
  const isListed = current === undefined || listed.some(({ isCurrent }) => isCurrent);
  return isListed ? listed : [...listed, { value: current, name: current, isCurrent: true }];
}

/** A filter that is set, with the address of the list without it. */
export interface Chip {
  readonly name: string;
  readonly value: string;
  readonly href: string;
}

/** The filters that are set; the target is none, since there is always one. */
export function filterChips(view: LibraryView, options: FilterOptions): Chip[] {
  const { filter } = view;
  const nameOf = (list: readonly { slug: string; name: string }[], slug = '') =>
    list.find((one) => one.slug === slug)?.name ?? slug;
  const study = options.studies.find(({ id }) => id === filter.study);
  const label = LABELS.find((one) => one.label === filter.label);
  const chips: [name: string, field: keyof LibraryFilter, value: string | undefined][] = [
    ['Words', 'search', filter.search],
    ['Study', 'study', study?.name ?? filter.study],
    ['Outlet', 'outlet', filter.outlet],
    ['Country', 'country', filter.country],
    ['From', 'from', filter.from && dateInWords(filter.from)],
    ['To', 'to', filter.to && dateInWords(filter.to)],
    ['Label', 'label', label?.name],
    ['Dimension', 'dimension', filter.dimension && nameOf(options.dimensions, filter.dimension)],
    ['Speaker', 'speaker', options.speaker ?? filter.speaker],
    ['Run', 'run', filter.run],
  ];
  return chips.flatMap(([name, field, value]) => {
    if (!value) return [];
    const { [field]: _without, ...rest } = filter;
    const left = { target: filter.target, ...rest } as LibraryFilter;
    return [{ name, value, href: viewAddress({ ...view, filter: left, after: undefined }) }];
  });
}

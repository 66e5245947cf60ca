import {
  changedLines,
  type EntryOrigin,
  type FamilyName,
  familyColumns,
  type LexiconEntry,
  lineDiff,
} from '../corpus/index.js';
import type { ArticleChoice, CorpusVersion } from '../store/index.js';
import { versionRow } from './version-row.js';

/** What each family is for, as the guide says it. */
export const FAMILY_NOTES: Readonly<Record<FamilyName, string>> = {
  verbs: 'What a deed makes of those it touches.',
  words: 'What a word makes of the one it is said of.',
  cues: 'Words that say who speaks, and what the writer makes of it.',
  modifiers: 'Words that change what another one weighs.',
  agencies: 'News agencies and outlets, as they are printed.',
  furniture: 'Phrases of the page around an article.',
  titles: 'Offices, ranks and forms of address.',
};

const ORIGINS: Readonly<Record<EntryOrigin, string>> = {
  corpus: 'corpus',
  library: 'this library',
  off: 'switched off here',
};

/** Path of the page of a family. */
export function lexiconUrl(family: FamilyName): string {
  return `/lexicons/${family}`;
}

/** Address of the form of an entry. */
export function entryUrl(family: FamilyName, key: string): string {
  const [term = '', pos] = key.split('\t');
  return `${lexiconUrl(family)}/entry?${new URLSearchParams({ term, ...(pos === undefined ? {} : { pos }) })}`;
}

const PAGE = 100;

interface FamilyContents {
  readonly family: FamilyName;
  readonly entries: readonly LexiconEntry[];
  readonly query: {
    readonly q?: string | undefined;
    readonly own?: string | undefined;
    readonly after?: string | undefined;
  };
  readonly versions: readonly CorpusVersion[];
  readonly shown: CorpusVersion | null;
  readonly problems: readonly string[];
  readonly text: string;
  readonly leftOut: string | null;
}

/** The entries that fit a search. */
export function fittingEntries(
  entries: readonly LexiconEntry[],
  { q, own }: FamilyContents['query'],
): LexiconEntry[] {
  const words = (q ?? '').toLowerCase();
  return entries.filter(
    ({ cells, origin }) =>
      (own !== 'only' || origin !== 'corpus') &&
      (words === '' || cells.some((cell) => cell.toLowerCase().includes(words))),
  );
}

/** The values of the template of one family. */
export function lexiconPage(contents: FamilyContents): Record<string, unknown> {
  const { family, entries, query, versions, shown } = contents;
  const fitting = fittingEntries(entries, query);
  const start = query.after === undefined ? 0 : fitting.findIndex(({ key }) => key === query.after) + 1;
  const rows = fitting.slice(start, start + PAGE);
  const last = rows.at(-1);
  const self = lexiconUrl(family);
  const address = (more: Readonly<Record<string, string>>) =>
    `${self}?${new URLSearchParams({ ...(query.q ? { q: query.q } : {}), ...(query.own ? { own: query.own } : {}), ...more })}`;
  const newest = versions[0];
  const before = shown && versions.find(({ version }) => version === shown.version - 1);
  return {
    family,
    self,
    note: FAMILY_NOTES[family],
    columns: familyColumns(family).map(({ name, allowed }) => ({ name, allowed })),
    search: query.q ?? '',
    isOwnOnly: query.own === 'only',
    total: entries.length,
    found: fitting.length,
    ownCount: entries.filter(({ origin }) => origin !== 'corpus').length,
    rows: rows.map(({ key, cells, origin }) => ({
      href: entryUrl(family, key),
      term: cells[0] ?? '',
      cells: cells.slice(1),
      origin: ORIGINS[origin],
      isOff: origin === 'off',
    })),
    nextHref: last && start + rows.length < fitting.length ? address({ after: last.key }) : null,
    firstHref: query.after === undefined ? null : address({}),
    seen: newest?.version ?? 0,
    problems: contents.problems,
    text: contents.text,
    leftOut: contents.leftOut,
    shownVersion: shown?.version ?? null,
    isNewestShown: shown !== null && shown.version === newest?.version,
    restoreAction: shown ? `${self}/versions/${shown.version}/restore` : '',
    diff: shown ? changedLines(lineDiff(before?.content ?? '', shown.content ?? '')) : null,
    versions: versions.map((one, index) => ({ ...versionRow(one, self), isCurrent: index === 0 })),
  };
}

interface EntryContents {
  readonly family: FamilyName;
  /** Key of the entry that is changed; null for a new one. */
  readonly entry: LexiconEntry | null;
  readonly values: Readonly<Record<string, string>>;
  readonly seen: number;
  readonly note: string;
  readonly problems: readonly string[];
  readonly choices: readonly ArticleChoice[];
  readonly targets: readonly { readonly slug: string; readonly name: string }[];
  readonly target: string;
  readonly article: string | undefined;
  readonly find: string | undefined;
  readonly preview: Readonly<Record<string, unknown>> | null;
}

/** The values of the template of an entry. */
export function entryPage(contents: EntryContents): Record<string, unknown> {
  const { family, entry, values, choices, article, find, ...rest } = contents;
  const self = lexiconUrl(family);
  return {
    ...rest,
    family,
    self,
    key: entry?.key ?? '',
    heading: entry ? `Change “${values.term ?? ''}”` : `New entry of ${family}`,
    originText: entry ? ORIGINS[entry.origin] : '',
    canSwitchOff: entry !== null && entry.origin !== 'off',
    isOwn: entry !== null && entry.origin !== 'corpus',
    fields: familyColumns(family).map(({ name, allowed, choices: given }) => ({
      name,
      allowed,
      value: values[name] ?? '',
      choices: given?.map((value) => ({ value, isChosen: value === values[name] })) ?? null,
      isKey: name === 'term' || name === 'pos',
    })),
    find: find ?? '',
    choices: choices.map(({ id, title, outlet, related }) => ({
      id,
      isChosen: id === article,
      name: [title ?? 'Untitled article', outlet, related ? `${related} paragraphs about the target` : null]
        .filter(Boolean)
        .join(' · '),
    })),
    targets: contents.targets.map((option) => ({ ...option, isChosen: option.slug === contents.target })),
  };
}

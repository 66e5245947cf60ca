import { LEVELS, type Level } from '../../analysis/report/index.js';

/** Files of one kind, next to each other. */
export interface DownloadGroup {
  readonly name: string;
  readonly links: readonly { readonly name: string; readonly href: string }[];
}

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  articles: 'Articles',
  paragraphs: 'Paragraphs',
  voices: 'Voices',
  evidence: 'Evidence',
};

/** What a page can be taken home as: CSV at each level, raw and for Excel, and JSON. `page` is its path. */
export function downloadGroups(page: string, query: URLSearchParams): DownloadGroup[] {
  const tables = (extra: Readonly<Record<string, string>>) =>
    LEVELS.map((level) => ({
      name: LEVEL_NAMES[level],
      href: `${page}.csv?${new URLSearchParams([['level', level], ...query, ...Object.entries(extra)])}`,
    }));
  return [
    { name: 'CSV', links: tables({}) },
    { name: 'CSV for Excel', links: tables({ for: 'excel' }) },
    { name: 'JSON', links: [{ name: 'Everything', href: `${page}.json?${query}` }] },
  ];
}

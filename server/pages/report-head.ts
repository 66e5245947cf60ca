import type { ResultHead } from '../../analysis/article/index.js';
import { dateInWords, languageInWords, listInWords, webAddress } from './words.js';

/** A piece of metadata with where it comes from, in words; `basis` is empty where nothing is to be said. */
export interface MetaLine {
  readonly name: string;
  readonly value: string;
  readonly basis: string;
  readonly href: string | null;
}

/** Characters beyond which a title would push the report off the first screen. */
const LONG_TITLE = 160;

/** What stands at the top of a report. */
export interface ReportHead {
  readonly title: string | null;
  /** Whether the title needs smaller letters. */
  readonly isTitleLong: boolean;
  readonly language: string;
  readonly lines: readonly MetaLine[];
}

/** The head of a report: every piece of metadata with its basis. */
export function reportHead(head: ResultHead): ReportHead {
  const lines = [outlet(head), published(head), dateline(head), byline(head), language(head), keywords(head)];
  return {
    title: head.title,
    isTitleLong: (head.title ?? '').length > LONG_TITLE,
    language: head.language,
    lines: [...lines, address(head), file(head)].filter((line) => line !== null),
  };
}

function line(name: string, value: string, basis = '', href: string | null = null): MetaLine {
  return { name, value, basis, href };
}

function outlet({ outlet: name, outletBasis, dateline: from }: ResultHead): MetaLine {
  if (name === null) return line('Outlet', 'not known');
  if (outletBasis !== 'inferred') return line('Outlet', name);
  const source = from?.agency === null || from === null ? 'the text' : 'the agency in the dateline';
  return line('Outlet', name, `inferred from ${source}`);
}

function published(head: ResultHead): MetaLine {
  if (head.published === null) return line('Published', 'not known', alsoPossible(head.publishedCandidates));
  const others = alsoPossible(head.publishedCandidates.filter((date) => date !== head.published));
  const basis = head.publishedBasis === 'inferred' ? `inferred from ${dateSource(head)}` : '';
  return line('Published', dateInWords(head.published), [basis, others].filter(Boolean).join('; '));
}

function dateSource({ dateline: from }: ResultHead): string {
  return from?.date ? `“${from.date}” in the dateline` : 'the text';
}

function alsoPossible(dates: readonly string[]): string {
  return dates.length === 0 ? '' : `also possible: ${listInWords(dates.map(dateInWords))}`;
}

function dateline({ dateline: from }: ResultHead): MetaLine | null {
  const parts = [from?.place, from?.agency].filter((part) => part !== null && part !== undefined);
  return parts.length === 0 ? null : line('Dateline', parts.join(', '));
}

function byline({ byline: author }: ResultHead): MetaLine | null {
  return author === null ? null : line('Byline', author);
}

function language({ language: tag }: ResultHead): MetaLine {
  return line('Language', languageInWords(tag));
}

function keywords({ keywords: words }: ResultHead): MetaLine | null {
  return words.length === 0 ? null : line('Keywords', words.join(', '));
}

function address({ url }: ResultHead): MetaLine | null {
  return url === null ? null : line('Address', url, '', webAddress(url));
}

function file({ source }: ResultHead): MetaLine {
  return line('File', source.file, source.index > 0 ? `article ${source.index + 1} in it` : '');
}

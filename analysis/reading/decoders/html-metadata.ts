import { comparable } from '../furniture/index.js';
import { normalizeInline } from '../normalize.js';
import type { StatedMetadata } from '../page.js';
import type { DomDocument } from './dom.js';
import { readLinkedData } from './json-ld.js';

/** Names under which pages state the same thing, the most reliable first. */
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'date',
  'article_date_original',
];
const AUTHOR = [
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'article:author',
];
const OUTLET = ['og:site_name', 'publisher', 'dc.publisher', 'cre', 'application-name'];
const TITLE = ['og:title', 'parsely-title', 'twitter:title', 'dc.title', 'dcterms.title', 'title'];
const KEYWORDS = ['news_keywords', 'article:tag', 'parsely-tags', 'keywords'];

/** What stands between a headline and the name of the site in a title element. */
const SITE_SEPARATOR = /\s+(?:[|–—:»·•]|-|\\|::|»)\s+|\s*\|\s*/u;

/** Words of the longest name of a site, and of the shortest headline that remains without it. */
const MAX_SITE_WORDS = 5;
const MIN_TITLE_WORDS = 3;

/** What the markup of a page states about its article. Nothing is fetched, nothing is run. */
export function readMetadata(document: DomDocument): StatedMetadata {
  const metas = readMetas(document);
  const data = readLinkedData(document);
  const first = (names: readonly string[]) =>
    names.map((name) => metas.get(name)?.[0]).find((value) => value) ?? null;
  const outlet = data?.publisher ?? first(OUTLET);
  const canonical =
    attribute(document, 'link[rel="canonical"]', 'href') ?? first(['og:url']) ?? data?.url ?? null;
  const title = titleOf(document, data?.headline ?? null, first(TITLE), outlet);
  return {
    title,
    outlet: outlet && decodeEntities(outlet),
    site: siteOf(normalizeInline(document.querySelector('title')?.textContent ?? ''), title),
    published:
      data?.published ??
      first(PUBLISHED) ??
      attribute(
        document,
        'time[pubdate][datetime], time[itemprop="datePublished"][datetime], article time[datetime]',
        'datetime',
      ),
    byline:
      data?.author ??
      first(AUTHOR) ??
      textAt(document, '[rel="author"], [itemprop="author"], .byline, .author, .signature'),
    language: document.documentElement?.getAttribute('lang') ?? null,
    url: canonical !== null && isWebAddress(canonical) ? canonical : null,
    keywords: data?.keywords.length ? data.keywords.map(decodeEntities) : keywordsOf(metas),
  };
}

function readMetas(document: DomDocument): ReadonlyMap<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = normalizeInline(meta.getAttribute('content') ?? '');
    if (name !== '' && content !== '') metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  return metas;
}

function keywordsOf(metas: ReadonlyMap<string, string[]>): string[] {
  const values = KEYWORDS.map((name) => metas.get(name)).find((found) => found !== undefined) ?? [];
  return values.flatMap((value) => value.split(/\s*[,;]\s*/u));
}

/**
 * The headline: of the article's data; else the level-one heading where title element or OpenGraph
 * repeat it; else what these say, without the name of the site.
 */
function titleOf(
  document: DomDocument,
  headline: string | null,
  meta: string | null,
  outlet: string | null,
): string | null {
  if (headline) return normalizeInline(decodeEntities(headline));
  const element = normalizeInline(document.querySelector('title')?.textContent ?? '');
  const headings = [...document.querySelectorAll('h1')].map((heading) =>
    normalizeInline(heading.textContent ?? ''),
  );
  const stated = `${comparable(element)}\n${comparable(meta ?? '')}`;
  const repeated = headings.find((heading) => heading !== '' && stated.includes(comparable(heading)));
  if (repeated) return repeated;
  const known = [meta, element].find((text) => text);
  if (known) return withoutSite(known, outlet);
  return headings.length === 1 ? (headings[0] ?? null) || null : null;
}

/** What the title element says besides the title: most often the name of the site. */
function siteOf(element: string, title: string | null): string | null {
  if (title === null) return null;
  const parts = element.split(SITE_SEPARATOR).filter((part) => !comparable(title).includes(comparable(part)));
  return parts.at(-1) ?? null;
}

/** A title without the name of its site at either end. */
function withoutSite(title: string, outlet: string | null): string {
  const parts = title.split(SITE_SEPARATOR);
  if (parts.length < 2) return title;
  const isOutlet = (part: string) => outlet !== null && comparable(part) === comparable(outlet);
  const words = (part: string) => part.split(' ').length;
  const kept = parts.filter((part) => !isOutlet(part));
  if (kept.length < parts.length && kept.length > 0) return kept.join(' - ');
  const rest = title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/[\s|–—:»·•\\-]+$/u, '');
  return words(parts.at(-1) ?? '') <= MAX_SITE_WORDS && words(rest) >= MIN_TITLE_WORDS ? rest : title;
}

function attribute(document: DomDocument, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || null;
}

function textAt(document: DomDocument, selector: string): string | null {
  const text = normalizeInline(document.querySelector(selector)?.textContent ?? '');
  return text.length > 0 && text.length < 120 ? text : null;
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//iu.test(url) && URL.canParse(url);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Data inside scripts is often escaped as if it were markup. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,6}));/giu, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : Number.NaN;
    if (Number.isInteger(code) && code <= 0x10ffff) return String.fromCodePoint(code);
    return ENTITIES[String(name).toLowerCase()] ?? whole;
  });
}

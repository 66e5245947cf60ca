import type { DomDocument } from './dom.js';

/** What a page says of its article in JSON-LD (schema.org). */
export interface LinkedData {
  readonly headline: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly keywords: readonly string[];
  readonly url: string | null;
}

/** Types of schema.org that stand for the article itself. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|OpinionNewsArticle)$/u;

/** Nesting in which articles are looked for (`@graph`, `mainEntity`). */
const MAX_DEPTH = 4;

type Fields = Readonly<Record<string, unknown>>;

/** The data of the first article that a page describes, or null. */
export function readLinkedData(document: DomDocument): LinkedData | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parse(script.textContent ?? ''), 0);
    if (article) return understand(article);
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/gu, ''));
  } catch {
    // Pages with broken data still state most of it in meta elements.
    return null;
  }
}

function findArticle(value: unknown, depth: number): Fields | null {
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, 50)) {
      const found = findArticle(entry, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isFields(value)) return null;
  const types = [value['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return value;
  return findArticle(value['@graph'], depth + 1) ?? findArticle(value.mainEntity, depth + 1);
}

function understand(article: Fields): LinkedData {
  const keywords = article.keywords;
  return {
    headline: textOf(article.headline) ?? textOf(article.name),
    author: namesOf(article.author),
    published: textOf(article.datePublished) ?? textOf(article.dateCreated),
    publisher: namesOf(article.publisher),
    keywords: [keywords].flat().flatMap((entry) => (typeof entry === 'string' ? entry.split(',') : [])),
    url: textOf(article.url),
  };
}

function namesOf(value: unknown): string | null {
  const names = [value].flat().flatMap((entry) => textOf(isFields(entry) ? entry.name : entry) ?? []);
  return names.length === 0 ? null : names.join(' and ');
}

function textOf(value: unknown): string | null {
  const [first] = [value].flat();
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { normalizeInline } from '../normalize.js';
import { NOTHING_STATED, type StatedMetadata } from '../page.js';

/** Characters of the longest front matter that is read. */
const MAX_LENGTH = 16_000;

const FENCED = /^\s{0,10}---[ \t]*\n([\s\S]{0,16000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

/** Keys under which front matter states the same thing. */
const KEYS = {
  title: ['title', 'headline'],
  outlet: ['outlet', 'publication', 'publisher', 'source', 'site', 'institution', 'newspaper'],
  published: ['date', 'published', 'publishDate', 'pubDate'],
  byline: ['author', 'authors', 'byline', 'by'],
  language: ['lang', 'language'],
  url: ['url', 'canonical', 'link', 'permalink'],
  keywords: ['tags', 'keywords', 'categories', 'topics'],
} as const;

/** Front matter in YAML and the text below it; text without front matter comes back whole. */
export async function readFrontMatter(source: string): Promise<{ stated: StatedMetadata; body: string }> {
  const match = FENCED.exec(source.slice(0, MAX_LENGTH + 100));
  const fields = match ? await parseFields(match[1] ?? '') : null;
  if (!match || !fields) return { stated: NOTHING_STATED, body: source };
  const list = (key: keyof typeof KEYS): string[] => {
    const name = KEYS[key].find((candidate) => fields[candidate] !== undefined && fields[candidate] !== null);
    return name === undefined ? [] : [fields[name]].flat().map((value) => normalizeInline(String(value)));
  };
  const [url = null] = list('url');
  return {
    stated: {
      title: list('title')[0] || null,
      outlet: list('outlet')[0] || null,
      site: null,
      published: list('published')[0] || null,
      byline: list('byline').join(' and ') || null,
      language: list('language')[0] || null,
      url: url !== null && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null,
      keywords: list('keywords').flatMap((value) => value.split(/\s*,\s*/u)),
    },
    body: source.slice(match[0].length),
  };
}

/** A block between rules that is no mapping is a text that begins with a rule. */
async function parseFields(source: string): Promise<Readonly<Record<string, unknown>> | null> {
  const { parse } = await import('yaml');
  try {
    // Dates stay as written, and no alias is followed: they can unfold without end.
    const fields: unknown = parse(source, { schema: 'core', maxAliasCount: 0 });
    return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? { ...fields } : null;
  } catch {
    return null;
  }
}

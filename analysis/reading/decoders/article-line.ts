import { z } from 'zod';
import {
  type Article,
  InputError,
  type Reading,
  type Span,
  type TargetRef,
  type TextUnit,
  trimSpan,
} from '../../article/index.js';
import { articleId, textHash } from '../article-id.js';
import { isCalendarDate } from '../metadata/calendar.js';
import { storable } from '../normalize.js';

/** Text that may be absent or null, and counts as absent when blank. */
const optionalText = z.string().nullish();

const targetRef = z.object({
  name: z.string().min(1),
  aliases: z.array(z.string()).nullish(),
  slug: z.string().nullish(),
});

const mention = z.object({
  paragraph: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/** One article a line; other keys are ignored. */
const articleLine = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string().nullish(),
  paragraphs: z.array(z.string()).nullish(),
  title: optionalText,
  outlet: optionalText,
  published: optionalText,
  url: optionalText,
  language: optionalText,
  target: targetRef.nullish(),
  targets: z.array(targetRef).nullish(),
  mentions: z.array(mention).nullish(),
});

type ArticleLine = z.infer<typeof articleLine>;

/** The article of a parsed line, its text verbatim. Throws an `InputError` that names the fault. */
export function readingOf(value: unknown, source: Article['source']): Reading {
  const line = checked(value);
  const { text, units } = textOfLine(line);
  return {
    article: articleOf(line, text, units, source),
    targets: [...(line.target ? [line.target] : []), ...(line.targets ?? [])].map(toTarget),
    mentions: line.mentions ? line.mentions.map((given) => spanOf(given, units)) : null,
  };
}

function checked(value: unknown): ArticleLine {
  const result = articleLine.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.join('.') || 'the line';
  throw new InputError(
    'bad-line',
    `At ${path}: ${issue?.message ?? 'not an article'}.`,
    'See the input format: an object with id, text or paragraphs, and optional fields of the stated types.',
  );
}

function textOfLine({ text, paragraphs }: ArticleLine): { text: string; units: TextUnit[] } {
  const hasText = typeof text === 'string';
  if (hasText === Array.isArray(paragraphs)) {
    throw new InputError(
      hasText ? 'text-and-paragraphs' : 'no-text',
      hasText ? 'The line has both text and paragraphs.' : 'The line has neither text nor paragraphs.',
      'Give exactly one of text (a string) and paragraphs (a list of strings).',
    );
  }
  return hasText ? unitsOfText(storable(text)) : joinParagraphs((paragraphs ?? []).map(storable));
}

const LINE_END = /\r\n|\n|\r/gu;
const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[^\S\r\n]*(?:\r\n|\n|\r(?!\n))/u;
const BLANK_LINES = /(?:\r\n|\n|\r(?!\n))(?:[^\S\r\n]*(?:\r\n|\n|\r(?!\n)))+/gu;

function unitsOfText(text: string): { text: string; units: TextUnit[] } {
  const separator = BLANK_LINE.test(text.trim()) ? BLANK_LINES : LINE_END;
  const units: TextUnit[] = [];
  const add = (start: number, end: number) => {
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) units.push({ ...span, ordinal: units.length + 1, role: 'body' });
  };
  let start = 0;
  for (const match of text.matchAll(separator)) {
    add(start, match.index);
    start = match.index + match[0].length;
  }
  add(start, text.length);
  return { text, units };
}

function joinParagraphs(paragraphs: readonly string[]): { text: string; units: TextUnit[] } {
  let start = 0;
  const units = paragraphs.map((paragraph, index): TextUnit => {
    const unit = { start, end: start + paragraph.length, ordinal: index + 1, role: 'body' as const };
    start = unit.end + 1;
    return unit;
  });
  return { text: paragraphs.join('\n'), units };
}

function articleOf(
  line: ArticleLine,
  text: string,
  units: readonly TextUnit[],
  source: Article['source'],
): Article {
  const title = given(line.title);
  const outlet = given(line.outlet);
  const published = publishedOf(line);
  return {
    id: articleId({ outlet, published, title, text }),
    textHash: textHash(text),
    recordId: String(line.id ?? `${source.file}#${source.index}`),
    source,
    title,
    titleBasis: title === null ? 'missing' : 'stated',
    outlet,
    outletBasis: outlet === null ? 'unknown' : 'stated',
    published,
    publishedBasis: published === null ? 'unknown' : 'stated',
    publishedCandidates: published === null ? [] : [published],
    dateline: null,
    byline: null,
    language: given(line.language) ?? 'en',
    url: httpUrl(given(line.url)),
    keywords: [],
    text,
    units,
    dropped: [],
  };
}

function given(value: string | null | undefined): string | null {
  return value?.trim() ? storable(value) : null;
}

function httpUrl(url: string | null): string | null {
  return url && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null;
}

function publishedOf(line: ArticleLine): string | null {
  const published = given(line.published)?.trim();
  if (!published) return null;
  const date = published.slice(0, 'YYYY-MM-DD'.length);
  if (isCalendarDate(date) && /^(?:$|[T ])/u.test(published.slice(date.length))) return date;
  throw new InputError(
    'bad-date',
    `published is "${published.slice(0, 40)}", which is no ISO date.`,
    'Write the date as YYYY-MM-DD, or leave published out where the day is not known.',
  );
}

function toTarget(ref: z.infer<typeof targetRef>): TargetRef {
  return {
    name: ref.name,
    ...(ref.aliases ? { aliases: ref.aliases } : {}),
    ...(ref.slug ? { slug: ref.slug } : {}),
  };
}

function spanOf(given: z.infer<typeof mention>, units: readonly TextUnit[]): Span {
  const unit = units[given.paragraph];
  if (!unit) {
    throw new InputError(
      'mention-outside',
      `A mention names paragraph ${given.paragraph}, but the article has ${units.length}.`,
      'Count paragraphs from 0.',
    );
  }
  const length = unit.end - unit.start;
  if (given.start >= given.end || given.end > length) {
    throw new InputError(
      'mention-outside',
      `The mention ${given.start} to ${given.end} does not lie inside paragraph ${given.paragraph} (${length} code units).`,
      'Give start and end as UTF-16 offsets within the paragraph, with start before end.',
    );
  }
  return { start: unit.start + given.start, end: unit.start + given.end };
}

import { createRequire } from 'node:module';
import { type Article, type Span, trimSpan } from '../../analysis/article/index.js';
import { annotate } from '../../analysis/pipeline.js';
import type { Resources } from '../../analysis/resources/index.js';
import { quotedParts } from './lines.js';

/** Quoted words and whom they are given to; nobody where `source` is empty. */
export interface Quote {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
}

/** Something that finds quotations in a text and says who speaks. */
export interface Contender {
  readonly name: string;
  /** What it is given and what of its answer is taken. */
  readonly given: string;
  readonly find: (article: Article) => readonly Quote[];
}

const require = createRequire(import.meta.url);

/** Our attributions and their peers, in the order of the table. */
export function contenders(resources: Resources): Contender[] {
  return [standpoint(resources), compromise(), quoteParser()];
}

function standpoint(resources: Resources): Contender {
  return {
    name: 'standpoint',
    given: 'the article; of every attribution the words of its content that stand inside quotation marks',
    find: (article) => {
      // A copy, since layers are remembered per article.
      const { body } = annotate({ ...article }, resources);
      return body.attributions.map(({ source, content }) => ({
        source,
        content: quotedParts(body, content),
      }));
    },
  };
}

/** `quotations()` of compromise, which names no speakers. */
function compromise(): Contender {
  const nlp = require('compromise') as (text: string) => { quotations(): { out(as: 'array'): string[] } };
  return {
    name: 'compromise',
    given: 'the text; `quotations()`, without their marks. It names no speakers',
    find: ({ text }) => {
      let from = 0;
      return nlp(text)
        .quotations()
        .out('array')
        .flatMap((quote) => {
          // Its own offsets begin behind the opening mark but count it in the length.
          const start = text.indexOf(quote.trim(), from);
          if (start < 0) return [];
          from = start + quote.trim().length;
          return [{ source: [], content: [withoutMarks(text, { start, end: from })] }];
        });
    },
  };
}

interface ParsedQuote {
  readonly index: number;
  readonly text: string;
  readonly name: { readonly index: number; readonly text: string };
}

/** Shortest quotation in characters that quote-parser is asked for: the least its patterns allow. */
const SHORTEST_PARSED = 10;

/** `parse` of quote-parser: patterns of "said", "added", "wrote" and "told" beside quotations. */
function quoteParser(): Contender {
  const { parse } = require('quote-parser') as {
    parse(text: string, language: string, options: { minLength: number }): ParsedQuote[];
  };
  return {
    name: 'quote-parser',
    given:
      'the text; `parse` with `minLength: 10`; its names up to the first mark that ends a clause, since they run on',
    find: ({ text }) =>
      parse(text, 'en', { minLength: SHORTEST_PARSED }).map(({ index, text: quote, name }) => ({
        content: [{ start: index, end: index + quote.length }],
        source: [nameAlone(text, name)],
      })),
  };
}

/** Its names run on to the end of the line ("Caddell. “Yesterday, there were"): cut in its favor. */
function nameAlone(text: string, { index, text: name }: ParsedQuote['name']): Span {
  const end = name.search(/[.!?;:"“”]\s|["“”]/u);
  return trimSpan(text, { start: index, end: index + (end < 0 ? name.length : end) });
}

function withoutMarks(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /["“”„«»'‘’\s]/u.test(text.charAt(start))) start++;
  while (end > start && /["“”„«»'‘’\s]/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

import { readFileSync } from 'node:fs';
import { type Article, plainArticle, type Span, type TargetRef } from '../../analysis/article/index.js';

/** A labelled article as the files hold it. */
export interface Line {
  readonly id: string;
  readonly title?: string;
  readonly target?: TargetRef;
  readonly paragraphs: readonly string[];
  readonly mentions?: readonly { readonly paragraph: number; readonly start: number; readonly end: number }[];
  readonly gold: unknown;
}

/** The lines of a file that hold labelled paragraphs. */
export function readLines(path: string): Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** The article of a line: its paragraphs verbatim, joined by line breaks. */
export function articleOf({ id, title, paragraphs }: Line): Article {
  return plainArticle(id, paragraphs, title === undefined ? {} : { title, titleBasis: 'stated' });
}

/** The mentions that a line gives, in offsets of the article; null when it gives none. */
export function mentionsOf(line: Line, article: Article): Span[] | null {
  return (
    line.mentions?.map(({ paragraph, start, end }) => {
      const offset = article.units[paragraph]?.start ?? 0;
      return { start: start + offset, end: end + offset };
    }) ?? null
  );
}

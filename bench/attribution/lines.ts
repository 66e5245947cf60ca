import { readFileSync } from 'node:fs';
import { type Article, type Layers, overlaps, type Span } from '../../analysis/article/index.js';
import { type MarkedArticle, readMarked } from '../../analysis/evaluate/index.js';
import { annotate } from '../../analysis/pipeline.js';
import { readBytes } from '../../analysis/reading/index.js';
import type { Resources } from '../../analysis/resources/index.js';

/** An article with the attributions that people marked in it. */
export interface Line {
  readonly id: string;
  readonly article: Article;
  /** What the program finds; its tokens and quotation marks are used to compare all contenders. */
  readonly layers: Layers;
  readonly marked: MarkedArticle;
}

/** The lines of a file of marked articles. Throws InputError `bad-gold` for one that does not fit. */
export async function readLines(path: string, resources: Resources): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${path}, line ${index + 1}`;
    const { gold } = JSON.parse(line) as { gold?: unknown };
    for await (const outcome of readBytes(
      { file: path, bytes: Buffer.from(line), format: 'jsonl' },
      resources,
    )) {
      if (!outcome.ok) throw new Error(`${place}: ${outcome.reason}`);
      const { article } = outcome.reading;
      const { body: layers } = annotate(article, resources);
      lines.push({ id: article.recordId, article, layers, marked: readMarked(gold, article.text, place) });
    }
  }
  return lines;
}

/** The parts of spans that lie inside quotations, marks excluded. */
export function quotedParts({ quotations }: Layers, spans: readonly Span[]): Span[] {
  return spans.flatMap((span) =>
    quotations
      .filter((quotation) => overlaps(quotation, span))
      .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) })),
  );
}

/** What people marked, quoted words alone. */
export function quotedAlone({ marked, layers }: Line): MarkedArticle {
  const attributions = (marked.attributions ?? []).flatMap(({ source, content }) => {
    const quoted = quotedParts(layers, content);
    return quoted.length === 0 ? [] : [{ source, cue: [], content: quoted }];
  });
  return { attributions, pronouns: null };
}

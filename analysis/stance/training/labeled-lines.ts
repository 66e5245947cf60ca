import { readFileSync } from 'node:fs';
import {
  type Annotated,
  InputError,
  type Label,
  plainArticle,
  type Span,
  type TargetRef,
} from '../../article/index.js';
import { attribute } from '../../attribution/index.js';
import { sentencesOf } from '../../language/index.js';
import type { Resources } from '../../resources/index.js';

/** A labeled article in the program's input format. */
export interface LabeledLine {
  readonly id: string;
  readonly target?: TargetRef;
  readonly paragraphs: readonly string[];
  readonly mentions?: readonly { readonly paragraph: number; readonly start: number; readonly end: number }[];
  readonly gold: { readonly paragraphs: readonly (Label | { readonly label: Label })[] };
}

/** The target of lines that name none. */
export const DEFAULT_TARGET = 'coalition';

/**
 * The labeled articles of a JSONL file.
 * @throws InputError `unreadable-file`, or `bad-example` that names the line.
 */
export function readLabeledLines(path: string): LabeledLine[] {
  return textOf(path)
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [lineOf(text, `${path}:${index + 1}`)]));
}

/** The text of a file of examples. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(
      'unreadable-file',
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
      'Check the path; docs/method.md lists the files that the shipped weights were trained on.',
    );
  }
}

function lineOf(text: string, place: string): LabeledLine {
  let line: Partial<LabeledLine> | null;
  try {
    line = JSON.parse(text) as Partial<LabeledLine> | null;
  } catch {
    line = null;
  }
  const count = Array.isArray(line?.paragraphs) ? line.paragraphs.length : 0;
  if (count === 0 || line?.gold?.paragraphs?.length !== count) {
    throw new InputError(
      'bad-example',
      `${place} is not a labeled article`,
      'Each line needs paragraphs and as many labels in gold.paragraphs.',
    );
  }
  return line as LabeledLine;
}

/** The label of each paragraph, in order. */
export function labelsOf({ gold }: LabeledLine): Label[] {
  return gold.paragraphs.map((entry) => (typeof entry === 'string' ? entry : entry.label));
}

/** The mentions that a line gives, in offsets of the article's text; null where it gives none. */
export function mentionsOf({ mentions }: LabeledLine, { article }: Annotated): Span[] | null {
  if (!mentions) return null;
  return mentions.map(({ paragraph, start, end }) => {
    const offset = article.units[paragraph]?.start ?? 0;
    return { start: start + offset, end: end + offset };
  });
}

/** The layers of a line, as the pipeline makes them (which this room may not import). */
export function annotatedOf(line: LabeledLine, resources: Resources): Annotated {
  const article = plainArticle(line.id, line.paragraphs);
  const { text, units } = article;
  const sentences = sentencesOf(text, units);
  const { speakers, ...layers } = attribute(text, units, sentences, resources);
  return { article, body: { text, units, sentences, ...layers }, headline: null, speakers };
}

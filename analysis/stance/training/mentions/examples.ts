import { z } from 'zod';
import { InputError, type Span } from '../../../article/index.js';
import { textOf } from '../labeled-lines.js';

/** Labels in the order that models number them. */
export const CLASSES = ['skeptical', 'neutral', 'supportive'] as const;
const CLASS_NAMES: readonly string[] = CLASSES;
export type MentionLabel = (typeof CLASSES)[number];

/** One labelled mention of a target in a paragraph. */
export interface MentionExample {
  readonly id: string;
  readonly text: string;
  readonly mention: Span;
  /** Index in CLASSES. */
  readonly label: number;
  /** What the example shows, where its writer says so. Never given to a model. */
  readonly phenomenon: string | null;
}

const line = z.object({
  id: z.string(),
  paragraphs: z.array(z.string()),
  mentions: z.array(z.object({ paragraph: z.number(), start: z.number(), end: z.number() })).min(1),
  gold: z.object({ paragraphs: z.array(z.union([z.string(), z.object({ label: z.string() })])) }),
  phenomenon: z.string().optional(),
});

/**
 * Labelled mentions from a JSONL file in the input format with `gold`: the first mention of each line.
 * Lines with other labels than the three are left out. Throws InputError for a line that does not fit.
 */
export function readExamples(path: string): MentionExample[] {
  const lines = textOf(path).split('\n');
  return lines.flatMap((text, index) => (text.trim() === '' ? [] : exampleOf(text, `${path}:${index + 1}`)));
}

function exampleOf(text: string, place: string): MentionExample[] {
  const row = line.safeParse(parseJson(text, place));
  if (!row.success) throw unreadable(place);
  const { id, paragraphs, mentions, gold, phenomenon } = row.data;
  const mention = mentions[0];
  if (!mention) throw unreadable(place);
  const coded = gold.paragraphs[mention.paragraph] ?? '';
  const label = CLASS_NAMES.indexOf(typeof coded === 'string' ? coded : coded.label);
  const paragraph = paragraphs[mention.paragraph];
  if (paragraph === undefined) throw unreadable(place);
  if (label < 0) return [];
  return [
    {
      id,
      text: paragraph,
      mention: { start: mention.start, end: mention.end },
      label,
      phenomenon: phenomenon ?? null,
    },
  ];
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(place);
  }
}

function unreadable(place: string): InputError {
  return new InputError(
    'bad-example',
    `${place} is not a labelled mention`,
    'Each line needs id, paragraphs, mentions with paragraph, start and end, and gold.paragraphs.',
  );
}

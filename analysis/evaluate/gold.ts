import { InputError, LABELS, type Label } from '../article/index.js';

/** What was coded: the paragraph as a whole, or what its author says in the author's own voice. */
export const FIELDS = ['unit', 'author'] as const;
export type Field = (typeof FIELDS)[number];

/** Human codings of one paragraph. */
export interface GoldParagraph {
  readonly label: Label;
  /** Labels that a careful coder could also have given, the label itself among them. */
  readonly accepted: readonly Label[];
}

/** Human codings of one article. */
export interface GoldArticle {
  readonly id: string;
  /** Null for a paragraph that nobody coded. */
  readonly paragraphs: readonly (GoldParagraph | null)[];
}

/**
 * Takes the codings of a field out of a line of gold JSONL. A paragraph is a label, or an object with
 * `label` and perhaps `accepted`, `author` and `authorAccepted`, or null. A paragraph without `author`
 * counts as not coded where that field is asked for.
 * @throws InputError `bad-gold` that names the article, the paragraph and the labels allowed.
 */
export function readGold(
  line: { readonly id: string; readonly gold?: unknown },
  field: Field = 'unit',
): GoldArticle {
  const gold = line.gold as { paragraphs?: unknown } | null | undefined;
  if (!Array.isArray(gold?.paragraphs)) {
    throw new InputError(
      'bad-gold',
      `Article ${line.id} has no gold.paragraphs`,
      'Give one label per paragraph under gold.paragraphs.',
    );
  }
  return {
    id: line.id,
    paragraphs: gold.paragraphs.map((value, index) => goldParagraph(value, field, line.id, index + 1)),
  };
}

function goldParagraph(value: unknown, field: Field, id: string, ordinal: number): GoldParagraph | null {
  if (value === null || value === undefined) return null;
  const { label: given, accepted: others } = codingOf(value, field);
  if (given === undefined && field === 'author') return null;
  const label = labelOf(given, id, ordinal);
  const accepted = Array.isArray(others) ? others.map((other) => labelOf(other, id, ordinal)) : [];
  return { label, accepted: [...new Set([label, ...accepted])] };
}

function codingOf(value: unknown, field: Field): { label?: unknown; accepted?: unknown } {
  const coding = typeof value === 'string' ? { label: value } : (value as Record<string, unknown>);
  return field === 'unit' ? coding : { label: coding.author, accepted: coding.authorAccepted };
}

function labelOf(value: unknown, id: string, ordinal: number): Label {
  const label = LABELS.find((known) => known === value);
  if (label) return label;
  throw new InputError(
    'bad-gold',
    `Article ${id}, paragraph ${ordinal}: ${JSON.stringify(value)} is no label`,
    `Use one of ${LABELS.join(', ')}.`,
  );
}

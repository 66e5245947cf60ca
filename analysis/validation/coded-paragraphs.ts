import { LABELS, type Label } from '../article/index.js';
import { type Field, fold } from '../evaluate/index.js';
import type { Column } from '../report/index.js';
import type { CodedItem, Codings } from './codings.js';
import { machineOf, majorityOf } from './judged.js';

/** What one coder said of a paragraph. */
export interface Given {
  readonly coder: string;
  readonly label: Label;
  readonly note: string;
}

/** A coded paragraph with what everybody says of it. */
export interface CodedParagraph {
  readonly item: CodedItem;
  /** In the order of the coders; those who gave no label are not in it. */
  readonly given: readonly Given[];
  /** The label that most coders gave; null where two are ahead together. */
  readonly majority: Label | null;
  readonly machine: Label;
  /** Whether coders differ among themselves. */
  readonly codersDiffer: boolean;
  /** Whether the program says something else than most coders. */
  readonly programDiffers: boolean;
}

/**
 * The coded paragraphs. First come those that one takes for supportive and another, or the program, for
 * skeptical; then those of which the program was surest.
 */
export function codedParagraphs({ items, coders }: Codings, field: Field): CodedParagraph[] {
  return items
    .map((item) => toParagraph(item, coders, field))
    .sort(
      (a, b) =>
        Number(isOpposite(b)) - Number(isOpposite(a)) ||
        b.item.machine.confidence - a.item.machine.confidence ||
        (a.item.itemId < b.item.itemId ? -1 : 1),
    );
}

function toParagraph(item: CodedItem, coders: readonly string[], field: Field): CodedParagraph {
  const given = coders.flatMap((coder, at): Given[] => {
    const label = item.labels[at] ?? null;
    return label === null ? [] : [{ coder, label, note: item.notes[at] ?? '' }];
  });
  const majority = majorityOf(item);
  const machine = machineOf(item, field).label;
  return {
    item,
    given,
    majority,
    machine,
    codersDiffer: new Set(given.map(({ label }) => label)).size > 1,
    programDiffers: majority !== null && majority !== machine,
  };
}

function isOpposite({ given, machine }: CodedParagraph): boolean {
  const labels = [machine, ...given.map(({ label }) => label)];
  const directions = new Set(labels.map((label) => fold({ label, score: null })));
  return directions.has('supportive') && directions.has('skeptical');
}

/** A paragraph with one of its codings, as a row of a table. */
export interface CodingRow extends CodedParagraph {
  readonly one: Given;
}

/** A row for each coding of each paragraph. */
export function codingRows(paragraphs: readonly CodedParagraph[]): CodingRow[] {
  return paragraphs.flatMap((paragraph) => paragraph.given.map((one) => ({ ...paragraph, one })));
}

const IDENTIFIER = 'letters and digits';
const LABEL_VALUES = LABELS.join(', ');

/** The columns of the table of codings. */
export const CODING_COLUMNS: readonly Column<CodingRow>[] = [
  {
    name: 'item_id',
    type: 'text',
    description: 'Name of the paragraph on the coding sheet.',
    values: IDENTIFIER,
    value: ({ item }) => item.itemId,
  },
  {
    name: 'article_id',
    type: 'text',
    description: 'Identifier of its article, as in every table.',
    values: IDENTIFIER,
    value: ({ item }) => item.articleId,
  },
  {
    name: 'run_id',
    type: 'text',
    description: 'Identifier of the run that scored it.',
    values: IDENTIFIER,
    value: ({ item }) => item.runId,
  },
  {
    name: 'ordinal',
    type: 'integer',
    description: 'Which paragraph of the article it is.',
    values: 'from 1',
    value: ({ item }) => item.ordinal,
  },
  {
    name: 'stratum',
    type: 'text',
    description: 'Which paragraphs it was drawn from.',
    values: 'label and outlet, as the program sees them',
    value: ({ item }) => item.stratum,
  },
  {
    name: 'coder',
    type: 'text',
    description: 'Who coded it.',
    values: 'name',
    value: ({ one }) => one.coder,
  },
  {
    name: 'label',
    type: 'category',
    description: 'The label that this coder gave.',
    values: LABEL_VALUES,
    value: ({ one }) => one.label,
  },
  {
    name: 'note',
    type: 'text',
    description: 'What the coder wrote beside it.',
    values: 'text, or empty',
    value: ({ one }) => one.note || null,
  },
  {
    name: 'majority_label',
    type: 'category',
    description: 'The label that most coders gave.',
    values: `${LABEL_VALUES}; empty where two are ahead together`,
    value: ({ majority }) => majority,
  },
  {
    name: 'machine_label',
    type: 'category',
    description: 'Label by the program.',
    values: LABEL_VALUES,
    value: ({ machine }) => machine,
  },
  {
    name: 'coders_differ',
    type: 'logical',
    description: 'Whether coders of the paragraph gave different labels.',
    values: 'TRUE, FALSE',
    value: ({ codersDiffer }) => codersDiffer,
  },
  {
    name: 'program_differs',
    type: 'logical',
    description: 'Whether the program gives another label than most coders.',
    values: 'TRUE, FALSE',
    value: ({ programDiffers }) => programDiffers,
  },
];

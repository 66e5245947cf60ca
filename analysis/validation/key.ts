import { LABELS } from '../article/index.js';
import { type Column, csvTable, excelText } from '../report/index.js';
import type { SampledItem } from './draw-sample.js';
import type { KeyItem } from './read-key.js';
import { textHash } from './text-hash.js';

/** What is kept of a drawn paragraph besides what a coder reads. */
export interface KeyedItem extends KeyItem {
  /** Name of the target. */
  readonly target: string;
  /** Paragraphs drawn from its stratum. */
  readonly sampled: number;
}

/** A drawn paragraph as the key holds it: with the hash of its text in place of the text. */
export function keyed({ text, ...item }: SampledItem): KeyedItem {
  return { ...item, textHash: textHash(excelText(text)) };
}

const IDENTIFIER = 'letters and digits';

/** What the key holds, which read-key reads back by the same names. */
export const KEY_COLUMNS: readonly Column<KeyedItem>[] = [
  {
    name: 'item_id',
    type: 'text',
    description: 'Name of the paragraph on the coding sheet.',
    values: IDENTIFIER,
    value: ({ itemId }) => itemId,
  },
  {
    name: 'article_id',
    type: 'text',
    description: 'Identifier of its article, as in every table.',
    values: IDENTIFIER,
    value: ({ articleId }) => articleId,
  },
  {
    name: 'target',
    type: 'text',
    description: 'Name of the target.',
    values: 'text',
    value: ({ target }) => target,
  },
  {
    name: 'run_id',
    type: 'text',
    description: 'Identifier of the run that scored it.',
    values: IDENTIFIER,
    value: ({ runId }) => runId,
  },
  {
    name: 'ordinal',
    type: 'integer',
    description: 'Which paragraph of the article it is.',
    values: 'from 1',
    value: ({ ordinal }) => ordinal,
  },
  {
    name: 'stratum',
    type: 'text',
    description: 'Which paragraphs it was drawn from.',
    values: 'label and outlet, as the program sees them',
    value: ({ stratum }) => stratum,
  },
  {
    name: 'population',
    type: 'integer',
    description: 'Paragraphs of the stratum in the whole library.',
    values: 'from 1',
    value: ({ population }) => population,
  },
  {
    name: 'sampled',
    type: 'integer',
    description: 'Paragraphs drawn from the stratum.',
    values: '1 to population',
    value: ({ sampled }) => sampled,
  },
  {
    name: 'weight',
    type: 'number',
    description: 'How many paragraphs it stands for: population / sampled.',
    values: 'from 1',
    value: ({ population, sampled }) => population / sampled,
  },
  {
    name: 'text_hash',
    type: 'text',
    description: 'Hash of the text, to notice when it was changed.',
    values: IDENTIFIER,
    value: ({ textHash }) => textHash,
  },
  {
    name: 'machine_label',
    type: 'category',
    description: 'Label by the program.',
    values: LABELS.join(', '),
    value: ({ machine }) => machine.label,
  },
  {
    name: 'machine_score',
    type: 'number',
    description: 'Score by the program.',
    values: '-1 to 1; empty where unrelated',
    value: ({ machine }) => machine.score,
  },
  {
    name: 'machine_confidence',
    type: 'number',
    description: 'How likely the program thinks its label right.',
    values: '0 to 1',
    value: ({ machine }) => machine.confidence,
  },
  {
    name: 'machine_author_label',
    type: 'category',
    description: 'Label by the program of what the author says in the author’s own voice.',
    values: LABELS.join(', '),
    value: ({ machine }) => machine.authorLabel,
  },
  {
    name: 'machine_author_score',
    type: 'number',
    description: 'Score by the program of what the author says in the author’s own voice.',
    values: '-1 to 1; empty where unrelated',
    value: ({ machine }) => machine.authorScore,
  },
];

/** The key of a sample: where each item is from and what the program says of it. Not for coders. */
export function sampleKey(items: readonly KeyedItem[]): string {
  return csvTable(KEY_COLUMNS, items, 'excel');
}

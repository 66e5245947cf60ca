import type { Correction } from '../../article/index.js';
import type { Column } from '../column.js';
import type { CorrectionRecord } from '../correction-rows.js';
import { HASH_VALUES } from './values.js';

/** The columns of the corrections table: one correction a row, those taken back too. */
export const CORRECTION_COLUMNS: readonly Column<CorrectionRecord>[] = [
  {
    name: 'article_id',
    type: 'text',
    description: 'Identifier of the article: a hash of outlet, date, title and text as they were read.',
    values: HASH_VALUES,
    value: ({ articleId }) => articleId,
  },
  {
    name: 'correction_id',
    type: 'text',
    description: 'Identifier of the correction.',
    values: 'text, unique in the library',
    value: ({ recorded }) => recorded.id,
  },
  {
    name: 'kind',
    type: 'text',
    description: 'What kind of correction it is.',
    values: 'set-metadata, drop-passage, restore-dropped, split-passage, merge-passage, set-voice, set-label',
    value: ({ recorded }) => recorded.correction.kind,
  },
  {
    name: 'what',
    type: 'text',
    description: 'What is corrected, in words.',
    values: 'such as Outlet, or Label of paragraph 3, John Kerry',
    value: ({ words }) => words.what,
  },
  {
    name: 'place',
    type: 'text',
    description:
      'Where, in the article as it was read: h is the headline, u3 the unit of ordinal 3, d2 the passage left out with index 2.',
    values: 'passage, with + and an offset in UTF-16 code units inside it; empty for metadata',
    value: ({ recorded }) => placeOf(recorded.correction),
  },
  {
    name: 'field',
    type: 'category',
    description: 'Which piece of metadata is set.',
    values: 'title, outlet, published, byline; empty for other corrections',
    value: ({ recorded: { correction } }) => (correction.kind === 'set-metadata' ? correction.field : null),
  },
  {
    name: 'target',
    type: 'text',
    description: 'Toward which target a label is given.',
    values: 'slug, or name in addresses; empty for other corrections',
    value: ({ recorded: { correction } }) => (correction.kind === 'set-label' ? correction.target : null),
  },
  {
    name: 'voice',
    type: 'text',
    description: 'Whose label or words are corrected: the voice that the machine heard.',
    values: 'author or id of a speaker; empty for the unit as a whole and for other corrections',
    value: ({ recorded }) => voiceOf(recorded.correction),
  },
  {
    name: 'machine_value',
    type: 'text',
    description: 'What the machine had there when the correction was made.',
    values: 'in words; empty for nothing',
    value: ({ recorded, words }) => recorded.machine ?? words.machine,
  },
  {
    name: 'corrected_value',
    type: 'text',
    description: 'What the person put there.',
    values: 'in words; empty for nothing',
    value: ({ words }) => words.corrected,
  },
  {
    name: 'reason',
    type: 'text',
    description: 'Why, in the words of the person.',
    values: 'text',
    value: ({ recorded }) => recorded.reason,
  },
  {
    name: 'coder',
    type: 'text',
    description: 'Who made the correction.',
    values: 'name; empty for someone without a name',
    value: ({ recorded }) => recorded.coder,
  },
  {
    name: 'made_at',
    type: 'date',
    description: 'When it was made.',
    values: 'ISO 8601 in UTC',
    value: ({ recorded }) => recorded.at,
  },
  {
    name: 'reverted_at',
    type: 'date',
    description: 'When it was taken back.',
    values: 'ISO 8601 in UTC; empty while it holds',
    value: ({ recorded }) => recorded.revertedAt,
  },
  {
    name: 'reverted_by',
    type: 'text',
    description: 'Who took it back.',
    values: 'name; empty while it holds, and for someone without a name',
    value: ({ recorded }) => recorded.revertedBy,
  },
  {
    name: 'applied',
    type: 'logical',
    description:
      'Whether it has effect: FALSE once taken back, and while its place is gone (its paragraph was left out, say).',
    values: 'TRUE, FALSE',
    value: ({ applied }) => applied,
  },
];

function placeOf(correction: Correction): string | null {
  switch (correction.kind) {
    case 'set-metadata':
      return null;
    case 'restore-dropped':
      return `d${correction.index}`;
    case 'drop-passage':
      return correction.passage;
    default:
      return `${correction.passage}+${correction.offset}`;
  }
}

function voiceOf(correction: Correction): string | null {
  if (correction.kind === 'set-voice') return correction.from;
  return correction.kind === 'set-label' ? correction.voice : null;
}

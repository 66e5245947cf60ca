import type { AppliedCorrection, LabelAndScore } from '../../article/index.js';
import type { Column } from '../column.js';
import { LABEL_VALUES, SCORE_VALUES } from './values.js';

/** What tells a corrected column from the machine's beside it. */
const STANDS = 'as it stands after corrections by hand; the machine’s where nobody corrected';

/** Label and score as they stand: `corrected_label` and `corrected_score`, or with a word in between. */
export function correctedColumns<Row>(
  word: '' | 'author_' | 'quoted_' | 'paragraph_',
  noun: string,
  standing: (row: Row) => LabelAndScore,
): readonly Column<Row>[] {
  return [
    {
      name: `corrected_${word}label`,
      type: 'category',
      description: `Label of ${noun} ${STANDS}.`,
      values: LABEL_VALUES,
      value: (row) => standing(row).label,
    },
    {
      name: `corrected_${word}score`,
      type: 'number',
      description: `Score of ${noun} ${STANDS}; a label given by hand scores 1, -1 or 0.`,
      values: SCORE_VALUES,
      value: (row) => standing(row).score,
    },
  ];
}

/** Whether a person corrected the row's label or voice, why, and who did. */
export function correctionColumns<Row>(
  noun: string,
  correctionsOf: (row: Row) => readonly AppliedCorrection[],
): readonly Column<Row>[] {
  return [
    {
      name: 'corrected',
      type: 'logical',
      description: `Whether a person corrected ${noun}.`,
      values: 'TRUE, FALSE',
      value: (row) => correctionsOf(row).length > 0,
    },
    {
      name: 'correction_reason',
      type: 'list',
      description: 'Why, in the words of the person who corrected.',
      values: 'texts joined by ; (empty where nobody corrected)',
      value: (row) => correctionsOf(row).map(({ reason }) => reason),
    },
    {
      name: 'coder',
      type: 'list',
      description: 'Who corrected.',
      values: 'names joined by ;, an empty item for someone without a name',
      value: (row) => correctionsOf(row).map(({ coder }) => coder ?? ''),
    },
  ];
}

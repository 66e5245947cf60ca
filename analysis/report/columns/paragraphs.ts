import { labelCorrections, unitAuthorStance, unitStance } from '../by-hand.js';
import type { Column } from '../column.js';
import { LOW_CONFIDENCE, needsReview } from '../review.js';
import type { ParagraphRecord } from '../rows.js';
import { countWords } from '../speech.js';
import { correctedColumns, correctionColumns } from './corrected.js';
import { KEYS, offsetColumns, PLACE, PROVENANCE } from './shared.js';
import { COUNT_VALUES, LABEL_VALUES, PROBABILITY_VALUES, SCORE_VALUES } from './values.js';

/** The columns of the paragraphs table: one unit a row, the headline too. */
export const PARAGRAPH_COLUMNS: readonly Column<ParagraphRecord>[] = [
  ...KEYS,
  ...PLACE,
  {
    name: 'label',
    type: 'category',
    description: 'Stance of the unit as a whole, whoever speaks.',
    values: LABEL_VALUES,
    value: ({ unit }) => unit.stance.label,
  },
  {
    name: 'score',
    type: 'number',
    description: 'Probability of supportive minus probability of skeptical.',
    values: SCORE_VALUES,
    value: ({ unit }) => unit.stance.score,
  },
  {
    name: 'confidence',
    type: 'number',
    description: 'Probability of the label.',
    values: PROBABILITY_VALUES,
    value: ({ unit }) => unit.stance.confidence,
  },
  {
    name: 'review',
    type: 'logical',
    description: `Whether a person should check the label by hand: confidence is below ${LOW_CONFIDENCE}, and nobody has corrected a label in the unit.`,
    values: 'TRUE, FALSE; FALSE where unrelated',
    value: ({ unit, result }) => needsReview(unit, result),
  },
  {
    name: 'logit',
    type: 'number',
    description: 'Log-odds of supportive against skeptical: the weights of the evidence plus remainder.',
    values: 'log-odds; empty where unrelated',
    value: ({ unit }) => unit.stance.logit,
  },
  {
    name: 'remainder',
    type: 'number',
    description:
      'The part of the logit that has no words: the baseline of the cue model, and what the mention model does not lay on words.',
    values: 'log-odds; empty where unrelated',
    value: ({ unit }) => unit.stance.remainder,
  },
  {
    name: 'basis',
    type: 'category',
    description: 'How the unit refers to the target.',
    values: 'mentioned, anaphoric, implied, none',
    value: ({ unit }) => unit.basis,
  },
  {
    name: 'author_label',
    type: 'category',
    description: "Stance in the author's own words.",
    values: LABEL_VALUES,
    value: ({ unit }) => unit.authorStance.label,
  },
  {
    name: 'author_score',
    type: 'number',
    description: "Score of the author's own words.",
    values: SCORE_VALUES,
    value: ({ unit }) => unit.authorStance.score,
  },
  {
    name: 'author_confidence',
    type: 'number',
    description: 'Probability of author_label.',
    values: PROBABILITY_VALUES,
    value: ({ unit }) => unit.authorStance.confidence,
  },
  ...correctedColumns('', 'the unit as a whole', ({ unit }: ParagraphRecord) => unitStance(unit)),
  ...correctedColumns('author_', "the author's own words", ({ unit }: ParagraphRecord) =>
    unitAuthorStance(unit),
  ),
  ...correctionColumns(
    'a label in the unit, of the whole or of a voice',
    ({ unit, result }: ParagraphRecord) => labelCorrections(unit, result),
  ),
  {
    name: 'dimensions',
    type: 'list',
    description: 'Aspects under which the target is judged or spoken of.',
    values: 'slugs of dimensions joined by ;',
    value: ({ unit }) => unit.dimensions,
  },
  {
    name: 'voices',
    type: 'list',
    description: 'Who speaks.',
    values: 'author or ids of speakers, joined by ;',
    value: ({ unit }) => unit.voices.map(({ id }) => id),
  },
  {
    name: 'evidence',
    type: 'integer',
    description: 'Pieces of evidence in the unit.',
    values: COUNT_VALUES,
    value: ({ unit }) => unit.evidence.length,
  },
  {
    name: 'words',
    type: 'integer',
    description: 'Words of the unit.',
    values: COUNT_VALUES,
    value: ({ unit }) => countWords(unit.text),
  },
  ...offsetColumns('unit', ({ unit }: ParagraphRecord) => unit),
  ...PROVENANCE,
  {
    name: 'text',
    type: 'text',
    description: 'The unit.',
    values: 'text',
    value: ({ unit }) => unit.text,
  },
];

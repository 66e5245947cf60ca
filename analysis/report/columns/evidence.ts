import { unitStance } from '../by-hand.js';
import type { Column } from '../column.js';
import type { EvidenceRecord } from '../rows.js';
import { correctedColumns } from './corrected.js';
import { KEYS, offsetColumns, PLACE, PROVENANCE } from './shared.js';
import { LABEL_VALUES, SCORE_VALUES } from './values.js';

/** The columns of the evidence table: one piece of evidence a row. */
export const EVIDENCE_COLUMNS: readonly Column<EvidenceRecord>[] = [
  ...KEYS,
  ...PLACE,
  {
    name: 'direction',
    type: 'category',
    description: 'Where the words move the score.',
    values: 'supportive, skeptical',
    value: ({ evidence }) => evidence.direction,
  },
  {
    name: 'weight',
    type: 'number',
    description: 'How far the words move the logit of the unit.',
    values: 'log-odds, positive toward supportive',
    value: ({ evidence }) => evidence.weight,
  },
  {
    name: 'voice',
    type: 'text',
    description: 'Who says the words.',
    values: 'author or id of a speaker, stable within the article',
    value: ({ evidence }) => evidence.voice,
  },
  {
    name: 'voice_name',
    type: 'text',
    description: 'Name of the voice.',
    values: 'name',
    value: ({ voice }) => voice?.name ?? null,
  },
  {
    name: 'voice_kind',
    type: 'category',
    description: 'What kind of voice it is.',
    values: 'author, named, unnamed, organization',
    value: ({ voice }) => voice?.kind ?? null,
  },
  {
    name: 'dimension',
    type: 'text',
    description: 'Aspect under which the words judge the target.',
    values: 'slug of a dimension; empty where none',
    value: ({ evidence }) => evidence.dimension,
  },
  {
    name: 'modifiers',
    type: 'list',
    description: 'What changed the weight.',
    values: 'such as negated, hedged, doubted, conceded; joined by ;',
    value: ({ evidence }) => evidence.modifiers,
  },
  {
    name: 'reason',
    type: 'text',
    description: 'What the words say of the target.',
    values: 'sentence',
    value: ({ evidence }) => evidence.reason,
  },
  {
    name: 'paragraph_label',
    type: 'category',
    description: 'Stance of the unit as a whole.',
    values: LABEL_VALUES,
    value: ({ unit }) => unit.stance.label,
  },
  {
    name: 'paragraph_score',
    type: 'number',
    description: 'Score of the unit as a whole.',
    values: SCORE_VALUES,
    value: ({ unit }) => unit.stance.score,
  },
  ...correctedColumns('paragraph_', 'the unit as a whole', ({ unit }: EvidenceRecord) => unitStance(unit)),
  ...offsetColumns('evidence', ({ evidence }: EvidenceRecord) => evidence),
  ...PROVENANCE,
  {
    name: 'text',
    type: 'text',
    description: 'The words.',
    values: 'text',
    value: ({ unit, evidence }) => unit.text.slice(evidence.start - unit.start, evidence.end - unit.start),
  },
];

import type { AppliedCorrection } from '../../article/index.js';
import { labelCorrections, speakerByHand, unitStance, voiceByHand } from '../by-hand.js';
import type { Column } from '../column.js';
import type { VoiceRecord } from '../rows.js';
import { countWords } from '../speech.js';
import { correctedColumns, correctionColumns } from './corrected.js';
import { KEYS, offsetColumns, PLACE, PROVENANCE } from './shared.js';
import { COUNT_VALUES, LABEL_VALUES, PROBABILITY_VALUES, SCORE_VALUES } from './values.js';

/** The columns of the voices table: one voice in one unit a row. */
export const VOICE_COLUMNS: readonly Column<VoiceRecord>[] = [
  ...KEYS,
  ...PLACE,
  {
    name: 'voice',
    type: 'text',
    description: 'Who speaks.',
    values: 'author or id of a speaker, stable within the article',
    value: ({ voice }) => voice.id,
  },
  {
    name: 'voice_name',
    type: 'text',
    description: 'Name of the voice.',
    values: 'name',
    value: ({ voice }) => voice.name,
  },
  {
    name: 'voice_kind',
    type: 'category',
    description: 'What kind of voice it is.',
    values: 'author, named, unnamed, organization',
    value: ({ voice }) => voice.kind,
  },
  {
    name: 'label',
    type: 'category',
    description: 'Stance of this voice in this unit.',
    values: LABEL_VALUES,
    value: ({ voice }) => voice.label,
  },
  {
    name: 'score',
    type: 'number',
    description: 'Score of this voice in this unit.',
    values: SCORE_VALUES,
    value: ({ voice }) => voice.score,
  },
  ...correctedColumns('', 'this voice in this unit', ({ standing }: VoiceRecord) => standing),
  {
    name: 'machine_voice_id',
    type: 'list',
    description: 'Whom the machine hears here, where a person corrected who speaks; else the voice itself.',
    values: 'author or ids of speakers joined by ;',
    value: ({ unit, result, voice }) => speakerByHand(unit, voice.id, result)?.machineIds ?? [voice.id],
  },
  {
    name: 'machine_voice_name',
    type: 'list',
    description: 'Names of those whom the machine hears here, in the order of machine_voice_id.',
    values: 'names joined by ;',
    value: ({ unit, result, voice }) => speakerByHand(unit, voice.id, result)?.machineNames ?? [voice.name],
  },
  ...correctionColumns('who speaks here or the label', correctionsOf),
  {
    name: 'dimensions',
    type: 'list',
    description: 'Aspects under which this voice judges the target here.',
    values: 'slugs of dimensions joined by ;',
    value: ({ unit, voice }) => [
      ...new Set(
        unit.evidence.flatMap((evidence) => (evidence.voice === voice.id ? (evidence.dimension ?? []) : [])),
      ),
    ],
  },
  {
    name: 'evidence',
    type: 'integer',
    description: 'Pieces of evidence in the mouth of this voice in this unit.',
    values: COUNT_VALUES,
    value: ({ unit, voice }) => unit.evidence.filter((evidence) => evidence.voice === voice.id).length,
  },
  {
    name: 'words',
    type: 'integer',
    description: 'Words of the unit that are in the mouth of this voice.',
    values: COUNT_VALUES,
    value: (row) => spokenTexts(row).reduce((sum, text) => sum + countWords(text), 0),
  },
  {
    name: 'paragraph_label',
    type: 'category',
    description: 'Stance of the unit as a whole, whoever speaks.',
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
  {
    name: 'paragraph_confidence',
    type: 'number',
    description: 'Probability of paragraph_label.',
    values: PROBABILITY_VALUES,
    value: ({ unit }) => unit.stance.confidence,
  },
  ...correctedColumns('paragraph_', 'the unit as a whole', ({ unit }: VoiceRecord) => unitStance(unit)),
  ...offsetColumns('unit', ({ unit }: VoiceRecord) => unit),
  ...PROVENANCE,
  {
    name: 'spoken',
    type: 'text',
    description: 'What this voice says in the unit; … stands for the words of others in between.',
    values: 'text',
    value: (row) => spokenTexts(row).join(' … ') || null,
  },
  {
    name: 'text',
    type: 'text',
    description: 'The whole unit.',
    values: 'text',
    value: ({ unit }) => unit.text,
  },
];

/** Corrections of this voice; where the unit as a whole was labeled and the voice follows, that one. */
function correctionsOf({ unit, result, standing, voice }: VoiceRecord): AppliedCorrection[] {
  const speaker = speakerByHand(unit, voice.id, result)?.corrections ?? [];
  const hand = voiceByHand(unit, standing, voice, result);
  const label = labelCorrections(unit, result).filter(({ id }) => id === hand?.correctionId);
  return [...speaker, ...label];
}

/** What the voice says, stretch by stretch. */
function spokenTexts({ unit, speeches }: VoiceRecord): string[] {
  return speeches.map(({ start, end }) => unit.text.slice(start - unit.start, end - unit.start).trim());
}

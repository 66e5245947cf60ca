import { z } from 'zod';
import {
  CORRECTION_KINDS,
  type Correction,
  type CorrectionKind,
  type Label,
  METADATA_FIELDS,
  type MetadataField,
  type Passage,
} from '../../analysis/article/index.js';
import { LABELS } from '../../analysis/report/index.js';
import { HttpError } from '../errors.js';
import type { KnownSpeaker } from '../speakers.js';
import { COUNT, formText, repeated } from './form-fields.js';

/** Characters of the longest title, name or other value that is kept. */
export const LONGEST_VALUE = 4000;
const LONGEST_NAME = 300;
/** Characters of the longest reason: half a page. */
const LONGEST_REASON = 3000;
const LONGEST_ADDRESS = 2000;
/** Passages that one form leaves out: more than any article has. */
const MOST_PASSAGES = 10_000;

const PASSAGE = z.string().regex(/^(?:h|[ud]\d{1,7})$/u) as unknown as z.ZodType<Passage>;

/** What goes with every change of an article. */
export const CHANGE_FIELDS = {
  reason: formText(LONGEST_REASON).meta({ description: 'Why; needed for a label and a voice' }),
  seen: COUNT.meta({
    description: 'Revision of the article that the change was made from: `revision` in its corrections',
  }),
  back: formText(LONGEST_ADDRESS).meta({ description: 'Path of the page to return to' }),
};

/** Fields of one correction; which ones are needed goes with its kind. */
export const CORRECTION_FIELDS = z.object({
  kind: z.enum(CORRECTION_KINDS as [CorrectionKind, ...CorrectionKind[]]).meta({
    description: `What is corrected: ${CORRECTION_KINDS.join(', ')}`,
  }),
  field: z
    .enum(METADATA_FIELDS as [MetadataField, ...MetadataField[]])
    .optional()
    .meta({ description: 'set-metadata: title, outlet, published or byline' }),
  value: formText(LONGEST_VALUE).meta({ description: 'set-metadata: what stands; empty for nothing' }),
  passage: repeated(PASSAGE, MOST_PASSAGES).meta({
    description:
      'Place in the article as it was read: `h` the headline, `u3` its third paragraph, `d2` the passage left out with index 2; drop-passage takes several',
  }),
  offset: COUNT.default(0).meta({ description: 'UTF-16 code units from the start of the passage as read' }),
  at: COUNT.optional().meta({ description: 'split-passage: the same, where it differs from offset' }),
  index: COUNT.optional().meta({ description: 'restore-dropped: index in what was left out, from 0' }),
  target: formText(LONGEST_NAME).meta({ description: 'set-label: slug of the target' }),
  voice: formText(LONGEST_NAME).meta({
    description:
      'set-label: id of a voice, empty for the paragraph as a whole; set-voice: who spoke until now',
  }),
  to: formText(LONGEST_NAME).meta({
    description: 'set-voice: id of who speaks, `author`, or empty where name and speaker_kind tell it',
  }),
  name: formText(LONGEST_NAME).meta({
    description: 'set-voice: name of a speaker whom the article does not have',
  }),
  speaker_kind: z
    .enum(['named', 'unnamed', 'organization'])
    .default('named')
    .meta({ description: 'set-voice: what kind of speaker that is' }),
  label: z
    .enum(LABELS.map(({ label }) => label) as [Label, ...Label[]])
    .optional()
    .meta({ description: 'set-label: supportive, skeptical, mixed, neutral or unrelated' }),
  ...CHANGE_FIELDS,
});

export type CorrectionFields = z.output<typeof CORRECTION_FIELDS>;

/**
 * The corrections that a form asks for. `speakers` are those of the article.
 * @throws HttpError 400 which names what is missing
 */
export function toCorrections(fields: CorrectionFields, speakers: readonly KnownSpeaker[]): Correction[] {
  const { kind, offset } = fields;
  switch (kind) {
    case 'set-metadata':
      return [{ kind, field: needed(fields.field, 'field'), value: fields.value || null }];
    case 'drop-passage':
      return [needed(fields.passage[0], 'passage'), ...fields.passage.slice(1)].map((passage) => ({
        kind,
        passage,
      }));
    case 'restore-dropped':
      return [{ kind, index: needed(fields.index, 'index') }];
    case 'split-passage':
      return [{ kind, passage: needed(fields.passage[0], 'passage'), offset: fields.at ?? offset }];
    case 'merge-passage':
      return [{ kind, passage: needed(fields.passage[0], 'passage'), offset }];
    case 'set-voice':
      return [
        {
          kind,
          ...reasonedPlace(fields),
          from: needed(fields.voice, 'voice'),
          to: speakerOf(fields, speakers),
        },
      ];
    case 'set-label': {
      const { target, label, voice } = fields;
      const what = { target: needed(target, 'target'), label: needed(label, 'label'), voice: voice || null };
      return [{ kind, ...reasonedPlace(fields), ...what }];
    }
  }
}

/** A place in the text, where a person says why it is coded otherwise. */
function reasonedPlace({ passage, offset, reason }: CorrectionFields): { passage: Passage; offset: number } {
  if (reason !== '') return { passage: needed(passage[0], 'passage'), offset };
  throw new HttpError(
    400,
    'reason-missing',
    'A label or a voice given by hand needs a reason.',
    'Go back and say in a few words why: a second coder, or you in a year, will want to know.',
  );
}

function speakerOf({ to, name, speaker_kind: kind }: CorrectionFields, speakers: readonly KnownSpeaker[]) {
  if (to === 'author') return { id: to } as const;
  if (to !== '') {
    const known = speakers.find(({ id }) => id === to);
    if (known) return { id: known.id, name: known.name, kind: known.kind };
    throw missing('to', 'there is no such speaker in this article');
  }
  if (name === '') throw missing('name', 'name who speaks, or choose one of the list');
  const namesake = speakers.find((speaker) => speaker.name === name);
  return namesake ? { id: namesake.id, name, kind: namesake.kind } : { id: speakerId(name), name, kind };
}

/** As the machine makes ids of names, so that a speaker added by hand has one id in all articles. */
function speakerId(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’.]/gu, '');
  const slug = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'speaker';
  return slug === 'author' ? 'author-quoted' : slug;
}

function needed<Value>(value: Value | '' | undefined, name: string): Value {
  if (value === undefined || value === '') throw missing(name, 'it is missing');
  return value as Value;
}

function missing(name: string, what: string): HttpError {
  return new HttpError(
    400,
    'invalid-parameter',
    `The value of "${name}" is not allowed: ${what}.`,
    'Go back and fill it in, or see /api/v1/openapi.json for what is expected.',
  );
}

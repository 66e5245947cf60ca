import { z } from 'zod';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import type { StudyTexts } from '../store/index.js';
import { formText, LONGEST_SLUG, repeatedIds } from './form-fields.js';
import { knownTarget } from './target-choice.js';

/** Characters of a study's name, and of its notes or methods text: some fifty pages. */
export const LONGEST_NAME = 500;
export const LONGEST_TEXT = 200_000;
/** Targets that one study may have. */
const MOST_TARGETS = 500;

/** What people write about a study, as a form sends it. */
export const STUDY_FIELDS = {
  name: formText(LONGEST_NAME).meta({ description: 'Name of the study' }),
  notes: formText(LONGEST_TEXT).meta({ description: 'Notes, for those who work on it' }),
  methods: formText(LONGEST_TEXT).meta({ description: 'Text for the methods section of a paper' }),
  targets: repeatedIds(MOST_TARGETS).meta({ description: 'Slugs of its targets, repeated' }),
  first: formText(LONGEST_SLUG).meta({ description: 'Slug of the target that opening the study shows' }),
} as const;

const FIELDS = z.object(STUDY_FIELDS);

/**
 * The texts of a form, checked: a name there must be, and targets that the library knows.
 * @throws HttpError 400 `no-name`; InputError `unknown-target`
 */
export async function studyTexts(
  context: Context,
  { name, notes, methods, targets, first }: z.output<typeof FIELDS>,
): Promise<StudyTexts> {
  if (name === '') {
    const hint = 'Go back and give it a name, such as what it is about.';
    throw new HttpError(400, 'no-name', 'A study needs a name.', hint);
  }
  const chosen = [...new Set([first, ...targets])].filter((ref) => ref !== '');
  for (const ref of chosen) await knownTarget(context, ref);
  return { name, notes, methods, targets: chosen };
}

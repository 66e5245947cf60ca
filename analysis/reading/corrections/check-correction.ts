import {
  type Article,
  type Correction,
  HEADLINE_PASSAGE,
  InputError,
  type MergeCorrection,
  type MetadataCorrection,
  type Passage,
  type RestoreCorrection,
  type SplitCorrection,
  type VoiceCorrection,
} from '../../article/index.js';
import { isCalendarDate } from '../metadata/calendar.js';
import { metadataValue } from './metadata.js';
import { type PassageText, passagesOf } from './passages.js';

/** Code units of a piece of metadata: four times what the longest headlines have. */
const LONGEST_METADATA = 4_000;

/** Years that a publication may be dated to; the bounds catch slips, not rare cases. */
const YEARS = /^[12]\d{3}-/u;

/**
 * Refuses a correction that could never hold for this article, whatever else is corrected: places
 * that are not there, cuts at an edge, days that do not exist.
 * @throws InputError
 */
export function checkCorrection(asRead: Article, correction: Correction): void {
  if (correction.kind === 'set-metadata') checkMetadata(correction);
  if (correction.kind === 'restore-dropped') checkRestore(asRead, correction);
  if (correction.kind === 'drop-passage') checkDrop(asRead, correction.passage);
  if (correction.kind === 'split-passage') checkSplit(asRead, correction);
  if (correction.kind === 'merge-passage') checkMerge(asRead, correction);
  if (correction.kind === 'set-label' || correction.kind === 'set-voice') checkPlace(asRead, correction);
  if (correction.kind === 'set-voice') checkVoice(correction);
}

function checkMetadata({ field, value }: MetadataCorrection): void {
  const text = metadataValue(value);
  if (text === null) return;
  if (text.length > LONGEST_METADATA) {
    throw new InputError(
      'too-long',
      `The ${field} has ${text.length} characters; at most ${LONGEST_METADATA} are kept.`,
      'Shorten it; notes belong to the reason of the correction.',
    );
  }
  if (field === 'published' && !(isCalendarDate(text) && YEARS.test(text))) {
    throw new InputError(
      'bad-date',
      `"${text.slice(0, 40)}" is no day of the calendar between 1000 and 2999.`,
      'Write the date as YYYY-MM-DD, or leave it empty where the day is not known.',
    );
  }
}

function checkRestore({ dropped }: Article, { index }: RestoreCorrection): void {
  const passage = dropped[index];
  if (!passage) {
    throw new InputError(
      'unknown-passage',
      `Nothing with the number ${index} was left out of this article; ${dropped.length} passages were.`,
      'Load the report again and choose a passage from its list.',
    );
  }
  if (passage.position !== undefined) return;
  throw new InputError(
    'not-restorable',
    'Only the beginning of this passage was kept, so it cannot be put back.',
    'Choose a passage that is listed with its full text.',
  );
}

function checkDrop(asRead: Article, passage: Passage): void {
  if (passage === HEADLINE_PASSAGE) {
    throw new InputError(
      'headline-stays',
      'The headline cannot be left out as a passage.',
      'Set the title to nothing instead.',
    );
  }
  if (!passageAt(asRead, passage).isUnit) {
    throw new InputError(
      'left-out-already',
      'This passage was left out when the article was read.',
      'Take back the correction that put it in.',
    );
  }
}

function checkSplit(asRead: Article, { passage, offset }: SplitCorrection): void {
  refuseHeadline(passage, 'split');
  const { text } = passageAt(asRead, passage);
  checkOffset(offset, text);
  if (text.slice(0, offset).trim() === '' || text.slice(offset).trim() === '') {
    throw new InputError(
      'split-at-edge',
      'A paragraph cannot be split at its start or end: one of the two parts would be empty.',
      'Choose a place between two words.',
    );
  }
  if (/[\uD800-\uDBFF]$/.test(text.slice(0, offset)) && /^[\uDC00-\uDFFF]/.test(text.slice(offset))) {
    throw new InputError(
      'split-inside-character',
      `The offset ${offset} lies inside a character.`,
      'Offsets count UTF-16 code units; choose a place between two words.',
    );
  }
}

function checkMerge(asRead: Article, { passage, offset }: MergeCorrection): void {
  refuseHeadline(passage, 'merge');
  checkOffset(offset, passageAt(asRead, passage).text);
  if (offset === 0 && passagesOf(asRead)[0]?.passage === passage) {
    throw new InputError(
      'nothing-before',
      'There is no paragraph before the first one to merge it with.',
      'Merge the second paragraph with the first instead.',
    );
  }
}

function refuseHeadline(passage: Passage, verb: 'split' | 'merge'): void {
  if (passage !== HEADLINE_PASSAGE) return;
  throw new InputError(
    'headline-stays',
    `The headline is one unit of its own: you cannot ${verb} it.`,
    'Correct the title of the article instead.',
  );
}

function checkPlace(
  asRead: Article,
  { passage, offset }: { readonly passage: Passage; readonly offset: number },
): void {
  // A title may be given by hand where the source has none.
  if (passage === HEADLINE_PASSAGE) {
    if (offset !== 0) throw badOffset(offset);
  } else checkOffset(offset, passageAt(asRead, passage).text);
}

function checkVoice({ from, to }: VoiceCorrection): void {
  if (from === to.id) {
    throw new InputError(
      'same-voice',
      'This is the voice that the machine found already.',
      'Choose another speaker, or take the earlier correction back.',
    );
  }
  if (from !== '' && to.id !== '' && (to.id === 'author' || ('name' in to && to.name.trim() !== ''))) return;
  throw new InputError('no-name', 'The speaker has no name.', 'Name the speaker, or choose the author.');
}

/** The passage with its text. @throws InputError `unknown-passage` */
function passageAt(asRead: Article, passage: Passage): PassageText {
  const found = passagesOf(asRead).find((candidate) => candidate.passage === passage);
  if (found) return found;
  throw new InputError(
    'unknown-passage',
    `The article as it was read has no passage "${passage}".`,
    'Load the report again and choose a paragraph there.',
  );
}

function checkOffset(offset: number, text: string): void {
  // An empty paragraph has one place: its start.
  if (!Number.isInteger(offset) || offset < 0 || offset >= Math.max(1, text.length)) throw badOffset(offset);
}

function badOffset(offset: number): InputError {
  return new InputError(
    'unknown-passage',
    `The offset ${offset} does not lie inside the passage.`,
    'Offsets count UTF-16 code units from 0, in the passage as it was read.',
  );
}

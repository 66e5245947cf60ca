import type { EditOutcome, StudyTexts, TextField } from '../store/index.js';
import { personInWords } from './change-words.js';
import { studyUrl } from './studies-page.js';
import { momentInWords } from './words.js';

const FIELD_NAMES: Readonly<Record<TextField, string>> = {
  name: 'Name',
  notes: 'Notes',
  methods: 'Methods text',
  targets: 'Targets',
};

/** The values of the page that asks which of two texts of a study is to stay. */
export function studyConflictPage(
  id: string,
  { theirs, merged, fields }: Extract<EditOutcome, { kind: 'conflict' }>,
): Record<string, unknown> {
  const kept = { ...merged, ...Object.fromEntries(fields.map((field) => [field, theirs[field]])) };
  return {
    action: `${studyUrl(id)}/edit`,
    who: personInWords(theirs.coder),
    when: momentInWords(theirs.at),
    fields: fields.map((field) => ({
      name: FIELD_NAMES[field],
      theirs: inWords(theirs[field]),
      mine: inWords(merged[field]),
    })),
    keepTheirs: hidden(kept, theirs.revision),
    saveMine: hidden(merged, theirs.revision),
  };
}

function inWords(value: string | readonly string[]): string {
  return (typeof value === 'string' ? value : value.join(', ')) || '(empty)';
}

/** The fields of a form that sends these texts again, made from the newest revision. */
function hidden({ name, notes, methods, targets }: StudyTexts, seen: number) {
  const first = targets[0] ?? '';
  const texts = Object.entries({ name, notes, methods, first, seen: String(seen) });
  return [...texts, ...targets.map((target) => ['targets', target] as const)].map(([field, value]) => ({
    field,
    value,
  }));
}

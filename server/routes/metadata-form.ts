import { z } from 'zod';
import {
  type Article,
  type Correction,
  METADATA_FIELDS,
  type MetadataField,
} from '../../analysis/article/index.js';
import { metadataValue } from '../../analysis/reading/index.js';
import type { Context } from '../context.js';
import { type KeptCorrection, listCorrections } from '../store/index.js';
import { CHANGE_FIELDS, LONGEST_VALUE } from './correction-fields.js';
import { formLines } from './form-fields.js';

const VALUE = z.string().transform(formLines).pipe(z.string().max(LONGEST_VALUE)).optional();

/** Fields of the form for title, outlet, date and byline; one that is not sent stays as it is. */
export const METADATA_FORM = z.object({
  title: VALUE.meta({ description: 'Title; empty for none' }),
  outlet: VALUE.meta({ description: 'Outlet; empty where it is not known' }),
  published: VALUE.meta({ description: 'Day of publication, YYYY-MM-DD; empty where it is not known' }),
  byline: VALUE.meta({ description: 'Who wrote it, as printed; empty for nobody' }),
  ...CHANGE_FIELDS,
});

/**
 * What a person changed in the form: fields with another value than they had when the form was
 * made. Somebody else's change of an untouched field is nothing that this person wants undone.
 */
export async function changedMetadata(
  { store }: Context,
  articleId: string,
  asRead: Article,
  fields: z.output<typeof METADATA_FORM>,
): Promise<Correction[]> {
  const history = await listCorrections(store, articleId);
  return METADATA_FIELDS.flatMap((field) => {
    const given = fields[field];
    const shown = metadataValue(valueAt(asRead, history, field, fields.seen));
    if (given === undefined || metadataValue(given) === shown) return [];
    return [{ kind: 'set-metadata', field, value: metadataValue(given) } as const];
  });
}

/** The value that stood in a revision of the article. */
function valueAt(
  asRead: Article,
  history: readonly KeptCorrection[],
  field: MetadataField,
  revision: number,
): string | null {
  const standing = history.findLast(
    ({ correction, madeRevision, revertedRevision }) =>
      correction.kind === 'set-metadata' &&
      correction.field === field &&
      madeRevision <= revision &&
      (revertedRevision === null || revertedRevision > revision),
  );
  return standing?.correction.kind === 'set-metadata' ? standing.correction.value : asRead[field];
}

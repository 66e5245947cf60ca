import { z } from 'zod';
import { describeProblem } from '../../analysis/resources/index.js';
import { coderOf } from '../coder.js';
import { checkRows, mergeEntries, type OwnEntries } from '../corpus/index.js';
import type { Action } from './action.js';
import { NOTE, SEEN } from './form-fields.js';
import { PASTED_TEXT, receiveText } from './form-file.js';
import { keepEntries, SAVED } from './lexicon-edit.js';
import { FAMILY_PARAMS, familyView, knownFamily } from './lexicons.js';
import { parse } from './page.js';

const MULTIPART = 'multipart/form-data';
const FIELDS = z.object({ text: PASTED_TEXT, seen: SEEN, note: NOTE });

/** Lays the rows of a table over those of the library. */
export const importRowsAction: Action = {
  path: '/lexicons/:family/import',
  summary:
    'Adds rows of a TSV (`files` or `text`, with the header) to this library; names each line at fault',
  params: FAMILY_PARAMS,
  body: { type: MULTIPART, fields: FIELDS },
  shape: SAVED,
  perform: async (context, request, response) => {
    const family = knownFamily(parse(FAMILY_PARAMS, request.params).family);
    const { text, fields } = await receiveText(context, request, response);
    const { seen, note } = parse(FIELDS, fields);
    const { own: rows, problems } = checkRows(family, text, context.resources);
    if (problems.length > 0) {
      const found = problems.map(describeProblem);
      const view = await familyView(context, family, {}, { text, problems: found });
      return { view, status: 422, json: { problems: found } };
    }
    return await keepEntries(context, {
      family,
      key: null,
      change: (own: OwnEntries) => mergeEntries(own, rows),
      seen,
      note: note || 'Imported rows',
      coder: coderOf(request),
      form: { fields: { text, note }, enctype: MULTIPART },
    });
  },
};

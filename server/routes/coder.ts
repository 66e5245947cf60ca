import { z } from 'zod';
import { LONGEST_CODER, rememberCoder } from '../coder.js';
import { ownPath } from '../own-path.js';
import { type Action, FORM } from './action.js';
import { formText } from './form-fields.js';
import { NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';

const FIELDS = z.object({
  coder: formText(LONGEST_CODER).meta({
    description: 'Name or initials of the person who corrects; empty to forget them',
  }),
  back: PARAMETERS.back,
});

/** Remembers in the browser who corrects: each change made by hand is noted with this name. */
export const coderAction: Action = {
  path: '/coder',
  summary: 'Remembers who corrects at this browser; the name is kept with every change made by hand',
  params: NO_PARAMS,
  body: { type: FORM, fields: FIELDS },
  shape: z.object({ coder: z.string() }),
  perform: async (_context, request, response) => {
    const { coder, back } = parse(FIELDS, request.body);
    rememberCoder(response, coder);
    return { url: ownPath(back), status: 200, json: { coder } };
  },
};

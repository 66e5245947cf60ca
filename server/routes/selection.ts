import type { Request } from 'express';
import { z } from 'zod';
import { coderOf } from '../coder.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { withChange } from '../own-path.js';
import { toChangeJson } from '../pages/changes-page.js';
import { type Change, countArticles, type Doer, type LibraryFilter } from '../store/index.js';
import type { Outcome } from './action.js';
import { COUNT, repeatedIds } from './form-fields.js';
import { FILTER_FIELDS, filterOf } from './library-query.js';
import { PARAMETERS } from './parameters.js';

/** Articles that one form can name; more are meant by a filter. */
const MOST_IDS = 10_000;

/** Which articles a change is for: those checked, or all that fit a filter. */
export const SELECTION_FIELDS = {
  article: repeatedIds(MOST_IDS).meta({ description: 'Ids of the articles that are meant, repeated' }),
  scope: z
    .enum(['checked', 'all'])
    .default('checked')
    .meta({ description: '`checked`: those that `article` names; `all`: every one that fits the filter' }),
  expected: COUNT.optional().meta({
    description: 'How many articles were shown to fit; refused with 409 where others fit now',
  }),
  back: PARAMETERS.back,
  ...FILTER_FIELDS,
} as const;

const SELECTION = z.object(SELECTION_FIELDS);
type Selection = z.output<typeof SELECTION>;

/** The shape of the answer to a program: the change that was made. */
export const CHANGE_SHAPE = z
  .object({ id: z.string(), kind: z.string(), text: z.string(), articles: z.int().nullable() })
  .loose();

/**
 * The filter of the articles that are meant.
 * @throws HttpError 409 where other articles fit now than were shown to the person
 */
export async function selected(context: Context, selection: Selection): Promise<LibraryFilter> {
  const filter = await filterOf(context, selection);
  if (selection.scope === 'checked') return { target: filter.target, ids: selection.article };
  const { expected } = selection;
  const count = expected === undefined ? undefined : await countArticles(context.store, filter);
  if (count === expected) return filter;
  throw new HttpError(
    409,
    'selection-changed',
    `When you looked, ${expected} articles fitted the filter; now it is ${count}.`,
    'Nothing was changed. Go back, load the list again, and see whether all of them are meant.',
  );
}

/** Who asks for a change, and when. */
export function doerOf(request: Request): Doer {
  return { coder: coderOf(request), now: new Date() };
}

/** Leads back to the view that the change was asked for in, with its notice. */
export function ledBack(back: string, change: Change): Outcome {
  return { url: withChange(back, change.id), status: 200, json: toChangeJson(change) };
}

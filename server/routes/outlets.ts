import { z } from 'zod';
import { textLines, textTable } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { knownCountries } from '../known-outlets.js';
import { ownPath, withChange } from '../own-path.js';
import { toChangeJson } from '../pages/changes-page.js';
import { outletConflictPage, outletsPage as outletsModel } from '../pages/outlets-page.js';
import { listOutletsWithCountry, type Outlet, setCountry } from '../store/index.js';
import { type Action, FORM } from './action.js';
import { SEEN } from './form-fields.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { doerOf } from './selection.js';

const QUERY = z.object({
  q: PARAMETERS.outlet.meta({ description: 'A part of the name' }),
  after: PARAMETERS.outletAfter,
  for: PARAMETERS.for,
});
type Query = z.output<typeof QUERY>;

/** The outlets of the library, each with one country for all its articles. */
export const outletsRoute = definePage({
  path: '/outlets',
  summary: 'The outlets of the library with country and number of articles',
  params: NO_PARAMS,
  query: QUERY,
  shape: z.object({
    outlets: z.array(z.object({ name: z.string(), country: z.string().nullable() }).loose()),
    next: z.string().nullable(),
  }),
  make: {
    html: async (context, { query }) => ({
      template: 'outlets',
      title: 'Outlets',
      section: '/outlets',
      model: outletsModel(await found(context, query), query, knownCountries(context.resources)),
    }),
    json: async (context, { query }) => await found(context, query),
    csv: async (context, { query }) => ({ name: 'outlets.csv', pieces: csvOf(context, query) }),
  },
});

async function found({ store }: Context, { q, after }: Query) {
  return await listOutletsWithCountry(store, { search: q, after });
}

async function* csvOf(context: Context, query: Query): AsyncGenerator<string> {
  yield textTable([['outlet', 'country', 'basis', 'articles']], query.for);
  let after = query.after ?? null;
  do {
    const { outlets, next } = await found(context, { ...query, after: after ?? undefined });
    yield textLines(outlets.map(toCells), query.for);
    after = next;
  } while (after !== null);
}

function toCells({ name, country, basis, articles }: Outlet): string[] {
  return [name, country ?? '', basis ?? '', String(articles)];
}

const FIELDS = z.object({
  outlet: PARAMETERS.outlet,
  country: PARAMETERS.country.meta({ description: 'Country; empty where it is not known' }),
  seen: SEEN.meta({ description: 'Revision that the country was changed from' }),
  back: PARAMETERS.back,
});

/** Sets the country of an outlet by hand. */
export const setCountryAction: Action = {
  path: '/outlets/country',
  summary: 'Sets the country of an outlet; answered with 409 where others set it since revision `seen`',
  params: NO_PARAMS,
  body: { type: FORM, fields: FIELDS },
  shape: z.object({ outlet: z.string(), country: z.string().nullable() }).loose(),
  perform: async ({ store }, request) => {
    const { outlet, country = null, seen, back } = parse(FIELDS, request.body);
    if (outlet === undefined) {
      const hint = 'Set a country in the list of /outlets.';
      throw new HttpError(400, 'no-outlet', 'No outlet was named.', hint);
    }
    const outcome = await setCountry(store, { outlet, country, seen }, doerOf(request));
    if (outcome.kind === 'saved') {
      const { change } = outcome;
      const json = { outlet, country, change: change && toChangeJson(change) };
      return { url: withChange(back, change?.id ?? null), status: 200, json };
    }
    const { theirs } = outcome;
    const model = outletConflictPage({ outlet, country, theirs, back: ownPath(back) });
    const view = { template: 'outlet-conflict', title: 'Changed meanwhile', section: '/outlets', model };
    const hint = 'Send again with their revision as `seen`.';
    const error = { code: 'changed-meanwhile', message: 'Others set it since.', hint };
    return { view, status: 409, json: { error, theirs } };
  },
};

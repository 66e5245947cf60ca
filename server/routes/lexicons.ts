import { z } from 'zod';
import { textTable } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import {
  FAMILY_NAMES,
  type FamilyName,
  familyColumns,
  headerOf,
  isFamily,
  lexiconPath,
  listEntries,
  readOwnEntries,
  writeOwnEntries,
} from '../corpus/index.js';
import { HttpError } from '../errors.js';
import { FAMILY_NOTES, fittingEntries, lexiconPage, lexiconUrl } from '../pages/lexicon-page.js';
import type { View } from '../render.js';
import { listVersions } from '../store/index.js';
import { VERSION } from './form-fields.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { PARAMETERS, TABLE_QUERY } from './parameters.js';
import type { PlainRoute } from './plain-route.js';

/** Every lexicon, and what its columns mean. */
export const lexiconsRoute = definePage({
  path: '/lexicons',
  summary: 'The lexicons: how many entries each has, and what their columns mean',
  params: NO_PARAMS,
  query: TABLE_QUERY,
  shape: z.object({
    lexicons: z.array(z.object({ family: z.string(), entries: z.int(), own: z.int() }).loose()),
  }),
  make: {
    html: async (context) => ({
      template: 'lexicons',
      title: 'Lexicons',
      section: '/lexicons',
      model: {
        families: (await summaries(context)).map((one) => ({ ...one, href: lexiconUrl(one.family) })),
        leftOut: context.jobs.editions.current.leftOut.filter(({ path }) => path.startsWith('lexicons/')),
      },
    }),
    json: async (context) => ({ lexicons: await summaries(context) }),
    csv: async (context, { query }) => {
      const rows = (await summaries(context)).map(({ family, note, entries, own }) => [
        family,
        note,
        String(entries),
        String(own),
      ]);
      return {
        name: 'lexicons.csv',
        pieces: [textTable([['family', 'note', 'entries', 'own'], ...rows], query.for)],
      };
    },
  },
});

async function summaries(context: Context) {
  return await Promise.all(
    FAMILY_NAMES.map(async (family) => {
      const { own } = await ownEntries(context, family);
      return {
        family,
        note: FAMILY_NOTES[family],
        entries: context.resources.lexicons[family].length,
        own: own.rows.size + own.off.size,
        columns: familyColumns(family).map(({ name, allowed }) => ({ name, allowed })),
      };
    }),
  );
}

export const FAMILY_PARAMS = z.object({ family: PARAMETERS.id.meta({ description: 'Name of the lexicon' }) });

const QUERY = z.object({
  q: PARAMETERS.search.meta({ description: 'A part of any cell; never a pattern' }),
  own: z
    .enum(['', 'only'])
    .optional()
    .meta({ description: '`only`: what this library adds, changes or takes out' }),
  after: z.string().max(500).optional().meta({ description: 'Where the next rows begin' }),
  version: VERSION.optional().meta({ description: 'A version of this library to look at' }),
  for: PARAMETERS.for,
});

/** The entries of one lexicon. */
export const lexiconRoute = definePage({
  path: '/lexicons/:family',
  summary: 'The entries of a lexicon, with where each comes from',
  params: FAMILY_PARAMS,
  query: QUERY,
  shape: z.object({ family: z.string(), total: z.int(), entries: z.array(z.record(z.string(), z.string())) }),
  make: {
    html: async (context, { params, query }) => await familyView(context, knownFamily(params.family), query),
    json: async (context, { params, query }) => {
      const family = knownFamily(params.family);
      const entries = await fitting(context, family, query);
      const columns = familyColumns(family);
      const records = entries.map(({ cells, origin }) => ({
        ...Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? ''])),
        origin,
      }));
      return { family, total: entries.length, entries: records };
    },
    csv: async (context, { params, query }) => {
      const family = knownFamily(params.family);
      const entries = await fitting(context, family, query);
      const names = [...familyColumns(family).map(({ name }) => name), 'origin'];
      const rows = entries.map(({ cells, origin }) => [...cells, origin]);
      return { name: `${family}.csv`, pieces: [textTable([names, ...rows], query.for)] };
    },
  },
});

/** What this library says of a lexicon, as a file to be laid over a corpus. */
export const lexiconFileRoute: PlainRoute = {
  path: '/lexicons/:family/tsv',
  summary: 'The library’s own rows of a lexicon as TSV, for another library or STANDPOINT_CORPUS',
  params: FAMILY_PARAMS,
  answer: 'TSV as attachment',
  handle: async (context, request, response) => {
    const family = knownFamily(parse(FAMILY_PARAMS, request.params).family);
    const { own } = await ownEntries(context, family);
    const text = writeOwnEntries(family, own) ?? `${headerOf(family)}\n`;
    response.attachment(`${family}.tsv`).type('text/tab-separated-values; charset=utf-8').send(text);
  },
};

/** The page of a family, with what was wrong with rows that were to be imported. */
export async function familyView(
  context: Context,
  family: FamilyName,
  query: {
    q?: string | undefined;
    own?: string | undefined;
    after?: string | undefined;
    version?: number | undefined;
  },
  refused: { text: string; problems: readonly string[] } = { text: '', problems: [] },
): Promise<View> {
  const { editions } = context.jobs;
  const { own, versions } = await ownEntries(context, family);
  const shown =
    query.version === undefined ? null : (versions.find(({ version }) => version === query.version) ?? null);
  const model = lexiconPage({
    family,
    entries: listEntries(family, editions, own),
    query,
    versions,
    shown,
    ...refused,
    leftOut: editions.current.leftOut.find(({ path }) => path === lexiconPath(family))?.reason ?? null,
  });
  return { template: 'lexicon', title: `Lexicon: ${family}`, section: '/lexicons', model };
}

async function fitting(context: Context, family: FamilyName, query: z.output<typeof QUERY>) {
  const { own } = await ownEntries(context, family);
  return fittingEntries(listEntries(family, context.jobs.editions, own), query);
}

/** What the library says of a family now, and all its versions. */
export async function ownEntries({ store }: Context, family: FamilyName) {
  const versions = await listVersions(store, lexiconPath(family));
  return { own: readOwnEntries(family, versions[0]?.content ?? null), versions };
}

/** The family of this name. @throws HttpError 404 */
export function knownFamily(name: string): FamilyName {
  if (isFamily(name)) return name;
  const hint = `Choose one of: ${FAMILY_NAMES.join(', ')}.`;
  throw new HttpError(404, 'unknown-lexicon', `There is no lexicon "${name}".`, hint);
}

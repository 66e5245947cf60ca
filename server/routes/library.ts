import { z } from 'zod';
import { csvHeader, csvRows, type Level, rowsOf } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { libraryPage as libraryModel } from '../pages/library-page.js';
import {
  type LibraryFilter,
  listArticles,
  listCountries,
  listOutlets,
  listRunOptions,
  listSpeakers,
  listStudyNames,
  speakerName,
  streamResults,
} from '../store/index.js';
import { FILTER_FIELDS, filterOf, SORT_FIELD } from './library-query.js';
import { definePage, NO_PARAMS } from './page.js';
import { PARAMETERS } from './parameters.js';
import { definitionOf, targetOptions } from './target-choice.js';

const QUERY = z.object({
  ...FILTER_FIELDS,
  sort: SORT_FIELD,
  after: PARAMETERS.after,
  level: PARAMETERS.level,
  for: PARAMETERS.for,
});

type Query = z.output<typeof QUERY>;

/** The library: every article with its stance, filters, and what can be done with those checked. */
export const libraryRoute = definePage({
  path: '/articles',
  aliases: ['/'],
  summary: 'The library: articles with their stance toward a target',
  params: NO_PARAMS,
  query: QUERY,
  shape: z.object({
    target: z.string(),
    total: z.int(),
    next: z.string().nullable(),
    articles: z.array(z.object({ id: z.string(), url: z.string(), title: z.string().nullable() }).loose()),
  }),
  make: {
    html: async (context, { query }) => {
      const filter = await filterOf(context, query);
      const { sort, after } = query;
      const [page, options] = await Promise.all([
        listArticles(context.store, filter, { after, sort }),
        filterOptions(context, filter),
      ]);
      const model = libraryModel({ page, options, view: { filter, sort, after } });
      return { template: 'library', title: 'Library', section: '/articles', model };
    },
    json: async (context, { query }) => {
      const filter = await filterOf(context, query);
      const { sort, after } = query;
      const { rows, next, total } = await listArticles(context.store, filter, { after, sort });
      const articles = rows.map((row) => ({ ...row, url: `/articles/${encodeURIComponent(row.id)}` }));
      return { target: filter.target, total, next, articles };
    },
    csv: async (context, { query }) => {
      const level = query.level ?? 'articles';
      const filter = await filterOf(context, query);
      return { name: `standpoint-${level}.csv`, pieces: csvOf(context, filter, level, query) };
    },
  },
});

/** What the filters offer. */
async function filterOptions(context: Context, filter: LibraryFilter) {
  const { store } = context;
  const [targets, definition, outlets, countries, speakers, studies, runs, speaker] = await Promise.all([
    targetOptions(context),
    definitionOf(context, filter.target),
    listOutlets(store),
    listCountries(store),
    listSpeakers(store, filter.target),
    listStudyNames(store),
    listRunOptions(store, filter.target),
    filter.speaker === undefined ? null : speakerName(store, filter.speaker),
  ]);
  const { dimensions } = definition;
  return { targets, dimensions, outlets, countries, speakers, studies, runs, speaker };
}

/** The CSV of every result that fits, as it comes out of the database. */
async function* csvOf(
  { store }: Context,
  filter: LibraryFilter,
  level: Level,
  { sort, for: asked }: Pick<Query, 'for' | 'sort'>,
) {
  const variant = asked ?? 'raw';
  yield csvHeader(level, variant);
  for await (const { result, runId } of streamResults(store, filter, sort)) {
    yield csvRows(rowsOf(result, runId), level, variant);
  }
}

import { z } from 'zod';
import { csvHeader, csvRows, type Level, rowsOf } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { libraryPage as libraryModel } from '../pages/library-page.js';
import { type LibraryFilter, listArticles, listOutlets, streamResults } from '../store/index.js';
import { definePage, NO_PARAMS } from './page.js';
import { PARAMETERS } from './parameters.js';
import { knownTarget, targetOptions } from './target-choice.js';

const QUERY = z.object({
  q: PARAMETERS.search,
  outlet: PARAMETERS.outlet,
  from: PARAMETERS.day,
  to: PARAMETERS.day,
  label: PARAMETERS.label,
  target: PARAMETERS.target,
  run: PARAMETERS.run,
  after: PARAMETERS.after,
  level: PARAMETERS.level,
  for: PARAMETERS.for,
});

type Query = z.output<typeof QUERY>;

/** The library: every article with its stance, and the upload form. */
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
      const { store } = context;
      const filter = await filterOf(context, query);
      const [page, outlets, targets] = await Promise.all([
        listArticles(store, filter, { after: query.after }),
        listOutlets(store),
        targetOptions(context),
      ]);
      const model = libraryModel({
        page,
        outlets: outlets.map(({ name, articles }) => ({ outlet: name, articles })),
        targets,
        filter,
        after: query.after,
      });
      return { template: 'library', title: 'Library', section: '/articles', model };
    },
    json: async (context, { query }) => {
      const filter = await filterOf(context, query);
      const { rows, next, total } = await listArticles(context.store, filter, { after: query.after });
      const articles = rows.map((row) => ({ ...row, url: `/articles/${encodeURIComponent(row.id)}` }));
      return { target: filter.target, total, next, articles };
    },
    csv: async (context, { query }) => {
      const level = query.level ?? 'articles';
      const filter = await filterOf(context, query);
      return { name: `standpoint-${level}.csv`, pieces: csvOf(context, filter, level, query.for) };
    },
  },
});

async function filterOf(context: Context, query: Query): Promise<LibraryFilter> {
  const { q, outlet, from, to, label, run } = query;
  return { target: await knownTarget(context, query.target), search: q, outlet, from, to, label, run };
}

/** The CSV of every result that fits, as it comes out of the database. */
async function* csvOf({ store }: Context, filter: LibraryFilter, level: Level, variant: 'excel' | undefined) {
  yield csvHeader(level, variant ?? 'raw');
  for await (const { result, runId } of streamResults(store, filter)) {
    yield csvRows(rowsOf(result, runId), level, variant ?? 'raw');
  }
}

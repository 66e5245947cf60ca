import { z } from 'zod';
import type { Article, Target } from '../../analysis/article/index.js';
import { charts, csvHeader, csvRows, rowsOf, toReport } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { type Link, reportPage } from '../pages/report-page.js';
import { dateInWords } from '../pages/words.js';
import {
  findCopies,
  findOriginal,
  loadArticles,
  loadResult,
  type StoredArticle,
  type StoredResult,
} from '../store/index.js';
import { knownArticle } from './known-article.js';
import { definePage } from './page.js';
import { PARAMETERS } from './parameters.js';
import { stalenessOf } from './staleness.js';
import { articleTargets, defaultTarget, definitionOf } from './target-choice.js';

const PARAMS = z.object({ id: PARAMETERS.id });
const QUERY = z.object({
  target: PARAMETERS.target,
  run: PARAMETERS.run,
  level: PARAMETERS.level,
  for: PARAMETERS.for,
});

/** One article towards one target: the framing report, the result, and its tables. */
export const reportRoute = definePage({
  path: '/articles/:id',
  summary: 'The framing report of an article; scores it first where it was not scored toward the target',
  params: PARAMS,
  query: QUERY,
  shape: z.object({ articleId: z.string(), textHash: z.string(), paragraphs: z.array(z.unknown()) }).loose(),
  make: {
    html: async (context, { params, query }) => {
      const found = await find(context, params.id, query);
      const { result } = found.stored;
      const report = toReport(result, found.definition);
      const around = await surroundings(context, found, query.run);
      // An older run that was asked for is meant to be old.
      const stale = query.run === undefined ? await stalenessOf(context, found.stored) : null;
      const model = { ...reportPage(report, { ...around, charts: await charts(report) }), stale };
      return { template: 'article', title: result.title ?? 'Untitled article', section: '/articles', model };
    },
    json: async (context, { params, query }) => (await find(context, params.id, query)).stored.result,
    csv: async (context, { params, query }) => {
      const { result, runId } = (await find(context, params.id, query)).stored;
      const level = query.level ?? 'paragraphs';
      const variant = query.for ?? 'raw';
      const rows = csvRows(rowsOf(result, runId), level, variant);
      return { name: `${params.id}-${level}.csv`, pieces: [csvHeader(level, variant), rows] };
    },
  },
});

/** An article with the result that is asked for. */
interface Found {
  readonly article: StoredArticle;
  readonly stored: StoredResult;
  readonly target: string;
  readonly definition: Target;
}

async function find(context: Context, id: string, query: z.output<typeof QUERY>): Promise<Found> {
  const article = await knownArticle(context, id);
  const target = query.target ?? defaultTarget(context, article);
  const definition = await definitionOf(context, target);
  const stored = await loadResult(context.store, { articleId: id, target, run: query.run });
  if (!stored && query.run !== undefined) throw unknownRun(query.run);
  return { article, stored: stored ?? (await context.jobs.scoreArticle(id, definition)), target, definition };
}

function unknownRun(run: string): HttpError {
  const message = `This article has no run "${run}" toward this target.`;
  return new HttpError(404, 'unknown-run', message, 'Leave "run" out of the address to see the newest.');
}

async function surroundings(context: Context, { article, stored, target }: Found, run: string | undefined) {
  const id = stored.result.articleId;
  const { store } = context;
  const [options, copies, original] = await Promise.all([
    articleTargets(context, id),
    copyLinks(context, id, target),
    findOriginal(store, id),
  ]);
  return {
    dropped: article.asRead.dropped,
    revision: article.revision,
    targets: options,
    target,
    run: run ?? null,
    runId: stored.runId,
    copies,
    hasOriginal: original !== null,
  };
}

async function copyLinks({ store }: Context, id: string, target: string): Promise<Link[]> {
  const copies = await findCopies(store, id);
  const articles = await loadArticles(
    store,
    copies.map((copy) => copy.id),
  );
  return articles.map(({ article }) => ({
    href: `/articles/${encodeURIComponent(article.id)}?${new URLSearchParams({ target })}`,
    name: article.title ?? 'Untitled article',
    note: sourceOf(article),
  }));
}

function sourceOf({ outlet, published }: Article): string {
  return [outlet, published && dateInWords(published)].filter(Boolean).join(', ');
}

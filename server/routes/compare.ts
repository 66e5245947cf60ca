import { z } from 'zod';
import { InputError } from '../../analysis/article/index.js';
import {
  COMPARED_DIMENSION_COLUMNS,
  COMPARED_VOICE_COLUMNS,
  type Comparison,
  compareReports,
  dimensionRecords,
  voiceRecords,
} from '../../analysis/compare/index.js';
import {
  type CsvVariant,
  csvHeader,
  csvRows,
  csvTable,
  rowsOf,
  toReport,
} from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { compareJson } from '../pages/compare-json.js';
import { addressOf, comparePage as compareModel, LETTERS } from '../pages/compare-page.js';
import { listArticles, loadResult, type StoredResult } from '../store/index.js';
import { repeatedIds } from './form-fields.js';
import { knownArticle } from './known-article.js';
import { definePage, NO_PARAMS } from './page.js';
import { PARAMETERS } from './parameters.js';
import { definitionOf, knownTarget, targetOptions } from './target-choice.js';

/** Fewer are no comparison; more do not fit next to each other. */
const FEWEST = 2;
const MOST = LETTERS.length;
/** Ids that are read from an address before it is refused, so that the refusal can count them. */
const MOST_GIVEN = 100;
/** Articles offered for adding one more; the library has search and filters for the rest. */
const MOST_OFFERED = 100;

const COMPARE_LEVELS = ['articles', 'voices', 'dimensions', 'paragraphs'] as const;

const QUERY = z.object({
  article: repeatedIds(MOST_GIVEN).meta({
    description: `Id of an article; given ${FEWEST} to ${MOST} times, in the order of the columns`,
  }),
  target: PARAMETERS.target,
  level: z.enum(COMPARE_LEVELS).optional().meta({
    description: 'What a row of the CSV stands for: articles, voices, dimensions or paragraphs',
  }),
  for: PARAMETERS.for,
});

type Query = z.output<typeof QUERY>;

/** Two to six articles next to each other. */
export const compareRoute = definePage({
  path: '/compare',
  summary: 'Articles next to each other toward one target: summaries, voices, issues, viewpoints',
  params: NO_PARAMS,
  query: QUERY,
  shape: z.object({
    target: z.object({ slug: z.string(), name: z.string() }),
    articles: z.array(z.object({ id: z.string(), url: z.string() }).loose()),
    voices: z.array(z.object({ key: z.string(), cells: z.array(z.unknown()) }).loose()),
    dimensions: z.array(z.object({ slug: z.string(), cells: z.array(z.unknown()) }).loose()),
  }),
  make: {
    html: async (context, { query }) => {
      const target = await knownTarget(context, query.target);
      const [compared, targets, { rows }] = await Promise.all([
        compare(context, query.article, target),
        targetOptions(context),
        listArticles(context.store, { target }, { limit: MOST_OFFERED }),
      ]);
      const model = compareModel({ ...compared, target, targets, offered: rows });
      return { template: 'compare', title: 'Compare articles', section: '/articles', model };
    },
    json: async (context, { query }) => {
      const target = await knownTarget(context, query.target);
      const { comparison, runIds, targetName } = await compare(context, enough(query.article), target);
      return compareJson(comparison, runIds, { slug: target, name: targetName });
    },
    csv: async (context, { query }) => {
      const level = query.level ?? 'articles';
      const target = await knownTarget(context, query.target);
      const compared = await compare(context, enough(query.article), target);
      return { name: `compared-${level}.csv`, pieces: tableOf(level, compared, query.for ?? 'raw') };
    },
  },
});

interface Compared {
  readonly stored: readonly StoredResult[];
  readonly comparison: Comparison;
  readonly runIds: readonly string[];
  readonly targetName: string;
}

/** The articles with these ids next to each other; those not scored toward the target are scored first. */
async function compare(context: Context, ids: readonly string[], target: string): Promise<Compared> {
  checkIds(ids, target);
  const definition = await definitionOf(context, target);
  const stored = await Promise.all(
    ids.map(async (articleId) => {
      await knownArticle(context, articleId);
      const found = await loadResult(context.store, { articleId, target });
      return found ?? (await context.jobs.scoreArticle(articleId, definition));
    }),
  );
  return {
    stored,
    comparison: compareReports(stored.map(({ result }) => toReport(result, definition))),
    runIds: stored.map(({ runId }) => runId),
    targetName: definition.name,
  };
}

/** @throws InputError where there are too many, or one twice */
function checkIds(ids: readonly string[], target: string): void {
  if (ids.length > MOST) {
    const message = `${ids.length} articles were asked for; ${MOST} can stand next to each other.`;
    throw new InputError(
      'too-many-articles',
      message,
      'Leave some out, or take the table of the library home.',
    );
  }
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    const hint = `Name each article once: ${addressOf([...new Set(ids)], target)}`;
    throw new InputError('same-article-twice', `The article "${twice}" is named twice.`, hint);
  }
}

/** The ids when there are enough of them. @throws InputError `too-few-articles` */
function enough(ids: readonly string[]): readonly string[] {
  if (ids.length >= FEWEST) return ids;
  const message = `A comparison needs ${FEWEST} to ${MOST} articles; ${ids.length} came.`;
  const hint = 'Name them in the address: /compare?article=ID&article=ID; /articles.json lists the ids.';
  throw new InputError('too-few-articles', message, hint);
}

function* tableOf(
  level: NonNullable<Query['level']>,
  { stored, comparison, runIds }: Compared,
  variant: CsvVariant,
) {
  switch (level) {
    case 'articles':
    case 'paragraphs':
      yield csvHeader(level, variant);
      for (const { result, runId } of stored) yield csvRows(rowsOf(result, runId), level, variant);
      return;
    case 'voices':
      yield csvTable(COMPARED_VOICE_COLUMNS, voiceRecords(comparison, runIds), variant);
      return;
    case 'dimensions':
      yield csvTable(COMPARED_DIMENSION_COLUMNS, dimensionRecords(comparison, runIds), variant);
  }
}

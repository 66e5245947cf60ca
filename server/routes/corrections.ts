import { z } from 'zod';
import { isSame } from '../../analysis/article/index.js';
import { correctArticle } from '../../analysis/reading/index.js';
import {
  CORRECTION_COLUMNS,
  type CorrectionRecord,
  type CsvVariant,
  correctionRows,
  csvLines,
  csvTable,
  describeCorrection,
  type ResultOfTarget,
} from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { type CorrectionRow, correctionItem, correctionRow } from '../pages/correction-rows.js';
import {
  type CorrectionOfArticle,
  type KeptCorrection,
  listAllCorrections,
  listCorrections,
  loadArticles,
  loadResult,
  type StoredArticle,
  streamCorrections,
} from '../store/index.js';
import { knownArticle } from './known-article.js';
import { definePage } from './page.js';
import { PARAMETERS } from './parameters.js';
import { defaultTarget } from './target-choice.js';

const ROW = z
  .object({
    correctionId: z.string(),
    articleId: z.string(),
    kind: z.string(),
    what: z.string(),
    machine: z.string().nullable(),
    corrected: z.string().nullable(),
  })
  .loose();

/** What was ever corrected in one article. */
export const historyRoute = definePage({
  path: '/articles/:id/corrections',
  summary: 'The history of corrections of one article, with the way to take each back',
  params: z.object({ id: PARAMETERS.id }),
  query: z.object({ for: PARAMETERS.for }),
  shape: z.object({ revision: z.int(), corrections: z.array(ROW) }),
  make: {
    html: async (context, { params }) => {
      const stored = await knownArticle(context, params.id);
      const rows = await historyOf(context, stored);
      const self = `/articles/${encodeURIComponent(params.id)}`;
      const model = { ...listModel(rows, `${self}/corrections`), self, articleTitle: stored.article.title };
      return { template: 'history', title: 'Corrections of an article', section: '/articles', model };
    },
    json: async (context, { params }) => {
      const stored = await knownArticle(context, params.id);
      return { revision: stored.revision, corrections: await historyOf(context, stored) };
    },
    csv: async (context, { params, query }) => {
      const stored = await knownArticle(context, params.id);
      const recorded = await listCorrections(context.store, params.id);
      const corrected = correctArticle(stored.asRead, stored.corrections);
      const results = await resultsOf(context, stored, recorded);
      const rows = correctionRows({ asRead: stored.asRead, recorded, corrected, results });
      const pieces = [csvTable(CORRECTION_COLUMNS, rows, query.for ?? 'raw')];
      return { name: `${params.id}-corrections.csv`, pieces };
    },
  },
});

/** What was ever corrected in the library. */
export const correctionsRoute = definePage({
  path: '/corrections',
  summary: 'The corrections of all articles, newest first, those that were taken back too',
  params: z.object({}),
  query: z.object({ after: PARAMETERS.after, for: PARAMETERS.for }),
  shape: z.object({ total: z.int(), next: z.string().nullable(), corrections: z.array(ROW) }),
  make: {
    html: async (context, { query }) => {
      const { rows, next, total } = await listAllCorrections(context.store, query);
      const model = {
        ...listModel(await rowsOf(context, rows), '/corrections'),
        total,
        nextHref: next === null ? null : `/corrections?${new URLSearchParams({ after: next })}`,
        firstHref: query.after === undefined ? null : '/corrections',
      };
      return { template: 'corrections', title: 'Corrections', section: '/corrections', model };
    },
    json: async (context, { query }) => {
      const { rows, next, total } = await listAllCorrections(context.store, query);
      return { total, next, corrections: await rowsOf(context, rows) };
    },
    csv: async (context, { query }) => ({
      name: 'corrections.csv',
      pieces: correctionsCsv(context, query.for),
    }),
  },
});

function listModel(rows: readonly CorrectionRow[], page: string) {
  return { items: rows.map(correctionItem), back: page };
}

/** Every correction of an article, the newest first, in the words of the article as it stands. */
async function historyOf(context: Context, stored: StoredArticle): Promise<CorrectionRow[]> {
  const history = await listCorrections(context.store, stored.article.id);
  const active = history.filter(({ revertedAt }) => revertedAt === null);
  const holding = active.map(({ correction }) => correction);
  const { ordinals } = correctArticle(stored.asRead, holding);
  const ordinalOf = new Map(active.map(({ id }, at) => [id, ordinals[at] ?? null]));
  const results = await resultsOf(context, stored, history);
  const rows = history.map((kept) => {
    const { correction } = kept;
    const toward = correction.kind === 'set-label' ? correction.target : results[0]?.target;
    return correctionRow(kept, {
      article: stored.article,
      asRead: stored.asRead,
      ordinal: ordinalOf.get(kept.id) ?? null,
      result: results.find(({ target }) => target === toward)?.result ?? null,
    });
  });
  return rows.reverse();
}

/** Results that know the names of voices: the one that is shown first, and those that labels were given toward. */
async function resultsOf(
  context: Context,
  stored: StoredArticle,
  history: readonly KeptCorrection[],
): Promise<ResultOfTarget[]> {
  const given = history.flatMap(({ correction }) =>
    correction.kind === 'set-label' ? [correction.target] : [],
  );
  const results: ResultOfTarget[] = [];
  for (const target of new Set([defaultTarget(context, stored), ...given])) {
    const scored = await loadResult(context.store, { articleId: stored.article.id, target });
    if (scored) results.push({ target, result: scored.result });
  }
  return results;
}

/** Corrections of many articles, in the words of the articles as they were read. */
async function rowsOf({ store }: Context, found: readonly CorrectionOfArticle[]): Promise<CorrectionRow[]> {
  const articles = await articlesOf(store, found);
  return found.flatMap(({ articleId, correction }) => {
    const stored = articles.get(articleId);
    if (!stored) return [];
    const { article, asRead } = stored;
    return [correctionRow(correction, { article, asRead, ordinal: null, result: null })];
  });
}

/** Corrections of many articles as rows of the table, which knows no voices by name. */
async function recordsOf(
  { store }: Context,
  found: readonly CorrectionOfArticle[],
): Promise<CorrectionRecord[]> {
  const articles = await articlesOf(store, found);
  const placed = new Map(
    [...articles.values()].map((stored) => [
      stored.article.id,
      correctArticle(stored.asRead, stored.corrections),
    ]),
  );
  return found.flatMap(({ articleId, correction: recorded }) => {
    const stored = articles.get(articleId);
    if (!stored) return [];
    const { asRead, corrections } = stored;
    const isActive = recorded.revertedAt === null;
    const at = isActive ? corrections.findIndex((one) => isSame(one, recorded.correction)) : -1;
    const { applied = [], ordinals = [] } = placed.get(articleId) ?? {};
    const ordinal = ordinals[at] ?? null;
    const words = describeCorrection(recorded.correction, { asRead, ordinal, result: null });
    return [{ articleId, recorded, words, applied: applied[at] ?? false, ordinal }];
  });
}

async function articlesOf(
  store: Context['store'],
  found: readonly CorrectionOfArticle[],
): Promise<Map<string, StoredArticle>> {
  const ids = [...new Set(found.map(({ articleId }) => articleId))];
  return new Map((await loadArticles(store, ids)).map((stored) => [stored.article.id, stored]));
}

/** Every correction of the library as a CSV; of the articles that `isMeant` names, where given. */
export async function* correctionsCsv(
  context: Context,
  variant: CsvVariant = 'raw',
  isMeant: (articleId: string) => boolean = () => true,
) {
  yield csvTable(CORRECTION_COLUMNS, [], variant);
  for await (const batch of streamCorrections(context.store)) {
    const meant = batch.filter(({ articleId }) => isMeant(articleId));
    yield csvLines(CORRECTION_COLUMNS, await recordsOf(context, meant), variant);
  }
}

import { z } from 'zod';
import type { Result } from '../../analysis/article/index.js';
import { correctArticle } from '../../analysis/reading/index.js';
import { excelText, toCsv } from '../../analysis/report/index.js';
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
      const rows = await historyOf(context, await knownArticle(context, params.id));
      return {
        name: `${params.id}-corrections.csv`,
        pieces: [table([COLUMNS, ...rows.map(cells)], query.for)],
      };
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
  const resultToward = await resultsOf(context, stored, history);
  const rows = history.map((kept) =>
    correctionRow(kept, {
      article: stored.article,
      asRead: stored.asRead,
      ordinal: ordinalOf.get(kept.id) ?? null,
      result: resultToward(kept),
    }),
  );
  return rows.reverse();
}

/** Results that know the names of voices, by the target of the correction. */
async function resultsOf(
  context: Context,
  stored: StoredArticle,
  history: readonly KeptCorrection[],
): Promise<(kept: KeptCorrection) => Result | null> {
  const shown = defaultTarget(context, stored);
  const targetOf = ({ correction }: KeptCorrection) =>
    correction.kind === 'set-label' ? correction.target : shown;
  const targets = [...new Set(history.map(targetOf))];
  const results = new Map<string, Result | null>();
  for (const target of targets) {
    const scored = await loadResult(context.store, { articleId: stored.article.id, target });
    results.set(target, scored?.result ?? null);
  }
  return (kept) => results.get(targetOf(kept)) ?? null;
}

/** Corrections of many articles, in the words of the articles as they were read. */
async function rowsOf({ store }: Context, found: readonly CorrectionOfArticle[]): Promise<CorrectionRow[]> {
  const ids = [...new Set(found.map(({ articleId }) => articleId))];
  const articles = new Map((await loadArticles(store, ids)).map((stored) => [stored.article.id, stored]));
  return found.flatMap(({ articleId, correction }) => {
    const stored = articles.get(articleId);
    if (!stored) return [];
    const { article, asRead } = stored;
    return [correctionRow(correction, { article, asRead, ordinal: null, result: null })];
  });
}

const COLUMNS = [
  'correction_id',
  'article_id',
  'outlet',
  'title',
  'kind',
  'target',
  'what',
  'machine',
  'corrected',
  'reason',
  'coder',
  'made_at',
  'reverted_at',
  'reverted_by',
];

function cells(row: CorrectionRow): string[] {
  return [
    row.correctionId,
    row.articleId,
    row.outlet,
    row.title,
    row.kind,
    row.target,
    row.what,
    row.machine,
    row.corrected,
    row.reason,
    row.coder,
    row.at,
    row.revertedAt,
    row.revertedBy,
  ].map((cell) => cell ?? '');
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Lines of a CSV, the first ones of a file where `isStart`. */
function table(lines: readonly string[][], variant: 'excel' | undefined, isStart = true): string {
  if (variant !== 'excel') return toCsv(lines);
  return (isStart ? BYTE_ORDER_MARK : '') + toCsv(lines.map((line) => line.map(excelText)));
}

/** Every correction of the library as a CSV; of the articles that `isMeant` names, where given. */
export async function* correctionsCsv(
  context: Context,
  variant: 'excel' | undefined,
  isMeant: (articleId: string) => boolean = () => true,
) {
  yield table([COLUMNS], variant);
  for await (const batch of streamCorrections(context.store)) {
    const meant = batch.filter(({ articleId }) => isMeant(articleId));
    yield table((await rowsOf(context, meant)).map(cells), variant, false);
  }
}

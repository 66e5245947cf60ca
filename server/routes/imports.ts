import { z } from 'zod';
import { type CsvVariant, textTable } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { importListPage, importPage, importUrl, toImportJson } from '../pages/import-page.js';
import { type Import, listImports, loadImport } from '../store/index.js';
import { definePage, NO_PARAMS } from './page.js';
import { PARAMETERS, TABLE_QUERY } from './parameters.js';

/** Seconds after which a page of a running import is loaded again where there is no script. */
const REFRESH_SECONDS = 2;

/** Every import, newest first. */
export const importListRoute = definePage({
  path: '/imports',
  summary: 'The newest imports',
  params: NO_PARAMS,
  query: TABLE_QUERY,
  shape: z.object({
    imports: z.array(z.object({ id: z.string(), url: z.string(), status: z.string() }).loose()),
  }),
  make: {
    html: async ({ store }) => ({
      template: 'imports',
      title: 'Imports',
      section: '/imports',
      model: importListPage(await listImports(store)),
    }),
    json: async ({ store }) => ({
      imports: (await listImports(store)).map((summary) => ({ ...summary, url: importUrl(summary.id) })),
    }),
    csv: async ({ store }, { query }) => {
      const rows = (await listImports(store)).map((summary) => [
        summary.id,
        summary.kind,
        summary.status,
        summary.createdAt.toISOString(),
        summary.finishedAt?.toISOString() ?? '',
        String(summary.files),
        String(summary.refused),
        String(summary.articles),
      ]);
      const header = [
        'import_id',
        'kind',
        'status',
        'created_at',
        'finished_at',
        'files',
        'refused',
        'articles',
      ];
      return { name: 'imports.csv', pieces: [textTable([header, ...rows], query.for)] };
    },
  },
});

const FILE = z
  .object({
    file: z.string(),
    status: z.enum(['running', 'done', 'refused']),
    reason: z.string().optional(),
    articles: z.array(z.object({ id: z.string(), url: z.string(), title: z.string().nullable() }).loose()),
  })
  .loose();

/** One import: how far it is, and what became of each file. */
export const importRoute = definePage({
  path: '/imports/:id',
  summary: 'One import: its progress and the outcome of each file',
  params: z.object({ id: PARAMETERS.id.meta({ description: 'Id of the import' }) }),
  query: TABLE_QUERY,
  shape: z.object({ id: z.string(), status: z.enum(['running', 'done', 'failed']), files: z.array(FILE) }),
  make: {
    html: async (context, { params }) => {
      const found = await knownImport(context, params.id);
      return {
        template: 'import',
        title: 'Import',
        section: '/imports',
        model: importPage(found),
        ...(found.status === 'running' ? { refresh: REFRESH_SECONDS } : {}),
      };
    },
    json: async (context, { params }) => toImportJson(await knownImport(context, params.id)),
    csv: async (context, { params, query }) => ({
      name: `import-${params.id}.csv`,
      pieces: [toTable(await knownImport(context, params.id), query.for)],
    }),
  },
});

async function knownImport({ store }: Context, id: string): Promise<Import> {
  const found = await loadImport(store, id);
  if (found) return found;
  throw new HttpError(
    404,
    'unknown-import',
    'There is no import of this id.',
    'See /imports for those there are.',
  );
}

const COLUMNS = ['import_id', 'file', 'status', 'reason', 'article_id', 'url', 'title', 'duplicate_of'];

/** One row for each article of each file; a file without any has one row too. */
function toTable(found: Import, variant?: CsvVariant): string {
  const rows = toImportJson(found).files.flatMap(({ file, status, reason = '', articles }) => {
    const start = [found.id, file, status, reason];
    if (articles.length === 0) return [[...start, '', '', '', '']];
    return articles.map(({ id, url, title, duplicateOf = '' }) => [
      ...start,
      id,
      url,
      title ?? '',
      duplicateOf,
    ]);
  });
  return textTable([COLUMNS, ...rows], variant);
}

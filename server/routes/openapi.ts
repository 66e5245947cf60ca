import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { programVersion } from '../../analysis/report/index.js';
import type { Action } from './action.js';
import type { Format, Page } from './page.js';
import type { PlainRoute } from './plain-route.js';

/** Everything that the server answers. */
export interface Routes {
  readonly pages: readonly Page[];
  readonly actions: readonly Action[];
  readonly plain: readonly PlainRoute[];
}

/** The description of the API, made of the same lists that are mounted. */
export function openApiRoute(routes: () => Routes): PlainRoute {
  return {
    path: '/api/v1/openapi.json',
    summary: 'This description of the API',
    params: z.object({}),
    answer: 'OpenAPI 3.1',
    handle: async (_context, _request, response) => {
      response.json(describe(routes()));
    },
  };
}

const ERROR = z
  .object({
    error: z.object({
      code: z.string().meta({ description: 'Stable, machine-readable' }),
      message: z.string(),
      hint: z.string().meta({ description: 'The next step' }),
      requestId: z.string(),
    }),
  })
  .meta({ id: 'Error' });

const FAILED = {
  description: 'What is wrong and what to do next',
  content: { 'application/json': { schema: ERROR } },
};

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  html: 'text/html',
  json: 'application/json',
  csv: 'text/csv',
};

/** An OpenAPI document of the routes. */
function describe({ pages, actions, plain }: Routes): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const page of pages) {
    for (const format of page.formats)
      paths[pathOf(page.path) + endingOf(format)] = { get: twin(page, format) };
  }
  for (const action of actions)
    paths[pathOf(action.path)] = { ...paths[pathOf(action.path)], post: change(action) };
  for (const route of plain) paths[pathOf(route.path)] = { get: plainOperation(route) };
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Standpoint',
      version: programVersion(),
      description: 'How news paragraphs frame a target, by voice. Every page has a JSON and a CSV twin.',
    },
    paths,
  });
}

/** `/articles/:id` as OpenAPI writes it. */
function pathOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function endingOf(format: Format): string {
  return format === 'html' ? '' : `.${format}`;
}

function twin(page: Page, format: Format): ZodOpenApiOperationObject {
  const schema = format === 'json' && page.shape ? page.shape : z.string();
  return {
    summary: page.summary,
    requestParams: { path: page.params, query: page.query },
    responses: {
      '200': { description: page.summary, content: { [MEDIA_TYPES[format]]: { schema } } },
      default: FAILED,
    },
  };
}

function change(action: Action): ZodOpenApiOperationObject {
  return {
    summary: action.summary,
    requestParams: { path: action.params },
    requestBody: { content: { [action.body.type]: { schema: action.body.fields } } },
    responses: {
      '2XX': { description: 'Done, or taken on', content: { 'application/json': { schema: action.shape } } },
      '303': { description: 'A browser is led on to the outcome' },
      default: FAILED,
    },
  };
}

function plainOperation(route: PlainRoute): ZodOpenApiOperationObject {
  return {
    summary: route.summary,
    requestParams: { path: route.params },
    responses: { '200': { description: route.answer }, default: FAILED },
  };
}

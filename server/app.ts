import { join } from 'node:path';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import { packageRoot } from '../analysis/resources/index.js';
import { passwordGuard } from './access.js';
import type { Context } from './context.js';
import { failures, notFound } from './failures.js';
import { noticeOf } from './notices.js';
import { frameOf, renderView, type View } from './render.js';
import { requestLog } from './request-log.js';
import { type Action, FORM, type Outcome } from './routes/action.js';
import { ACTIONS, PAGES, PLAIN_ROUTES, WATCH_ROUTES } from './routes/index.js';
import type { CsvFile, Format, Page } from './routes/page.js';
import type { PlainRoute } from './routes/plain-route.js';
import { hostGuard, originGuard, securityHeaders } from './security.js';
import { StoreUnavailable } from './store/index.js';

/** The web application: guards first, then every route of the lists, then the answers to failures. */
export function createApp(context: Context, logger: Logger): Express {
  const { settings } = context;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', settings.proxy ? 1 : false);
  app.use(requestLog(logger), securityHeaders(), hostGuard(settings.publicHost));
  for (const route of WATCH_ROUTES) mountPlain(app, route, context);
  if (settings.password !== null) app.use(passwordGuard(settings.password));
  app.use(originGuard(settings.publicHost));
  app.use(
    '/public',
    express.static(join(packageRoot(), 'views', 'public'), { index: false, redirect: false }),
  );
  app.use(renewEdition(context));
  for (const page of PAGES) mountPage(app, page, context);
  for (const action of ACTIONS) mountAction(app, action, context);
  for (const route of PLAIN_ROUTES) mountPlain(app, route, context);
  app.use(notFound(), failures(logger));
  return app;
}

/** Each request works with the newest targets and lexicons, whichever process they were edited in. */
function renewEdition({ jobs }: Context): RequestHandler {
  return async (_request, _response, next) => {
    try {
      await jobs.editions.refresh();
    } catch (error) {
      // Pages that need no database are served while it is away.
      if (!(error instanceof StoreUnavailable)) throw error;
    }
    next();
  };
}

const ENDINGS: Readonly<Record<Format, string>> = { json: '.json', csv: '.csv', html: '' };

/** The twins with an ending come first, since `:id` would swallow it. */
function mountPage(app: Express, page: Page, context: Context): void {
  for (const format of ['json', 'csv', 'html'] as const) {
    if (!page.formats.includes(format)) continue;
    const aliases = format === 'html' ? page.aliases : [];
    app.get([page.path + ENDINGS[format], ...aliases], (request, response) => {
      // Pages change with the library: a browser may keep one only to ask whether it did.
      response.set('Cache-Control', 'no-cache');
      return sendTwin(format, page, context, request, response);
    });
  }
}

async function sendTwin(
  format: Format,
  page: Page,
  context: Context,
  request: Request,
  response: Response,
): Promise<void> {
  switch (format) {
    case 'html':
      return sendHtml(context, request, response, await page.make('html', context, request));
    case 'json':
      return void response.json(await page.make('json', context, request));
    case 'csv':
      return sendCsv(response, await page.make('csv', context, request));
  }
}

async function sendHtml(context: Context, request: Request, response: Response, view: View): Promise<void> {
  const frame = frameOf(request, await noticeOf(context, request));
  response.type('html').send(await renderView(view, frame));
}

/** The head is sent with the first piece, so that a failure before it still gets its status. */
async function sendCsv(response: Response, { name, pieces }: CsvFile): Promise<void> {
  response.attachment(name).type('text/csv; charset=utf-8');
  for await (const piece of pieces) {
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

/** Resolves when the client has taken what was written, or is gone. */
function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}

/** Bytes of the largest form without files: a target with thousands of names is far below. */
const LARGEST_FORM = 2 * 1024 * 1024;
const MOST_FIELDS = 20_000;

const FORM_READERS = [
  express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: MOST_FIELDS }),
  express.json({ limit: LARGEST_FORM }),
];

function mountAction(app: Express, action: Action, context: Context): void {
  const readers = action.body.type === FORM ? FORM_READERS : [];
  app.post(action.path, ...readers, async (request, response) => {
    // A request without a body has none of the fields.
    if (action.body.type === FORM) request.body ??= {};
    await sendOutcome(context, request, response, await action.perform(context, request, response));
  });
}

function mountPlain(app: Express, { path, handle }: PlainRoute, context: Context): void {
  app.get(path, (request, response) => handle(context, request, response));
}

/** A browser is led on to the page of the outcome, or shown it; a program gets it at once. */
async function sendOutcome(
  context: Context,
  request: Request,
  response: Response,
  outcome: Outcome,
): Promise<void> {
  response.set('Cache-Control', 'no-store');
  if (request.accepts(['html', 'json']) === 'json') {
    if ('url' in outcome) response.location(outcome.url);
    response.status(outcome.status).json(outcome.json);
  } else if ('url' in outcome) response.redirect(303, outcome.url);
  else await sendHtml(context, request, response.status(outcome.status), outcome.view);
}

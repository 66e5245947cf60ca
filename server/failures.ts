import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { HttpError, toHttpError } from './errors.js';
import { undoAction } from './pages/change-words.js';
import { frameOf, renderView } from './render.js';
import { requestIdOf } from './request-log.js';
import { StoreUnavailable } from './store/index.js';

/** Answers every path that nobody else answered. */
export function notFound(): RequestHandler {
  return (_request, _response, next) => {
    next(
      new HttpError(
        404,
        'not-found',
        'There is no page at this address.',
        'Go to the library, or check the address for a typing error.',
      ),
    );
  };
}

/** Turns whatever was thrown into the error page or its JSON; bugs are logged with their stack. */
export function failures(logger: Logger): ErrorRequestHandler {
  return async (thrown: unknown, request, response, _next) => {
    const requestId = requestIdOf(response);
    const error = toAnswer(thrown);
    if (error.status >= 500) logger.error({ requestId, err: thrown }, 'request failed');
    // A download that broke off must not look complete.
    if (response.headersSent) return response.destroy();
    const { status, code, message, hint } = error;
    response.removeHeader('Content-Disposition');
    response.status(status).set('Cache-Control', 'no-store');
    if (!wantsPage(request)) return response.json({ error: { code, message, hint, requestId } });
    const undo = error.change === null ? null : undoAction(error.change);
    const model = { status, message, hint, requestId, undo };
    const title = TITLES[status] ?? 'Something went wrong';
    const html = await renderView({ template: 'error', title, model }, frameOf(request));
    return response.type('html').send(html);
  };
}

/** The store tells apart itself what of the database's failures passes by waiting. */
function toAnswer(thrown: unknown): HttpError {
  if (!(thrown instanceof StoreUnavailable)) return toHttpError(thrown);
  return new HttpError(503, thrown.code, thrown.message, thrown.hint);
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'That did not work',
  401: 'Password needed',
  403: 'Refused',
  404: 'Not found',
  409: 'Changed meanwhile',
  413: 'Too large',
  421: 'Wrong address',
  429: 'Too many attempts',
  503: 'Not available just now',
};

/** A page for browsers, which say that they read HTML; JSON for programs and for the JSON twins. */
function wantsPage({ path, headers }: Request): boolean {
  return !path.endsWith('.json') && (headers.accept ?? '').includes('text/html');
}

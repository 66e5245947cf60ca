import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/**
 * Gives each request an id and writes one line when it is over: method, route, status, time.
 * Neither addresses nor query strings nor any text are written down.
 */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.locals.requestId = randomUUID();
    response.set('X-Request-Id', requestIdOf(response));
    response.once('close', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      logger.info(
        {
          requestId: requestIdOf(response),
          method: request.method,
          route: typeof route === 'string' ? route : null,
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
          complete: response.writableFinished,
        },
        'request',
      );
    });
    next();
  };
}

/** The id under which a request stands in the log. */
export function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}

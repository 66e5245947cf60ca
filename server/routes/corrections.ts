import type { Request } from 'express';
import { z } from 'zod';
import { type Action, FORM, type Outcome } from './action.js';
import { NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';

const PARAMS = z.object({
  id: PARAMETERS.id,
  index: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .meta({ description: 'Place among the passages left out when the article was read, from 0' }),
});

const QUERY = z.object({ target: PARAMETERS.target });

const COMMON = {
  params: PARAMS,
  body: { type: FORM, fields: NO_PARAMS },
  shape: z.object({ id: z.string(), url: z.string() }),
} as const;

/** Puts a passage that was taken for page furniture back into the article, which is scored anew. */
export const restoreAction: Action = {
  ...COMMON,
  path: '/articles/:id/dropped/:index/restore',
  summary: 'Puts a passage that was left out back in its place; the article is scored again',
  perform: ({ jobs }, request) => change(request, jobs.restoreDropped),
};

/** Undoes the above. */
export const leaveOutAction: Action = {
  ...COMMON,
  path: '/articles/:id/dropped/:index/leave-out',
  summary: 'Leaves a passage that was put back out again; the article is scored again',
  perform: ({ jobs }, request) => change(request, jobs.leaveOutAgain),
};

async function change(
  request: Request,
  make: (articleId: string, index: number) => Promise<void>,
): Promise<Outcome> {
  const { id, index } = parse(PARAMS, request.params);
  const { target } = parse(QUERY, request.query);
  await make(id, index);
  const query = target === undefined ? '' : `?${new URLSearchParams({ target })}`;
  const url = `/articles/${encodeURIComponent(id)}${query}`;
  return { url: `${url}#left-out`, status: 200, json: { id, url } };
}

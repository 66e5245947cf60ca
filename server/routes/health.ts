import { sql } from 'kysely';
import { z } from 'zod';
import { programVersion } from '../../analysis/report/index.js';
import type { PlainRoute } from './plain-route.js';

/** Whether the process lives. */
export const healthRoute: PlainRoute = {
  path: '/healthz',
  summary: 'Whether the server is alive; asks for no password',
  params: z.object({}),
  answer: '`{ "status": "ok", "version" }`',
  handle: async (_context, _request, response) => {
    response.json({ status: 'ok', version: programVersion() });
  },
};

/** Whether requests can be served: the database answers. */
export const readyRoute: PlainRoute = {
  path: '/readyz',
  summary: 'Whether the database answers; 503 where it does not; asks for no password',
  params: z.object({}),
  answer: '`{ "status": "ready" }`',
  handle: async ({ store }, _request, response) => {
    await sql`select 1`.execute(store.db);
    response.json({ status: 'ready' });
  },
};

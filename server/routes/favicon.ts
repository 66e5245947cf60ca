import { join } from 'node:path';
import { packageRoot } from '../../analysis/resources/index.js';
import { NO_PARAMS } from './page.js';
import { type PlainRoute, sendStored } from './plain-route.js';

/** The icon at the address where a browser looks for it unasked. */
export const faviconRoute: PlainRoute = {
  path: '/favicon.ico',
  summary: 'The icon for tabs',
  params: NO_PARAMS,
  answer: 'ICO',
  handle: async (_context, _request, response) => {
    response.type('image/x-icon');
    await sendStored(response, join(packageRoot(), 'views', 'public', 'favicon.ico'));
  },
};

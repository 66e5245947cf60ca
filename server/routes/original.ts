import { z } from 'zod';
import { HttpError } from '../errors.js';
import { findOriginal } from '../store/index.js';
import { PARAMETERS } from './parameters.js';
import { type PlainRoute, sendStored } from './plain-route.js';

/** The file that an article came from: always a download, never a page of this site. */
export const originalRoute: PlainRoute = {
  path: '/articles/:id/original',
  summary: 'The file that the article came from, as it was uploaded',
  params: z.object({ id: PARAMETERS.id }),
  answer: 'The file as attachment',
  handle: async ({ store }, request, response) => {
    const original = await findOriginal(store, String(request.params.id));
    if (!original) {
      const hint =
        'It came from the command line or its import was deleted; the text in the report is all there is.';
      throw new HttpError(404, 'no-original', 'The original file of this article is not kept.', hint);
    }
    response.attachment(original.name).type('application/octet-stream');
    response.set('Content-Security-Policy', "sandbox; default-src 'none'");
    response.set('Cache-Control', 'private, no-cache');
    await sendStored(response, original.path);
  },
};

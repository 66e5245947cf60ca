import { extname } from 'node:path';
import { z } from 'zod';
import { HttpError } from '../errors.js';
import { pictures } from '../pictures.js';
import { type PlainRoute, sendStored } from './plain-route.js';

/** The pictures of the guide, from a fixed list. */
export const pictureRoute: PlainRoute = {
  path: '/guide/images/:name',
  summary: 'A picture of the guide',
  params: z.object({ name: z.string().meta({ description: 'File name, such as `report.png`' }) }),
  answer: 'PNG or SVG',
  handle: async (_context, request, response) => {
    const picture = pictures().get(String(request.params.name));
    if (!picture) {
      const hint = 'Open the guide at /guide; its pictures are in docs/images of the program.';
      throw new HttpError(404, 'not-found', 'The guide has no picture of this name.', hint);
    }
    response.type(extname(picture.path)).set('Cache-Control', 'no-cache');
    await sendStored(response, picture.path);
  },
};

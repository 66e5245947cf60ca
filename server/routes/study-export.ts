import { pipeline } from 'node:stream/promises';
import { parse } from './page.js';
import type { PlainRoute } from './plain-route.js';
import { STUDY_PARAMS } from './study.js';
import { knownStudy } from './study-choice.js';
import { studyZip } from './study-files.js';

/** A study with everything in it, as one file. */
export const studyExportRoute: PlainRoute = {
  path: '/studies/:id/export.zip',
  summary: 'A study as a ZIP file: texts, every table toward each target, results, targets, codebook',
  params: STUDY_PARAMS,
  answer: 'A ZIP file as attachment; README.txt in it explains the files',
  handle: async (context, request, response) => {
    const { id } = parse(STUDY_PARAMS, request.params);
    const study = await knownStudy(context, id);
    const zip = await studyZip(context, study);
    response.attachment(`${study.id}.zip`).type('application/zip').set('Cache-Control', 'no-cache');
    await pipeline(zip, response).catch((error: unknown) => {
      // A reader who leaves in the middle is no failure.
      if (!response.destroyed || response.writableFinished) throw error;
    });
  },
};

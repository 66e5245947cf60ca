import { z } from 'zod';
import { withChange } from '../own-path.js';
import { toChangeJson } from '../pages/changes-page.js';
import { studyDeletePage } from '../pages/study-delete-page.js';
import { countOwnArticles, deleteStudy } from '../store/index.js';
import { type Action, FORM } from './action.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { CHANGE_SHAPE, doerOf } from './selection.js';
import { STUDY_PARAMS } from './study.js';
import { knownStudy } from './study-choice.js';

/** Asks before a study goes, and names what goes with it. */
export const studyDeleteRoute = definePage({
  path: '/studies/:id/delete',
  summary: 'Asks whether to delete a study, and names what goes',
  params: STUDY_PARAMS,
  query: NO_PARAMS,
  make: {
    html: async (context, { params }) => {
      const study = await knownStudy(context, params.id);
      const model = studyDeletePage(study, await countOwnArticles(context.store, study.id));
      return { template: 'study-delete', title: `Delete ${study.name}`, section: '/studies', model };
    },
  },
});

const FIELDS = z.object({
  articles: z
    .enum(['', 'own'])
    .default('')
    .meta({ description: '`own`: also deletes its articles that are in no other study' }),
});

/** Deletes a study; its articles stay unless asked otherwise. */
export const deleteStudyAction: Action = {
  path: '/studies/:id/delete',
  summary: 'Deletes a study; can be undone for 30 days',
  params: STUDY_PARAMS,
  body: { type: FORM, fields: FIELDS },
  shape: CHANGE_SHAPE,
  perform: async (context, request) => {
    const { id } = parse(STUDY_PARAMS, request.params);
    const { articles } = parse(FIELDS, request.body);
    await knownStudy(context, id);
    const change = await deleteStudy(context.store, id, articles === 'own', doerOf(request));
    return { url: withChange('/studies', change.id), status: 200, json: toChangeJson(change) };
  },
};

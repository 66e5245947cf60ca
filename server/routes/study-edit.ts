import { z } from 'zod';
import { HttpError } from '../errors.js';
import { studyUrl } from '../pages/studies-page.js';
import { studyConflictPage } from '../pages/study-conflict-page.js';
import { studyEditPage } from '../pages/study-edit-page.js';
import { type EditOutcome, editStudy } from '../store/index.js';
import { type Action, FORM, type Outcome } from './action.js';
import { VERSION } from './form-fields.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { doerOf } from './selection.js';
import { STUDY_PARAMS } from './study.js';
import { knownStudy } from './study-choice.js';
import { STUDY_FIELDS, studyTexts } from './study-fields.js';
import { targetOptions } from './target-choice.js';

/** The form that changes the texts of a study. */
export const studyEditRoute = definePage({
  path: '/studies/:id/edit',
  summary: 'The form that edits the name, notes, methods text and targets of a study',
  params: STUDY_PARAMS,
  query: NO_PARAMS,
  make: {
    html: async (context, { params }) => {
      const study = await knownStudy(context, params.id);
      const model = studyEditPage(study, await targetOptions(context));
      return { template: 'study-edit', title: `Edit ${study.name}`, section: '/studies', model };
    },
  },
});

const FIELDS = z.object({
  ...STUDY_FIELDS,
  seen: VERSION.meta({ description: 'Revision that the texts were made from' }),
});

/** Keeps the texts of a study; what others changed since is never overwritten unasked. */
export const editStudyAction: Action = {
  path: '/studies/:id/edit',
  summary: 'Edits a study; answered with 409 where others changed the same field since revision `seen`',
  params: STUDY_PARAMS,
  body: { type: FORM, fields: FIELDS },
  shape: z.object({ id: z.string(), url: z.string(), revision: z.int() }),
  perform: async (context, request) => {
    const { id } = parse(STUDY_PARAMS, request.params);
    const fields = parse(FIELDS, request.body);
    await knownStudy(context, id);
    const texts = await studyTexts(context, fields);
    const outcome = await editStudy(context.store, id, { texts, seen: fields.seen }, doerOf(request));
    return toOutcome(id, outcome);
  },
};

function toOutcome(id: string, outcome: EditOutcome): Outcome {
  const url = studyUrl(id);
  switch (outcome.kind) {
    case 'saved':
      return { url, status: 200, json: { id, url, revision: outcome.revision } };
    case 'conflict': {
      const { theirs, merged, fields } = outcome;
      const model = studyConflictPage(id, outcome);
      const view = { template: 'study-conflict', title: 'Changed meanwhile', section: '/studies', model };
      const message = 'Others changed the same since.';
      const error = { code: 'changed-meanwhile', message, hint: 'Send again with their revision as `seen`.' };
      return { view, status: 409, json: { error, fields, theirs, yours: merged } };
    }
    case 'gone': {
      const hint = 'Open it again from /studies; what you wrote can be copied from the page before.';
      throw new HttpError(
        409,
        'study-gone',
        'The study was deleted meanwhile, or its form is too old.',
        hint,
      );
    }
  }
}

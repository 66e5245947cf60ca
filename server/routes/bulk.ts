import { z } from 'zod';
import { HttpError } from '../errors.js';
import { addToStudy, deleteArticles, removeFromStudy, type StudyChoice } from '../store/index.js';
import { type Action, FORM } from './action.js';
import { NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { CHANGE_SHAPE, doerOf, ledBack, SELECTION_FIELDS, selected } from './selection.js';

const SELECTION = z.object(SELECTION_FIELDS);

/** Deletes articles: invisible at once, gone for good after the days of undoing. */
export const deleteAction: Action = {
  path: '/articles/delete',
  summary: 'Deletes articles; can be undone for 30 days',
  params: NO_PARAMS,
  body: { type: FORM, fields: SELECTION },
  shape: CHANGE_SHAPE,
  perform: async (context, request) => {
    const selection = parse(SELECTION, request.body);
    const filter = await selected(context, selection);
    return ledBack(selection.back, await deleteArticles(context.store, filter, doerOf(request)));
  },
};

const INTO = z.object({
  ...SELECTION_FIELDS,
  into: PARAMETERS.study,
  newStudy: PARAMETERS.studyName.meta({ description: 'Name of a study to make, instead of `into`' }),
});

/** Adds articles to a study, or to one that is made for them. */
export const addToStudyAction: Action = {
  path: '/articles/add-to-study',
  summary: 'Adds articles to a study (`into`), or to one that is made (`newStudy`); can be undone',
  params: NO_PARAMS,
  body: { type: FORM, fields: INTO },
  shape: CHANGE_SHAPE,
  perform: async (context, request) => {
    const fields = parse(INTO, request.body);
    const filter = await selected(context, fields);
    const choice = studyChoice(fields, filter.target);
    return ledBack(fields.back, await addToStudy(context.store, filter, choice, doerOf(request)));
  },
};

/** A new study begins with the target that the list was shown toward. */
function studyChoice({ into, newStudy }: z.output<typeof INTO>, target: string): StudyChoice {
  if (newStudy !== undefined) {
    return { make: { name: newStudy, notes: '', methods: '', targets: [target] } };
  }
  if (into !== undefined) return { id: into };
  const hint = 'Go back and choose a study, or write the name of a new one.';
  throw new HttpError(400, 'no-study', 'No study was chosen to add the articles to.', hint);
}

/** Takes articles out of the study that the list shows. */
export const removeFromStudyAction: Action = {
  path: '/articles/remove-from-study',
  summary: 'Takes articles out of the study that `study` names; they stay in the library; can be undone',
  params: NO_PARAMS,
  body: { type: FORM, fields: SELECTION },
  shape: CHANGE_SHAPE,
  perform: async (context, request) => {
    const selection = parse(SELECTION, request.body);
    const filter = await selected(context, selection);
    if (selection.study === undefined) throw noStudy();
    const doer = doerOf(request);
    return ledBack(selection.back, await removeFromStudy(context.store, filter, selection.study, doer));
  },
};

function noStudy(): HttpError {
  const hint = 'Open the articles of a study, check some, and try again.';
  return new HttpError(400, 'no-study', 'No study was named to take the articles out of.', hint);
}

/** How many articles stand side by side. */
const FEWEST_COMPARED = 2;
const MOST_COMPARED = 6;

/** Leads to the comparison of the articles that are checked. */
export const compareAction: Action = {
  path: '/articles/compare',
  summary: 'Leads to the comparison of two to six articles',
  params: NO_PARAMS,
  body: { type: FORM, fields: SELECTION },
  shape: z.object({ url: z.string() }),
  perform: async (context, request) => {
    const selection = parse(SELECTION, request.body);
    const { target } = await selected(context, { ...selection, scope: 'checked' });
    const count = selection.article.length;
    if (count < FEWEST_COMPARED || count > MOST_COMPARED) throw notComparable(count);
    const articles = selection.article.map((id): [string, string] => ['article', id]);
    const url = `/compare?${new URLSearchParams([...articles, ['target', target]])}`;
    return { url, status: 200, json: { url } };
  },
};

function notComparable(count: number): HttpError {
  const message = `${count} articles were checked; two to six can be compared.`;
  const hint = 'Go back and check from two to six articles on the page.';
  return new HttpError(400, 'not-comparable', message, hint);
}

import { z } from 'zod';
import { type CsvVariant, textTable } from '../../analysis/report/index.js';
import { studiesPage as studiesModel, studyUrl, toStudyJson } from '../pages/studies-page.js';
import { createStudy, listStudies, type Study } from '../store/index.js';
import { type Action, FORM } from './action.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { TABLE_QUERY } from './parameters.js';
import { doerOf } from './selection.js';
import { STUDY_FIELDS, studyTexts } from './study-fields.js';
import { defaultTargetRef } from './target-choice.js';

const STUDY = z.object({ id: z.string(), url: z.string(), name: z.string(), articles: z.int() }).loose();

/** Every study, and the form that makes one. */
export const studiesRoute = definePage({
  path: '/studies',
  summary: 'The studies: collections of articles with targets, notes and a methods text',
  params: NO_PARAMS,
  query: TABLE_QUERY,
  shape: z.object({ studies: z.array(STUDY) }),
  make: {
    html: async ({ store }) => ({
      template: 'studies',
      title: 'Studies',
      section: '/studies',
      model: studiesModel(await listStudies(store)),
    }),
    json: async ({ store }) => ({ studies: (await listStudies(store)).map(toStudyJson) }),
    csv: async ({ store }, { query }) => ({
      name: 'studies.csv',
      pieces: [toTable(await listStudies(store), query.for)],
    }),
  },
});

const COLUMNS = ['study_id', 'name', 'articles', 'targets', 'notes', 'methods', 'created_at', 'changed_at'];

function toTable(studies: readonly Study[], variant?: CsvVariant): string {
  const rows = studies.map((study) => [
    study.id,
    study.name,
    String(study.articles),
    study.targets.join(';'),
    study.notes,
    study.methods,
    study.createdAt.toISOString(),
    study.changedAt.toISOString(),
  ]);
  return textTable([COLUMNS, ...rows], variant);
}

const FIELDS = z.object(STUDY_FIELDS);

/** Makes a study without articles. */
export const createStudyAction: Action = {
  path: '/studies',
  summary: 'Makes a study; articles are added in the library',
  params: NO_PARAMS,
  body: { type: FORM, fields: FIELDS },
  shape: z.object({ id: z.string(), url: z.string() }),
  perform: async (context, request) => {
    const given = await studyTexts(context, parse(FIELDS, request.body));
    const targets = given.targets.length > 0 ? given.targets : [defaultTargetRef()];
    const { id } = await createStudy(context.store, { ...given, targets }, doerOf(request));
    return { url: studyUrl(id), status: 200, json: { id, url: studyUrl(id) } };
  },
};

import { z } from 'zod';
import { type CsvVariant, textTable } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { toStudyJson } from '../pages/studies-page.js';
import { studyPage as studyModel } from '../pages/study-page.js';
import { type StudyLabels, studyLabels, studySources } from '../store/index.js';
import { definePage } from './page.js';
import { PARAMETERS, TABLE_QUERY } from './parameters.js';
import { knownStudy } from './study-choice.js';
import { targetOptions } from './target-choice.js';

export const STUDY_PARAMS = z.object({ id: PARAMETERS.id.meta({ description: 'Id of the study' }) });

/** One study: its texts, its articles in numbers, and the way to them. */
export const studyRoute = definePage({
  path: '/studies/:id',
  summary: 'One study: notes, methods, targets, and its articles by label, outlet and day',
  params: STUDY_PARAMS,
  query: TABLE_QUERY,
  shape: z.object({ id: z.string(), name: z.string(), labels: z.array(z.unknown()) }).loose(),
  make: {
    html: async (context, { params }) => {
      const found = await load(context, params.id);
      const targets = await targetOptions(context);
      return {
        template: 'study',
        title: found.study.name,
        section: '/studies',
        model: studyModel({ ...found, targets }),
      };
    },
    json: async (context, { params }) => {
      const { study, labels, sources } = await load(context, params.id);
      return { ...toStudyJson(study), labels, sources };
    },
    csv: async (context, { params, query }) => {
      const { study, labels } = await load(context, params.id);
      return { name: `${study.id}.csv`, pieces: [toTable(study.id, labels, query.for)] };
    },
  },
});

async function load(context: Context, id: string) {
  const study = await knownStudy(context, id);
  const [labels, sources] = await Promise.all([
    studyLabels(context.store, id),
    studySources(context.store, id),
  ]);
  return { study, labels, sources };
}

/** One row for each target, voice and label. */
function toTable(id: string, labels: readonly StudyLabels[], variant?: CsvVariant): string {
  const rows = labels.flatMap(({ target, author, quoted, whole }) =>
    Object.entries({ author, quoted, whole }).flatMap(([voice, counts]) =>
      Object.entries(counts).map(([label, articles]) => [id, target, voice, label, String(articles)]),
    ),
  );
  return textTable([['study_id', 'target', 'voice', 'label', 'articles'], ...rows], variant);
}

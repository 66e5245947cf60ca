import { z } from 'zod';
import { csvTable } from '../../analysis/report/index.js';
import {
  CODING_COLUMNS,
  codedParagraphs,
  codingRows,
  drawnStrata,
  VALIDATION_COLUMNS,
  validationRows,
} from '../../analysis/validation/index.js';
import type { Context } from '../context.js';
import { withChange } from '../own-path.js';
import { toChangeJson } from '../pages/changes-page.js';
import { type SampleContents, type SheetProblem, samplePage } from '../pages/sample-page.js';
import { toSampleJson } from '../pages/validation-page.js';
import type { View } from '../render.js';
import {
  deleteSample,
  deletionOfSample,
  listSheets,
  loadSample,
  loadSampleKey,
  loadSampleTexts,
  type Sample,
  unknownSample,
} from '../store/index.js';
import { figuresOf } from '../validations.js';
import { type Action, FORM } from './action.js';
import { deleted } from './deleted.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { CHANGE_SHAPE, doerOf } from './selection.js';

export const SAMPLE_PARAMS = z.object({ id: PARAMETERS.id.meta({ description: 'Id of the sample' }) });

const FIELD = z
  .enum(['unit', 'author'])
  .default('unit')
  .meta({ description: 'Labels of the paragraph as a whole, or of the author’s own voice' });

const QUERY = z.object({
  field: FIELD,
  show: z
    .enum(['program', 'coders'])
    .default('program')
    .meta({ description: 'Which disagreements are listed: of the program with people, or among coders' }),
  coded: PARAMETERS.label.meta({ description: 'Only what most coders gave this label' }),
  scored: PARAMETERS.label.meta({ description: 'Only what the program gave this label' }),
  for: PARAMETERS.for,
});

/** One sample: its sheets, and what they say of coders and program. */
export const sampleRoute = definePage({
  path: '/validation/:id',
  // Where the answer to a refused upload stands: a browser may load it again.
  aliases: ['/validation/:id/sheets'],
  summary: 'A sample that people code: agreement among coders, the program against them, labels to distrust',
  params: SAMPLE_PARAMS,
  query: QUERY,
  shape: z
    .object({ id: z.string(), strata: z.array(z.unknown()), validation: z.unknown().nullable() })
    .loose(),
  make: {
    html: async (context, { params, query }) =>
      sampleView(await contentsOf(context, await knownSample(context, params.id), query)),
    json: async (context, { params, query }) => {
      const sample = await knownSample(context, params.id);
      const { key, sheets, figures } = await contentsOf(context, sample, query);
      return {
        ...toSampleJson(sample),
        field: query.field,
        strata: drawnStrata(key),
        sheets: sheets.map(({ codings, ...sheet }) => ({ ...sheet, filled: codings.length })),
        validation: figures?.validation ?? null,
        paragraphs: figures ? codedParagraphs(figures.codings, query.field) : [],
      };
    },
    csv: async (context, { params, query }) => {
      const sample = await knownSample(context, params.id);
      const { figures } = await contentsOf(context, sample, query);
      const rows = figures ? validationRows(figures.validation) : [];
      return { name: `validation-${sample.id}.csv`, pieces: [csvTable(VALIDATION_COLUMNS, rows, query.for)] };
    },
  },
});

/** Every coding of a sample beside what the program says. */
export const codingsRoute = definePage({
  path: '/validation/:id/codings',
  summary: 'Every coding of a sample, beside the majority of coders and the program',
  params: SAMPLE_PARAMS,
  query: z.object({ field: FIELD, for: PARAMETERS.for }),
  make: {
    csv: async (context, { params, query }) => {
      const sample = await knownSample(context, params.id);
      const figures = figuresOf(
        await loadSampleKey(context.store, sample),
        await listSheets(context.store, sample.id),
        query.field,
      );
      const rows = figures ? codingRows(codedParagraphs(figures.codings, query.field)) : [];
      return { name: `codings-${sample.id}.csv`, pieces: [csvTable(CODING_COLUMNS, rows, query.for)] };
    },
  },
});

/** The page of a sample, perhaps with what was wrong with an upload. */
export function sampleView(contents: SampleContents, problems: readonly SheetProblem[] = []): View {
  const model = samplePage(contents, problems);
  return {
    template: 'sample',
    title: `Sample toward ${contents.sample.target.name}`,
    section: '/validation',
    model,
  };
}

/** Everything that the page of a sample shows. */
export async function contentsOf(
  { store }: Context,
  sample: Sample,
  query: SampleContents['query'],
): Promise<SampleContents> {
  const [key, texts, sheets] = await Promise.all([
    loadSampleKey(store, sample),
    loadSampleTexts(store, sample),
    listSheets(store, sample.id),
  ]);
  return { sample, key, texts, sheets, figures: figuresOf(key, sheets, query.field), query };
}

/** The sample of this id. @throws HttpError 404, with the way back where it was deleted */
export async function knownSample({ store }: Context, id: string): Promise<Sample> {
  const sample = await loadSample(store, id);
  if (sample) return sample;
  const deletion = await deletionOfSample(store, id);
  throw deletion ? deleted('sample', deletion) : unknownSample();
}

/** Deletes a sample with the sheets that came back. */
export const deleteSampleAction: Action = {
  path: '/validation/:id/delete',
  summary: 'Deletes a sample with its coding sheets; can be undone for 30 days',
  params: SAMPLE_PARAMS,
  body: { type: FORM, fields: NO_PARAMS },
  shape: CHANGE_SHAPE,
  perform: async (context, request) => {
    const { id } = parse(SAMPLE_PARAMS, request.params);
    const change = await deleteSample(context.store, await knownSample(context, id), doerOf(request));
    return { url: withChange('/validation', change.id), status: 200, json: toChangeJson(change) };
  },
};

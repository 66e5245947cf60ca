import { z } from 'zod';
import { type CsvVariant, textTable } from '../../analysis/report/index.js';
import { coderId, type Stratifier } from '../../analysis/validation/index.js';
import { sampleUrl, toSampleJson, validationPage as validationModel } from '../pages/validation-page.js';
import { createSample, listSamples, listStudies, type Sample } from '../store/index.js';
import { type Action, FORM } from './action.js';
import { formText, LONGEST_SLUG } from './form-fields.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { doerOf } from './selection.js';
import { knownStudy } from './study-choice.js';
import { definitionOf, knownTarget, targetOptions } from './target-choice.js';

/** Paragraphs of a sample unless asked otherwise: a day of coding for one person. */
const USUAL_SIZE = 200;
/** More is a week of coding; larger samples are drawn on the command line. */
const MOST_ITEMS = 1000;
/** People who code one sample. */
const MOST_CODERS = 20;
const LONGEST_NAME = 60;
/** Seeds are 32 bits wide. */
const LARGEST_SEED = 2 ** 32 - 1;

const SAMPLE = z.object({ id: z.string(), url: z.string(), items: z.int() }).loose();

/** The samples that people code, and the form that draws one. */
export const validationRoute = definePage({
  path: '/validation',
  summary: 'The samples that were drawn for people to code, and the form that draws one',
  params: NO_PARAMS,
  query: z.object({ study: PARAMETERS.study, for: PARAMETERS.for }),
  shape: z.object({ samples: z.array(SAMPLE) }),
  make: {
    html: async (context, { query }) => {
      const studies = await listStudies(context.store);
      const targets = await targetOptions(context);
      const limits = { usualSize: USUAL_SIZE, mostItems: MOST_ITEMS };
      const choices = { targets, studies, study: query.study, ...limits };
      return {
        template: 'validation',
        title: 'Validation',
        section: '/validation',
        model: validationModel(await listSamples(context.store), choices),
      };
    },
    json: async ({ store }) => ({ samples: (await listSamples(store)).map(toSampleJson) }),
    csv: async ({ store }, { query }) => ({
      name: 'samples.csv',
      pieces: [toTable(await listSamples(store), query.for)],
    }),
  },
});

const COLUMNS = [
  'sample_id',
  'target',
  'study_id',
  'items',
  'stratify',
  'blind',
  'seed',
  'coders',
  'coded_by',
  'drawn_by',
  'drawn_at',
];

function toTable(samples: readonly Sample[], variant?: CsvVariant): string {
  const rows = samples.map((sample) => [
    sample.id,
    sample.target.ref,
    sample.study?.id ?? '',
    String(sample.items),
    sample.stratify.join(';'),
    sample.isBlind ? 'TRUE' : 'FALSE',
    String(sample.seed),
    sample.coders.join(';'),
    sample.coded.map(({ coder }) => coder).join(';'),
    sample.drawnBy ?? '',
    sample.drawnAt.toISOString(),
  ]);
  return textTable([COLUMNS, ...rows], variant);
}

const STRATIFY = {
  'label,outlet': ['label', 'outlet'],
  label: ['label'],
  outlet: ['outlet'],
  none: [],
} as const satisfies Record<string, readonly Stratifier[]>;

const FIELDS = z.object({
  target: formText(LONGEST_SLUG).meta({ description: 'Slug of the target; see /targets' }),
  study: formText(LONGEST_SLUG).meta({
    description: 'Id of the study to draw from; empty: the whole library',
  }),
  n: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_ITEMS)
    .default(USUAL_SIZE)
    .meta({ description: `How many paragraphs, up to ${MOST_ITEMS}` }),
  stratify: z
    .enum(['label,outlet', 'label', 'outlet', 'none'])
    .default('label,outlet')
    .meta({ description: 'What the strata are made of' }),
  sheet: z
    .enum(['blind', 'open'])
    .default('blind')
    .meta({ description: '`blind`: without outlet and date; `open`: with them' }),
  coders: formText(MOST_CODERS * LONGEST_NAME).meta({
    description: `Names of those who code, divided by commas, at most ${MOST_CODERS}`,
  }),
  seed: z.coerce.number().int().min(0).max(LARGEST_SEED).default(1).meta({
    description: 'Start of the random numbers: the same library and seed give the same sample',
  }),
});

/** Draws a sample. */
export const drawSampleAction: Action = {
  path: '/validation',
  summary: 'Draws a sample of paragraphs for people to code',
  params: NO_PARAMS,
  body: { type: FORM, fields: FIELDS },
  shape: z.object({ id: z.string(), url: z.string() }),
  perform: async (context, request) => {
    const { target, study, n, stratify, sheet, coders, seed } = parse(FIELDS, request.body);
    const ref = await knownTarget(context, target || undefined);
    const { name } = await definitionOf(context, ref);
    const id = await createSample(
      context.store,
      {
        target: { ref, name },
        study: study === '' ? null : await knownStudy(context, study),
        count: n,
        stratify: STRATIFY[stratify],
        isBlind: sheet === 'blind',
        seed,
        coders: namesIn(coders),
      },
      doerOf(request),
    );
    return { url: sampleUrl(id), status: 200, json: { id, url: sampleUrl(id) } };
  },
};

/** The names in a list with commas, semicolons or line ends between them, each once. */
function namesIn(given: string): string[] {
  const names = given
    .split(/[,;\n]/u)
    .map((name) => name.trim().slice(0, LONGEST_NAME))
    .filter((name) => name !== '');
  return [...new Map(names.map((name) => [coderId(name), name])).values()].slice(0, MOST_CODERS);
}

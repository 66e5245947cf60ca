import { z } from 'zod';
import { codingInstructions, codingSheet, sampleKey } from '../../analysis/validation/index.js';
import { loadSampleKey, loadSampleTexts, type Sample } from '../store/index.js';
import { COUNT } from './form-fields.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import type { PlainRoute } from './plain-route.js';
import { knownSample, SAMPLE_PARAMS } from './sample.js';

/** The sheet that a coder fills in. */
export const sheetRoute = definePage({
  path: '/validation/:id/sheet',
  summary: 'The coding sheet of a sample, safe to open in a spreadsheet',
  params: SAMPLE_PARAMS,
  query: z.object({
    coder: COUNT.optional().meta({ description: 'Which of the named coders it is for, from 1' }),
  }),
  make: {
    csv: async (context, { params, query }) => {
      const sample = await knownSample(context, params.id);
      const coder = query.coder === undefined ? undefined : sample.coders[query.coder - 1];
      const texts = await loadSampleTexts(context.store, sample);
      return {
        name: coder === undefined ? sheetName(sample) : `sheet-${sample.id}-${coder}.csv`,
        pieces: [codingSheet(texts, { isBlind: sample.isBlind, coder })],
      };
    },
  },
});

function sheetName({ id }: Sample): string {
  return `sheet-${id}.csv`;
}

/** The key of a sample, which `standpoint evaluate --key` takes. */
export const sampleKeyRoute = definePage({
  path: '/validation/:id/key',
  summary:
    'The key of a sample: where each paragraph is from and what the program says of it; not for coders',
  params: SAMPLE_PARAMS,
  query: NO_PARAMS,
  make: {
    csv: async (context, { params }) => {
      const sample = await knownSample(context, params.id);
      const key = await loadSampleKey(context.store, sample);
      return { name: `sheet-${sample.id}.key.csv`, pieces: [sampleKey(key)] };
    },
  },
});

/** What coders are told. */
export const instructionsRoute: PlainRoute = {
  path: '/validation/:id/instructions.md',
  summary: 'The instructions for the coders of a sample, as Markdown',
  params: SAMPLE_PARAMS,
  answer: 'A Markdown file as attachment',
  handle: async (context, request, response) => {
    const sample = await knownSample(context, parse(SAMPLE_PARAMS, request.params).id);
    const text = codingInstructions({
      targets: [sample.target.name],
      sheet: sheetName(sample),
      count: sample.items,
    });
    response.attachment(`sheet-${sample.id}.instructions.md`).type('text/markdown').send(text);
  },
};

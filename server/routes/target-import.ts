import { z } from 'zod';
import { checkTarget, describeProblem, isSlug } from '../../analysis/resources/index.js';
import type { Context } from '../context.js';
import { formOf, loadTargetHistory, newestVersion } from '../corpus/index.js';
import type { View } from '../render.js';
import type { Action, Outcome } from './action.js';
import { PASTED_TEXT, receiveText } from './form-file.js';
import { definePage, NO_PARAMS } from './page.js';
import { formView } from './target-form.js';

/** The form that takes the file of a target. */
export const importTargetRoute = definePage({
  path: '/targets/import',
  summary: 'The form that takes the YAML file of a target',
  params: NO_PARAMS,
  query: NO_PARAMS,
  make: { html: async () => importView('', []) },
});

const FIELDS = z.object({
  text: PASTED_TEXT.meta({ description: 'The YAML, instead of a file' }),
});

/** Reads the file of a target into the form, where it is looked at before it is saved. */
export const importTargetAction: Action = {
  path: '/targets/import',
  summary:
    'Reads the YAML of a target (`files` or `text`) into the form; names each line at fault; nothing is kept yet',
  params: NO_PARAMS,
  body: { type: 'multipart/form-data', fields: FIELDS },
  shape: z.object({ slug: z.string().nullable(), problems: z.array(z.string()) }).loose(),
  perform: async (context, request, response) => {
    const { text } = await receiveText(context, request, response);
    return await readInto(context, text);
  },
};

async function readInto(context: Context, text: string): Promise<Outcome> {
  const { resources, store, jobs } = context;
  // A file without a name is not held against the name of its target.
  const slug = /^slug: *["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? '';
  const file = isSlug(slug) ? `targets/${slug}.yaml` : 'the file';
  const { target, problems } = checkTarget(file, text, resources.defaultDimensions);
  if (target === null || target.slug === null || problems.length > 0) {
    const found = problems.map((problem) => describeProblem({ ...problem, file }));
    return { view: importView(text, found), status: 422, json: { slug: null, problems: found } };
  }
  const history = await loadTargetHistory(store, jobs.editions, target.slug);
  const form = formOf({ ...target, slug: target.slug }, resources.defaultDimensions);
  const state = {
    slug: history ? target.slug : '',
    form,
    seen: history ? newestVersion(history) : 0,
    note: 'Imported from a file',
  };
  return {
    view: await formView(context, state),
    status: 200,
    json: { slug: target.slug, target, problems: [] },
  };
}

function importView(text: string, problems: readonly string[]): View {
  return {
    template: 'target-import',
    title: 'Import a target',
    section: '/targets',
    model: { text, problems },
  };
}

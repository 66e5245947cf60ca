import { readFile, rm, stat } from 'node:fs/promises';
import { z } from 'zod';
import { checkTarget, describeProblem, isSlug } from '../../analysis/resources/index.js';
import type { Context } from '../context.js';
import { formOf, loadTargetHistory, newestVersion } from '../corpus/index.js';
import { HttpError } from '../errors.js';
import type { View } from '../render.js';
import { storableText } from '../store/index.js';
import { receiveUpload, type UploadedFile } from '../uploads.js';
import type { Action, Outcome } from './action.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { formView } from './target-form.js';

/** Bytes of the largest file of a target: ours have 30,000. */
const LARGEST_FILE = 2 * 1024 * 1024;

/** The form that takes the file of a target. */
export const importTargetRoute = definePage({
  path: '/targets/import',
  summary: 'The form that takes the YAML file of a target',
  params: NO_PARAMS,
  query: NO_PARAMS,
  make: { html: async () => importView('', []) },
});

const FIELDS = z.object({
  text: z.string().max(LARGEST_FILE).default('').meta({ description: 'The YAML, instead of a file' }),
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
    const { files, fields } = await receiveUpload(request, response, context.store.staging, context.settings);
    try {
      const pasted = parse(FIELDS, fields).text;
      return await readInto(context, storableText(pasted.trim() === '' ? await textOf(files) : pasted));
    } finally {
      for (const { path } of files) if (path !== null) await rm(path, { force: true });
    }
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

async function textOf(files: readonly UploadedFile[]): Promise<string> {
  const [file] = files;
  if (!file) {
    throw new HttpError(400, 'no-files', 'Nothing was given to import.', 'Choose a file, or paste its text.');
  }
  if (file.path === null) throw new HttpError(413, file.refusal.code, file.refusal.reason, file.refusal.hint);
  if ((await stat(file.path)).size > LARGEST_FILE) {
    throw new HttpError(
      413,
      'too-large',
      'The file is larger than any target could be.',
      'Choose the YAML file of one target.',
    );
  }
  return await readFile(file.path, 'utf8');
}

function importView(text: string, problems: readonly string[]): View {
  return {
    template: 'target-import',
    title: 'Import a target',
    section: '/targets',
    model: { text, problems },
  };
}

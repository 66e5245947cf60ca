import { z } from 'zod';
import { coderOf } from '../coder.js';
import type { Context } from '../context.js';
import {
  formOf,
  loadTargetHistory,
  newestVersion,
  slugFor,
  type TargetForm,
  targetPath,
} from '../corpus/index.js';
import { HttpError } from '../errors.js';
import { targetUrl } from '../pages/target-page.js';
import { listNewestVersions } from '../store/index.js';
import { type Action, FORM, type Outcome } from './action.js';
import { saveVersion } from './corpus-version.js';
import { VERSION } from './form-fields.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { knownTargetHistory, TARGET_PARAMS, versionIn } from './target.js';
import {
  draftFrom,
  formFrom,
  formView,
  isUnchanged,
  previewOf,
  TARGET_FIELDS,
  type TargetFields,
} from './target-form.js';

const NOTHING: TargetForm = {
  name: '',
  description: '',
  lists: {
    aliases: '',
    shortForms: '',
    activities: '',
    lookalikes: '',
    opponents: '',
    proponents: '',
    critics: '',
  },
  dimensions: [],
  own: [],
};

const NEW_QUERY = z.object({ from: PARAMETERS.target.meta({ description: 'Slug of a target to copy' }) });

/** The form of a new target, empty or a copy of another. */
export const newTargetRoute = definePage({
  path: '/targets/new',
  summary: 'The form for a new target, or for a copy of one',
  params: NO_PARAMS,
  query: NEW_QUERY,
  make: {
    html: async (context, { query }) => {
      const { defaultDimensions } = context.resources;
      const copied = query.from === undefined ? null : (await knownTargetHistory(context, query.from)).target;
      const form = copied
        ? { ...formOf({ ...copied, slug: '' }, defaultDimensions), name: `${copied.name} (copy)` }
        : { ...NOTHING, dimensions: defaultDimensions.map(({ slug }) => slug) };
      return await formView(context, { slug: '', form, seen: 0 });
    },
  },
});

/** The form of a target that there is. */
export const editTargetRoute = definePage({
  path: '/targets/:slug/edit',
  summary: 'The form for changing a target',
  params: TARGET_PARAMS,
  query: NO_PARAMS,
  make: {
    html: async (context, { params }) => {
      const history = await knownTargetHistory(context, params.slug);
      if (history.target === null) throw removed(params.slug);
      const form = formOf({ ...history.target, slug: params.slug }, context.resources.defaultDimensions);
      return await formView(context, { slug: params.slug, form, seen: newestVersion(history) });
    },
  },
});

function removed(slug: string): HttpError {
  const hint = `Its versions are listed on ${targetUrl(slug)}: restore one of them first.`;
  return new HttpError(404, 'unknown-target', `The target "${slug}" was removed.`, hint);
}

const SAVED = z
  .object({ slug: z.string(), url: z.string(), version: z.int(), isChanged: z.boolean() })
  .loose();

const COMMON = { body: { type: FORM, fields: TARGET_FIELDS }, shape: SAVED } as const;

/** Makes a new target. */
export const createTargetAction: Action = {
  ...COMMON,
  path: '/targets',
  summary: 'Makes a target; its slug is made of its name',
  params: NO_PARAMS,
  perform: async (context, request) => {
    const fields = parse(TARGET_FIELDS, request.body);
    const slug = slugFor(fields.name, await takenSlugs(context));
    return await save(context, {
      slug,
      fields: { ...fields, seen: 0 },
      coder: coderOf(request),
      isNew: true,
    });
  },
};

/** Changes a target: the library gets a version of its own, laid over the corpus. */
export const saveTargetAction: Action = {
  ...COMMON,
  path: '/targets/:slug',
  summary: 'Saves a new version of a target; refused where somebody else saved one since the form was opened',
  params: TARGET_PARAMS,
  perform: async (context, request) => {
    const { slug } = parse(TARGET_PARAMS, request.params);
    await knownTargetHistory(context, slug);
    const fields = parse(TARGET_FIELDS, request.body);
    return await save(context, { slug, fields, coder: coderOf(request), isNew: false });
  },
};

/** Shows the form again with what the draft would do; nothing is kept. */
export const previewTargetAction: Action = {
  path: '/targets/preview',
  summary: 'Shows what a draft of a target would find in an article, and what is doubtful about its names',
  params: NO_PARAMS,
  body: COMMON.body,
  shape: z.object({ problems: z.array(z.unknown()), preview: z.unknown() }).loose(),
  perform: async (context, request) => {
    const fields = parse(TARGET_FIELDS, request.body);
    const { slug, article, find, note, seen } = fields;
    const form = formFrom(fields);
    const draft = draftFrom(context, form, slug || slugFor(fields.name, await takenSlugs(context)));
    const isSound = draft.problems.length === 0;
    const preview = isSound && article !== undefined ? await previewOf(context, draft, article) : null;
    const state = { slug, form, note, seen, article, find, draft, preview, withReview: true };
    const view = await formView(context, state);
    return { view, status: 200, json: { problems: draft.problems, preview, review: view.model.review } };
  },
};

const REMOVE_FIELDS = z.object({
  seen: TARGET_FIELDS.shape.seen,
  note: TARGET_FIELDS.shape.note,
});

/** Takes the library's own version away. */
export const removeTargetAction: Action = {
  path: '/targets/:slug/remove',
  summary: 'Removes the library’s own version of a target; the corpus’s holds again, past results stay',
  params: TARGET_PARAMS,
  body: { type: FORM, fields: REMOVE_FIELDS },
  shape: SAVED,
  perform: async (context, request) => {
    const { slug } = parse(TARGET_PARAMS, request.params);
    await knownTargetHistory(context, slug);
    const { seen, note } = parse(REMOVE_FIELDS, request.body);
    return await keep(context, {
      slug,
      content: null,
      coder: coderOf(request),
      note,
      seen,
      mine: { seen: '', note },
    });
  },
};

const RESTORE_PARAMS = TARGET_PARAMS.extend({ version: VERSION });

/** Makes a new version that says what an earlier one said. */
export const restoreTargetAction: Action = {
  path: '/targets/:slug/versions/:version/restore',
  summary: 'Makes an earlier version of a target the newest again',
  params: RESTORE_PARAMS,
  body: { type: FORM, fields: z.object({ seen: TARGET_FIELDS.shape.seen }) },
  shape: SAVED,
  perform: async (context, request) => {
    const { slug, version } = parse(RESTORE_PARAMS, request.params);
    const { seen } = parse(REMOVE_FIELDS, request.body);
    const { content } = versionIn(await knownTargetHistory(context, slug), version);
    const note = `Restored from version ${version}`;
    return await keep(context, { slug, content, coder: coderOf(request), note, seen, mine: { seen: '' } });
  },
};

async function takenSlugs({ store, resources }: Context): Promise<Set<string>> {
  const versions = await listNewestVersions(store);
  const own = versions.map(({ path }) => path.replace(/^targets\/|\.yaml$/g, ''));
  return new Set([...RESERVED, ...resources.targets.keys(), ...own]);
}

/** Words that stand in the same place of an address as a slug. */
const RESERVED = ['new', 'guide', 'preview', 'import'];

interface Save {
  readonly slug: string;
  readonly fields: TargetFields;
  readonly coder: string | null;
  readonly isNew: boolean;
}

async function save(context: Context, { slug, fields, coder, isNew }: Save): Promise<Outcome> {
  const { note, seen, article, find } = fields;
  const form = formFrom(fields);
  const draft = draftFrom(context, form, slug);
  if (draft.problems.length > 0) {
    const view = await formView(context, { slug: isNew ? '' : slug, form, note, seen, article, find, draft });
    return { view, status: 422, json: { problems: draft.problems } };
  }
  const history = await loadTargetHistory(context.store, context.jobs.editions, slug);
  if (history && newestVersion(history) === seen && isUnchanged(draft, history)) {
    const url = targetUrl(slug);
    return { url, status: 200, json: { slug, url, version: seen, isChanged: false } };
  }
  return await keep(context, { slug, content: draft.yaml, coder, note, seen, mine: { ...fields } });
}

interface Keep {
  readonly slug: string;
  readonly content: string | null;
  readonly coder: string | null;
  readonly note: string;
  readonly seen: number;
  /** The fields of the form, to send it again over what somebody else saved. */
  readonly mine: Readonly<Record<string, unknown>>;
}

async function keep(context: Context, { slug, mine, ...change }: Keep): Promise<Outcome> {
  const self = targetUrl(slug);
  const about = { fields: mine, self, what: slug, section: '/targets' };
  const saved = await saveVersion(context, { path: targetPath(slug), ...change, ...about });
  if ('conflict' in saved) return saved.conflict;
  const { version } = saved;
  const url = `${self}?saved=${version}`;
  return { url, status: 200, json: { slug, url, version, isChanged: true } };
}

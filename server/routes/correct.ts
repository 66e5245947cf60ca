import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Correction } from '../../analysis/article/index.js';
import { coderOf } from '../coder.js';
import type { Context } from '../context.js';
import { ownPath } from '../own-path.js';
import { conflictPage, stalePage } from '../pages/correction-conflict.js';
import { requestIdOf } from '../request-log.js';
import { type KnownSpeaker, speakersOf } from '../speakers.js';
import { type Action, FORM, type Outcome } from './action.js';
import { CORRECTION_FIELDS, toCorrections } from './correction-fields.js';
import { knownArticle } from './known-article.js';
import { changedMetadata, METADATA_FORM } from './metadata-form.js';
import { parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { defaultTarget, definitionOf } from './target-choice.js';

const PARAMS = z.object({ id: PARAMETERS.id });
const REVERT_PARAMS = z.object({
  id: PARAMETERS.id,
  correction: PARAMETERS.id.meta({ description: 'Id of the correction' }),
});

const SHAPE = z.object({
  id: z.string(),
  url: z.string(),
  revision: z.int(),
  made: z.array(z.string()).meta({ description: 'Ids of the corrections that were made' }),
});

/** Makes one correction of an article, of any kind. */
export const correctAction: Action = {
  path: '/articles/:id/corrections',
  summary: 'Corrects an article by hand; it is scored again where its words or voices change',
  params: PARAMS,
  body: { type: FORM, fields: CORRECTION_FIELDS },
  shape: SHAPE,
  perform: async (context, request, response) => {
    const { id } = parse(PARAMS, request.params);
    const fields = parse(CORRECTION_FIELDS, request.body);
    const speakers = fields.kind === 'set-voice' ? await speakersIn(context, id) : [];
    return await change(context, request, response, {
      id,
      fields,
      corrections: toCorrections(fields, speakers),
    });
  },
};

/** Sets title, outlet, date and byline at once: what was not touched in the form stays as others left it. */
export const metadataAction: Action = {
  path: '/articles/:id/metadata',
  summary: 'Sets title, outlet, date and byline of an article by hand',
  params: PARAMS,
  body: { type: FORM, fields: METADATA_FORM },
  shape: SHAPE,
  perform: async (context, request, response) => {
    const { id } = parse(PARAMS, request.params);
    const fields = parse(METADATA_FORM, request.body);
    const { asRead } = await knownArticle(context, id);
    const corrections = await changedMetadata(context, id, asRead, fields);
    return await change(context, request, response, { id, fields, corrections });
  },
};

const REVERT_FIELDS = z.object({ back: PARAMETERS.back.optional() });

/** Takes a correction back, whatever was corrected since. */
export const revertAction: Action = {
  path: '/articles/:id/corrections/:correction/revert',
  summary: 'Takes a correction back: the article and its scores are as if it had never been made',
  params: REVERT_PARAMS,
  body: { type: FORM, fields: REVERT_FIELDS },
  shape: z.object({ id: z.string(), url: z.string(), revision: z.int() }),
  perform: async (context, request, response) => {
    const { id, correction } = parse(REVERT_PARAMS, request.params);
    const { back } = parse(REVERT_FIELDS, request.body);
    const url = ownPath(back ?? `/articles/${encodeURIComponent(id)}/corrections`);
    const outcome = await context.jobs.revertCorrection(id, correction, { coder: coderOf(request) });
    if (outcome.status === 'stale') {
      const view = stalePage(outcome.correction, outcome.asRead, url);
      return { view, status: 409, json: { error: errorOf(response, STALE), correction: outcome.correction } };
    }
    return { url, status: 200, json: { id, url, revision: outcome.revision } };
  },
};

/** What is wished, with the form that wishes it. */
interface Wish {
  readonly id: string;
  readonly fields: { readonly reason: string; readonly seen: number; readonly back: string };
  readonly corrections: readonly Correction[];
}

async function change(
  { jobs }: Context,
  request: Request,
  response: Response,
  { id, fields: { reason, seen, back }, corrections }: Wish,
): Promise<Outcome> {
  const url = ownPath(back || `/articles/${encodeURIComponent(id)}/edit`);
  const outcome = await jobs.correct(id, corrections, { reason, seen, coder: coderOf(request) });
  if (outcome.status === 'done') {
    const { revision, made } = outcome;
    return { url, status: 200, json: { id, url, revision, made } };
  }
  const { revision, conflicts } = outcome;
  const view = conflictPage(outcome, outcome.asRead, {
    action: request.path,
    fields: formFields(request.body),
    url,
  });
  return { view, status: 409, json: { error: errorOf(response, CONFLICT), revision, conflicts } };
}

/** Who speaks in an article, whatever it was scored toward. */
async function speakersIn(context: Context, id: string): Promise<KnownSpeaker[]> {
  const definition = await definitionOf(context, defaultTarget(context, await knownArticle(context, id)));
  return speakersOf((await context.jobs.scoreArticle(id, definition)).result);
}

const CONFLICT = {
  code: 'changed-meanwhile',
  message: 'Somebody else changed this since you loaded it; nothing of yours was kept.',
  hint: 'Look at their change; send yours again with `seen` set to `revision` to replace it.',
};

const STALE = {
  code: 'taken-back-already',
  message: 'This correction was taken back already; nothing was changed now.',
  hint: 'See the history of corrections of the article.',
};

function errorOf(response: Response, error: typeof CONFLICT) {
  return { ...error, requestId: requestIdOf(response) };
}

/** The fields of a form as they were sent; one that stands in it several times comes as a list. */
function formFields(body: unknown): [name: string, value: string][] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
}

import { z } from 'zod';
import { coderOf } from '../coder.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { rescoringPage, rescoringUrl, toRescoringJson } from '../pages/rescoring-page.js';
import { cancelRescoring, listArticleIds, loadRescoring } from '../store/index.js';
import { type Action, FORM } from './action.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { SELECTION_FIELDS, selected } from './selection.js';
import { definitionOf, knownTarget } from './target-choice.js';

/** Seconds after which the page is loaded again where there is no script. */
const REFRESH_SECONDS = 2;

const FIELDS = z.object({
  ...SELECTION_FIELDS,
  toward: PARAMETERS.target.meta({ description: 'Slug of the target to score toward; without it, `target`' }),
});

const STARTED = z.object({ id: z.string(), url: z.string(), articles: z.int() });

/** Scores articles again with the targets and lexicons as they are now. */
export const rescoreAction: Action = {
  path: '/runs',
  summary:
    'Scores articles again with the newest target and lexicons, in the background: those named, or with `scope=all` those that fit the filter',
  params: NO_PARAMS,
  body: { type: FORM, fields: FIELDS },
  shape: STARTED,
  perform: async (context, request) => {
    const fields = parse(FIELDS, request.body);
    const filter = await selected(context, fields);
    const ref = await knownTarget(context, fields.toward ?? filter.target);
    const articleIds = await listArticleIds(context.store, filter);
    if (articleIds.length === 0) throw nothingToScore();
    const { id, articles } = await context.jobs.rescore({
      target: await definitionOf(context, ref),
      scope: scopeInWords(fields, articleIds.length),
      articleIds,
      coder: coderOf(request),
    });
    const url = rescoringUrl(id);
    return { url, status: 202, json: { id, url, articles } };
  },
};

type Fields = z.output<typeof FIELDS>;

function scopeInWords(fields: Fields, count: number): string {
  const { article, q, scope, study, outlet, country, from, to, label, dimension, speaker, run } = fields;
  if (article.length > 0 && scope !== 'all') return count === 1 ? 'one article' : `${count} chosen articles`;
  const parts = [
    q && `found by “${q}”`,
    study && `of the study ${study}`,
    outlet && `of the outlet “${outlet}”`,
    country && `from the country ${country}`,
    label && `labeled ${label}`,
    dimension && `about ${dimension}`,
    speaker && `that quote “${speaker}”`,
    run && `of the run ${run}`,
    from && `from ${from}`,
    to && `up to ${to}`,
  ].filter(Boolean);
  return parts.length === 0 ? 'all articles' : `articles ${parts.join(', ')}`;
}

function nothingToScore(): HttpError {
  const hint = 'Check the boxes of some articles, or choose all that fit a wider filter.';
  return new HttpError(
    400,
    'no-articles',
    'No article of the library fits: there is nothing to score.',
    hint,
  );
}

const PARAMS = z.object({ id: PARAMETERS.id.meta({ description: 'Id of the rescoring' }) });

/** How far a rescoring is, and what failed in it. */
export const rescoringRoute = definePage({
  path: '/rescorings/:id',
  summary: 'How far the scoring of articles anew is, and which articles failed',
  params: PARAMS,
  query: NO_PARAMS,
  shape: z
    .object({ id: z.string(), status: z.enum(['running', 'done', 'cancelled', 'failed']), total: z.int() })
    .loose(),
  make: {
    html: async (context, { params }) => {
      const found = await knownRescoring(context, params.id);
      return {
        template: 'rescoring',
        title: 'Scoring again',
        section: '/runs',
        model: rescoringPage(found),
        ...(found.finishedAt === null ? { refresh: REFRESH_SECONDS } : {}),
      };
    },
    json: async (context, { params }) => toRescoringJson(await knownRescoring(context, params.id)),
  },
});

/** Ends a rescoring; what it has scored stays. */
export const cancelRescoringAction: Action = {
  path: '/rescorings/:id/cancel',
  summary: 'Ends a scoring that is under way; results made so far stay',
  params: PARAMS,
  body: { type: FORM, fields: NO_PARAMS },
  shape: z.object({ id: z.string(), url: z.string(), cancelled: z.boolean() }),
  perform: async (context, request) => {
    const { id } = parse(PARAMS, request.params);
    await knownRescoring(context, id);
    const cancelled = await cancelRescoring(context.store, id, coderOf(request));
    const url = rescoringUrl(id);
    return { url, status: 200, json: { id, url, cancelled } };
  },
};

async function knownRescoring({ store }: Context, id: string) {
  const found = await loadRescoring(store, id);
  if (found) return found;
  const hint = 'See /runs for those there are.';
  throw new HttpError(404, 'unknown-rescoring', 'There is no scoring of this id.', hint);
}

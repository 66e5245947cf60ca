import { z } from 'zod';
import type { Target } from '../../analysis/article/index.js';
import { writeTarget } from '../../analysis/resources/index.js';
import type { Context } from '../context.js';
import {
  loadTargetHistory,
  newestVersion,
  readVersion,
  reviewNames,
  type TargetHistory,
  targetPath,
  versionOf,
} from '../corpus/index.js';
import { HttpError } from '../errors.js';
import { targetPage } from '../pages/target-page.js';
import { type CorpusVersion, listRuns } from '../store/index.js';
import { VERSION } from './form-fields.js';
import { definePage, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import type { PlainRoute } from './plain-route.js';
import { targetTable } from './targets.js';

export const TARGET_PARAMS = z.object({ slug: PARAMETERS.id.meta({ description: 'Slug of the target' }) });
const QUERY = z.object({
  version: VERSION.optional().meta({ description: 'A version of this library instead of what is in force' }),
  against: VERSION.optional().meta({ description: 'Version to compare it with, instead of the one before' }),
  for: PARAMETERS.for,
  saved: VERSION.optional().meta({
    description: 'Version that was just saved: what is doubtful about its names is shown',
  }),
});

/** One target: all that it says, and how it came to say that. */
export const targetRoute = definePage({
  path: '/targets/:slug',
  summary: 'One target: names, dimensions, and its versions',
  params: TARGET_PARAMS,
  query: QUERY,
  shape: z.object({ slug: z.string(), target: z.unknown(), versions: z.array(z.unknown()) }).loose(),
  make: {
    html: async (context, { params, query }) => {
      const history = await knownTargetHistory(context, params.slug);
      const shown = query.version === undefined ? null : versionIn(history, query.version);
      const model = targetPage({
        history,
        shown: shown && { version: shown, target: readVersion(shown, context.resources) },
        against: shown && comparedWith(history, shown, query.against, context),
        review: await reviewOf(context, history, query.saved),
        savedVersion: query.saved === newestVersion(history) ? (query.saved ?? null) : null,
        leftOut: leftOutReason(context, params.slug),
        scored: await scoredWith(context, history),
      });
      const title = history.target?.name ?? params.slug;
      return { template: 'target', title: `Target: ${title}`, section: '/targets', model };
    },
    json: async (context, { params }) => {
      const history = await knownTargetHistory(context, params.slug);
      const { slug, target, origin, versions } = history;
      return { slug, origin, version: newestVersion(history), target, versions };
    },
    csv: async (context, { params, query }) => {
      const { target } = await knownTargetHistory(context, params.slug);
      return { name: `${params.slug}.csv`, pieces: [targetTable(target ? [target] : [], query.for)] };
    },
  },
});

/** The file of a target, to keep, to mend by hand or to give to others. */
export const targetFileRoute: PlainRoute = {
  path: '/targets/:slug/yaml',
  summary: 'The file of a target; `?version=` for one that this library had',
  params: TARGET_PARAMS,
  answer: 'YAML as attachment',
  handle: async (context, request, response) => {
    const { slug } = parse(TARGET_PARAMS, request.params);
    const { version } = parse(QUERY, request.query);
    const history = await knownTargetHistory(context, slug);
    const text = version === undefined ? fileOf(history, context) : versionIn(history, version).content;
    if (text === null) throw gone(slug);
    response.attachment(`${slug}.yaml`).type('text/yaml; charset=utf-8').send(text);
  },
};

/** What there is and was of this slug. @throws HttpError 404 */
export async function knownTargetHistory({ store, jobs }: Context, slug: string): Promise<TargetHistory> {
  const history = await loadTargetHistory(store, jobs.editions, slug);
  if (history) return history;
  const hint = 'See /targets for those there are, or make a new one.';
  throw new HttpError(404, 'unknown-target', `There is no target "${slug}".`, hint);
}

/** The version of this number. @throws HttpError 404 */
export function versionIn({ versions }: TargetHistory, number: number): CorpusVersion {
  const version = versions.find((one) => one.version === number);
  if (version) return version;
  const hint = 'The page of the target lists its versions.';
  throw new HttpError(404, 'unknown-version', `This target has no version ${number}.`, hint);
}

function gone(slug: string): HttpError {
  const hint = 'Its page lists the versions that can be restored.';
  return new HttpError(404, 'unknown-target', `The target "${slug}" was removed.`, hint);
}

/** The file of a target as it is in force, or null where there is none of this slug. */
export async function targetFile(context: Context, slug: string): Promise<string | null> {
  const history = await loadTargetHistory(context.store, context.jobs.editions, slug);
  return history && fileOf(history, context);
}

/** The newest file, or what the corpus says written as one. */
function fileOf(history: TargetHistory, context: Context): string | null {
  const [newest] = history.versions;
  if (newest && newest.content !== null) return newest.content;
  return history.target && written(history.target, context);
}

function written(target: Target, { resources }: Context): string {
  return writeTarget({ ...target, slug: target.slug ?? '' }, resources.defaultDimensions).text;
}

/** The version before, or what the corpus says below the first. */
function comparedWith(
  history: TargetHistory,
  shown: CorpusVersion,
  against: number | undefined,
  context: Context,
): { name: string; content: string } | null {
  if (against !== undefined) {
    return { name: `version ${against}`, content: versionIn(history, against).content ?? '' };
  }
  const before = history.versions.find(({ version }) => version === shown.version - 1);
  if (before) return { name: `version ${before.version}`, content: before.content ?? '' };
  return history.below && { name: 'the corpus', content: written(history.below, context) };
}

/** What is doubtful about the names that the version just saved brought. */
async function reviewOf({ store, resources }: Context, history: TargetHistory, saved: number | undefined) {
  const { target, slug, versions, below } = history;
  if (target === null || saved === undefined || saved !== newestVersion(history)) return null;
  const before = versions[1] ? readVersion(versions[1], resources) : below;
  return await reviewNames(store, resources, { ...target, slug }, before);
}

function leftOutReason({ jobs }: Context, slug: string): string | null {
  return jobs.editions.current.leftOut.find(({ path }) => path === targetPath(slug))?.reason ?? null;
}

/** Articles whose newest result was made with what is in force, and with earlier definitions. */
async function scoredWith({ store, resources }: Context, history: TargetHistory) {
  const runs = (await listRuns(store, history.slug)).filter(({ newest }) => newest > 0);
  const { target } = history;
  const inForce = target && versionOf(target, history, resources);
  const isCurrent = (run: (typeof runs)[number]) =>
    target !== null && versionOf(run.definition, history, resources) === inForce;
  const older = runs.filter((run) => !isCurrent(run));
  const count = (some: typeof runs) => some.reduce((sum, { newest }) => sum + newest, 0);
  const names = new Set(older.map((run) => versionName(versionOf(run.definition, history, resources))));
  return {
    current: count(runs) - count(older),
    older: count(older),
    olderText: [...names].join(', '),
  };
}

/** Which version of a target a definition is, in words. */
export function versionNameOf(definition: Target, history: TargetHistory, { resources }: Context): string {
  return versionName(versionOf(definition, history, resources));
}

function versionName(version: number | 'corpus' | null): string {
  if (version === null) return 'an earlier definition';
  return version === 'corpus' ? 'the corpus’s own version' : `version ${version}`;
}

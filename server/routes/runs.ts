import { z } from 'zod';
import { textTable } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { codingNow, isSameCoding } from '../jobs/index.js';
import { rescoringRow } from '../pages/rescoring-page.js';
import { runDetails, runListPage, runRow } from '../pages/runs-page.js';
import { listRescorings, listRuns, loadRun, type Run } from '../store/index.js';
import { definePage } from './page.js';
import { PARAMETERS } from './parameters.js';
import { knownTargetHistory, versionNameOf } from './target.js';
import { knownTarget, targetOptions } from './target-choice.js';

const QUERY = z.object({ target: PARAMETERS.target, for: PARAMETERS.for });
const RUN = z
  .object({ id: z.string(), target: z.string(), articles: z.int(), isInForce: z.boolean() })
  .loose();

/** Every run, and what is being scored again. */
export const runsRoute = definePage({
  path: '/runs',
  summary: 'The runs of the library: with what articles were scored, and which scores are the newest',
  params: z.object({}),
  query: QUERY,
  shape: z.object({ runs: z.array(RUN), rescorings: z.array(z.object({ id: z.string() }).loose()) }),
  make: {
    html: async (context, { query }) => {
      const target = query.target === undefined ? undefined : await knownTarget(context, query.target);
      const [runs, rescorings, targets] = await Promise.all([
        listRuns(context.store, target),
        listRescorings(context.store),
        targetOptions(context),
      ]);
      const rows = runs.map((run) => runRow(run, isInForce(context, run)));
      const underWay = rescorings
        .filter((one) => target === undefined || one.target === target)
        .map(rescoringRow);
      const model = runListPage({ rows, rescorings: underWay, targets, target });
      return { template: 'runs', title: 'Runs', section: '/runs', model };
    },
    json: async (context, { query }) => {
      const [runs, rescorings] = await Promise.all([
        listRuns(context.store, query.target),
        listRescorings(context.store),
      ]);
      return { runs: runs.map((run) => ({ ...run, isInForce: isInForce(context, run) })), rescorings };
    },
    csv: async (context, { query }) => {
      const runs = await listRuns(context.store, query.target);
      const rows = runs.map((run) => [
        run.id,
        run.target,
        run.targetName,
        run.createdAt.toISOString(),
        run.provenance.version,
        run.provenance.lexicons,
        String(run.articles),
        String(run.newest),
        isInForce(context, run) ? 'TRUE' : 'FALSE',
      ]);
      return { name: 'runs.csv', pieces: [textTable([HEADER, ...rows], query.for)] };
    },
  },
});

const HEADER = [
  'run_id',
  'target',
  'target_name',
  'created_at',
  'program_version',
  'lexicons',
  'articles',
  'newest_of_articles',
  'in_force',
];

/** One run: what it was made with. */
export const runRoute = definePage({
  path: '/runs/:id',
  summary: 'One run: the target as it was then, program, models and lexicons',
  params: z.object({ id: PARAMETERS.id.meta({ description: 'Id of the run' }) }),
  query: z.object({}),
  shape: RUN,
  make: {
    html: async (context, { params }) => {
      const run = await knownRun(context, params.id);
      const others = (await listRuns(context.store, run.target)).filter(({ id }) => id !== run.id);
      const model = runDetails({
        run,
        isInForce: isInForce(context, run),
        version: await versionOfRun(context, run),
        others,
      });
      return { template: 'run', title: `Run ${run.id}`, section: '/runs', model };
    },
    json: async (context, { params }) => {
      const run = await knownRun(context, params.id);
      return { ...run, isInForce: isInForce(context, run) };
    },
  },
});

/** The run of this id. @throws HttpError 404 */
export async function knownRun({ store }: Context, id: string): Promise<Run> {
  const run = await loadRun(store, id);
  if (run) return run;
  throw new HttpError(404, 'unknown-run', `There is no run "${id}".`, 'See /runs for those there are.');
}

/** Whether scoring now would give the same run. A target that articles brought along is as it was. */
export function isInForce({ resources }: Context, run: Run): boolean {
  const target = resources.targets.get(run.target);
  if (!target) return isSameCoding(run, codingNow(resources, run.definition));
  return isSameCoding(run, codingNow(resources, target));
}

/** Which version of the target a run was made with, in words; null for one that was never listed. */
export async function versionOfRun(context: Context, run: Run): Promise<string | null> {
  if (run.definition.slug === null) return null;
  try {
    return versionNameOf(run.definition, await knownTargetHistory(context, run.target), context);
  } catch (error) {
    if (error instanceof HttpError) return null;
    throw error;
  }
}

import { z } from 'zod';
import type { Label } from '../../analysis/article/index.js';
import { krippendorffAlpha } from '../../analysis/evaluate/index.js';
import { csvLines, csvTable } from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { CHANGE_COLUMNS, compareRunsPage } from '../pages/compare-runs-page.js';
import {
  type ChangeFilter,
  compareRuns,
  listChangedUnits,
  type Run,
  type RunComparison,
} from '../store/index.js';
import { definePage, NO_PARAMS } from './page.js';
import { PARAMETERS } from './parameters.js';
import { knownRun, versionOfRun } from './runs.js';

const QUERY = z.object({
  a: PARAMETERS.id.meta({ description: 'Id of the first run' }),
  b: PARAMETERS.id.meta({ description: 'Id of the second run' }),
  from: PARAMETERS.label.meta({ description: 'Only what had this label in the first run' }),
  to: PARAMETERS.label.meta({ description: 'Only what has this label in the second run' }),
  article: PARAMETERS.outlet.meta({ description: 'Id of the only article that is meant' }),
  labels: z
    .enum(['', 'only'])
    .optional()
    .meta({ description: '`only`: leave out what changed its score alone' }),
  after: PARAMETERS.after,
  for: PARAMETERS.for,
});

type Query = z.output<typeof QUERY>;

/** What another target, lexicon or program changed, paragraph by paragraph. */
export const compareRunsRoute = definePage({
  path: '/runs/compare',
  summary: 'Two runs of one target next to each other: which labels changed, how far they agree, and where',
  params: NO_PARAMS,
  query: QUERY,
  shape: z
    .object({ a: z.string(), b: z.string(), articles: z.int(), units: z.int(), next: z.string().nullable() })
    .loose(),
  make: {
    html: async (context, { query }) => {
      const [first, second] = await knownPair(context, query);
      const comparison = await compareRuns(context.store, query.a, query.b);
      const changes = await listChangedUnits(context.store, query.a, query.b, filterOf(query), query);
      const versions = [await versionOfRun(context, first), await versionOfRun(context, second)] as const;
      const agreement = agreementOf(comparison);
      const model = compareRunsPage({ first, second, versions, comparison, ...agreement, changes, query });
      return { template: 'compare-runs', title: 'Two runs compared', section: '/runs', model };
    },
    json: async (context, { query }) => {
      await knownPair(context, query);
      const comparison = await compareRuns(context.store, query.a, query.b);
      const { rows, next } = await listChangedUnits(context.store, query.a, query.b, filterOf(query), query);
      const changed = rows.map(({ articleKey, ...row }) => row);
      return { a: query.a, b: query.b, ...comparison, ...agreementOf(comparison), next, changed };
    },
    csv: async (context, { query }) => {
      const [first] = await knownPair(context, query);
      return { name: `runs-${query.a}-${query.b}.csv`, pieces: tableOf(context, query, first.target) };
    },
  },
});

const CSV_BATCH = 500;

/** Every change, as it comes out of the database. */
async function* tableOf({ store }: Context, query: Query, target: string) {
  const variant = query.for ?? 'raw';
  let after: string | undefined;
  let isFirst = true;
  do {
    const { rows, next } = await listChangedUnits(store, query.a, query.b, filterOf(query), {
      after,
      limit: CSV_BATCH,
    });
    const records = rows.map((row) => ({ ...row, target, runs: [query.a, query.b] as const }));
    yield (isFirst ? csvTable : csvLines)(CHANGE_COLUMNS, records, variant);
    isFirst = false;
    after = next ?? undefined;
  } while (after !== undefined);
}

function filterOf({ from, to, article, labels }: Query): ChangeFilter {
  return { from, to, article, labelsOnly: labels === 'only' };
}

/** Both runs. @throws HttpError 404; 400 where they are not of the same target */
async function knownPair(context: Context, { a, b }: Query): Promise<readonly [Run, Run]> {
  const first = await knownRun(context, a);
  const second = await knownRun(context, b);
  if (first.target === second.target && a !== b) return [first, second];
  const message =
    a === b ? 'A run cannot be compared with itself.' : 'The two runs code towards different targets.';
  throw new HttpError(400, 'runs-not-comparable', message, 'Choose two runs of one target on /runs.');
}

/** Share of units with the same label, and Krippendorff's alpha; null where they say nothing. */
export function agreementOf({ transitions, units }: RunComparison): {
  agreement: number | null;
  alpha: number | null;
} {
  const same = transitions.filter(({ from, to }) => from === to).reduce((sum, one) => sum + one.units, 0);
  const codings = transitions.flatMap(({ from, to, units: count }) =>
    Array.from({ length: count }, (): readonly Label[] => [from, to]),
  );
  const alpha = krippendorffAlpha(codings);
  return { agreement: units === 0 ? null : same / units, alpha: Number.isNaN(alpha) ? null : alpha };
}

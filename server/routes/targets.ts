import { z } from 'zod';
import type { Target } from '../../analysis/article/index.js';
import { type CsvVariant, textTable } from '../../analysis/report/index.js';
import { listLibraryTargets } from '../corpus/index.js';
import { TARGET_LISTS } from '../pages/target-lists.js';
import { targetListPage } from '../pages/target-page.js';
import { listStoredTargets } from '../store/index.js';
import { definePage, NO_PARAMS } from './page.js';
import { PARAMETERS } from './parameters.js';

/** What articles can be scored towards. */
export const targetsPage = definePage({
  path: '/targets',
  summary: 'What articles can be scored towards: names, look-alikes, dimensions',
  params: NO_PARAMS,
  query: z.object({
    q: PARAMETERS.outlet.meta({ description: 'Words of a name (HTML only)' }),
    for: PARAMETERS.for,
  }),
  shape: z.object({ targets: z.array(z.object({ slug: z.string().nullable(), name: z.string() }).loose()) }),
  make: {
    html: async ({ store, jobs }, { query }) => {
      const { editions } = jobs;
      const [targets, stored] = await Promise.all([
        listLibraryTargets(store, editions),
        listStoredTargets(store),
      ]);
      const articles = new Map(stored.map((one) => [one.ref, one.articles]));
      const leftOut = editions.current.leftOut.filter(({ path }) => path.startsWith('targets/'));
      const model = targetListPage({ targets, articles, search: query.q, leftOut });
      return { template: 'targets', title: 'Targets', section: '/targets', model };
    },
    json: async ({ resources }) => ({ targets: [...resources.targets.values()] }),
    csv: async ({ resources }, { query }) => ({
      name: 'targets.csv',
      pieces: [targetTable([...resources.targets.values()], query.for)],
    }),
  },
});

/** One row for each word of each list, as people edit them in a spreadsheet. */
export function targetTable(targets: readonly Target[], variant?: CsvVariant): string {
  const rows = targets.flatMap((target) => {
    const slug = target.slug ?? '';
    return [
      ...TARGET_LISTS.flatMap(({ key }) => target[key].map((word) => [slug, target.name, key, '', word])),
      ...target.dimensions.flatMap((dimension) =>
        dimension.terms.map((word) => [slug, target.name, 'dimension', dimension.slug, word]),
      ),
    ];
  });
  return textTable([['target', 'target_name', 'list', 'dimension', 'term'], ...rows], variant);
}

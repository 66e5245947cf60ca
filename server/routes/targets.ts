import { z } from 'zod';
import type { Target } from '../../analysis/article/index.js';
import { toCsv } from '../../analysis/report/index.js';
import { definePage, NO_PARAMS } from './page.js';

/** Word lists of a target, with a heading and a note for the page, in order. */
const LISTS = [
  { key: 'aliases', name: 'Names', note: 'They always mean the target.' },
  { key: 'shortForms', name: 'Short forms', note: 'They mean it once the article has named it.' },
  { key: 'activities', name: 'What it does', note: 'Judging the deed judges the target.' },
  { key: 'lookalikes', name: 'Look-alikes', note: 'They contain a name of it and mean something else.' },
  { key: 'proponents', name: 'Proponents', note: 'In their mouth, “we” means the target.' },
  { key: 'critics', name: 'Critics', note: 'Known to oppose it; this alone sets no score.' },
  { key: 'opponents', name: 'Opponents', note: 'Whom it fights: harm done to them is no blame of it.' },
] as const;

/** What articles can be scored towards. */
export const targetsPage = definePage({
  path: '/targets',
  summary: 'What articles can be scored towards: names, look-alikes, dimensions',
  params: NO_PARAMS,
  query: NO_PARAMS,
  shape: z.object({ targets: z.array(z.object({ slug: z.string().nullable(), name: z.string() }).loose()) }),
  make: {
    html: async ({ resources }) => ({
      template: 'targets',
      title: 'Targets',
      section: '/targets',
      model: { targets: [...resources.targets.values()].map(toView) },
    }),
    json: async ({ resources }) => ({ targets: [...resources.targets.values()] }),
    csv: async ({ resources }) => ({
      name: 'targets.csv',
      pieces: [toTable([...resources.targets.values()])],
    }),
  },
});

function toView(target: Target) {
  return {
    slug: target.slug,
    name: target.name,
    description: target.description,
    lists: LISTS.map(({ key, name, note }) => ({ name, note, words: target[key] })).filter(
      ({ words }) => words.length > 0,
    ),
    dimensions: target.dimensions.map(({ name, definition, terms }) => ({ name, definition, terms })),
  };
}

/** One row for each word of each list, as people edit them in a spreadsheet. */
function toTable(targets: readonly Target[]): string {
  const rows = targets.flatMap((target) => {
    const slug = target.slug ?? '';
    return [
      ...LISTS.flatMap(({ key }) => target[key].map((word) => [slug, target.name, key, '', word])),
      ...target.dimensions.flatMap((dimension) =>
        dimension.terms.map((word) => [slug, target.name, 'dimension', dimension.slug, word]),
      ),
    ];
  });
  return toCsv([['target', 'target_name', 'list', 'dimension', 'term'], ...rows]);
}

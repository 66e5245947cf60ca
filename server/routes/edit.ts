import { z } from 'zod';
import { correctArticle } from '../../analysis/reading/index.js';
import { editPage } from '../pages/edit-page.js';
import { listOutlets } from '../store/index.js';
import { knownArticle } from './known-article.js';
import { definePage, NO_PARAMS } from './page.js';
import { PARAMETERS } from './parameters.js';
import { defaultTarget, definitionOf } from './target-choice.js';

/** Names that a list of suggestions holds: a browser slows down with thousands. */
const MOST_OUTLETS = 500;

/** Text and metadata of an article, with everything that can be corrected in them. */
export const editRoute = definePage({
  path: '/articles/:id/edit',
  summary: 'Edits an article: metadata, passages left out, borders of paragraphs',
  params: z.object({ id: PARAMETERS.id }),
  query: NO_PARAMS,
  make: {
    html: async (context, { params }) => {
      const stored = await knownArticle(context, params.id);
      const definition = await definitionOf(context, defaultTarget(context, stored));
      const { result } = await context.jobs.scoreArticle(params.id, definition);
      const outlets = await listOutlets(context.store, MOST_OUTLETS);
      const model = editPage({
        stored,
        corrected: correctArticle(stored.asRead, stored.corrections),
        applied: result.corrections ?? [],
        outlets: outlets.map(({ name }) => name),
        today: new Date().toISOString().slice(0, 10),
      });
      return { template: 'edit', title: 'Edit text and metadata', section: '/articles', model };
    },
  },
});

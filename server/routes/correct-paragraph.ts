import { z } from 'zod';
import { correctArticle } from '../../analysis/reading/index.js';
import { unitsOf } from '../../analysis/report/index.js';
import { HttpError } from '../errors.js';
import { correctPage } from '../pages/correct-page.js';
import { speakersOf } from '../speakers.js';
import { knownArticle } from './known-article.js';
import { definePage } from './page.js';
import { PARAMETERS } from './parameters.js';
import { defaultTarget, definitionOf } from './target-choice.js';

const QUERY = z.object({
  target: PARAMETERS.target,
  unit: z.coerce.number().int().min(0).max(1_000_000).meta({
    description: 'Number of the paragraph in the report; 0 is the headline',
  }),
});

/** Labels and voices of one paragraph, each with the way to say otherwise. */
export const correctParagraphRoute = definePage({
  path: '/articles/:id/correct',
  summary: 'Corrects the labels of one paragraph and who speaks in it',
  params: z.object({ id: PARAMETERS.id }),
  query: QUERY,
  make: {
    html: async (context, { params, query }) => {
      const stored = await knownArticle(context, params.id);
      const target = query.target ?? defaultTarget(context, stored);
      const { result } = await context.jobs.scoreArticle(params.id, await definitionOf(context, target));
      const unit = unitsOf(result).find(({ ordinal }) => ordinal === query.unit);
      const { places } = correctArticle(stored.asRead, stored.corrections);
      const place = places.find(({ ordinal }) => ordinal === query.unit);
      if (!unit || !place) throw unknownParagraph(query.unit);
      const { revision } = stored;
      const speakers = speakersOf(result);
      const applied = result.corrections ?? [];
      const model = correctPage({ result, unit, place, target, revision, applied, speakers });
      return { template: 'correct', title: 'Correct a paragraph', section: '/articles', model };
    },
  },
});

function unknownParagraph(unit: number): HttpError {
  return new HttpError(
    404,
    'unknown-paragraph',
    `This article has no paragraph ${unit}.`,
    'Its paragraphs may have been corrected: open its report and choose one there.',
  );
}

import { z } from 'zod';
import type { Context } from '../context.js';
import { DEFAULT_SORT, type LibraryFilter, SORT_NAMES, type Sort } from '../store/index.js';
import { PARAMETERS } from './parameters.js';
import { knownStudy } from './study-choice.js';
import { knownTarget } from './target-choice.js';

/** What narrows the library, in the order in which its addresses are written. */
export const FILTER_FIELDS = {
  q: PARAMETERS.search,
  study: PARAMETERS.study,
  outlet: PARAMETERS.outlet,
  country: PARAMETERS.country,
  from: PARAMETERS.day,
  to: PARAMETERS.day,
  label: PARAMETERS.label,
  dimension: PARAMETERS.dimension,
  speaker: PARAMETERS.speaker,
  target: PARAMETERS.target,
  run: PARAMETERS.run,
} as const;

/** Every order, as addresses write it: `date-desc`. */
const SORT_WORDS = SORT_NAMES.flatMap((by) => [`${by}-desc`, `${by}-asc`] as const);
type SortWord = (typeof SORT_WORDS)[number];

/** The order of the list, as a part of an address. */
export const SORT_FIELD = z
  .enum(['', ...SORT_WORDS])
  .optional()
  .transform((word): Sort => (word ? toSort(word as SortWord) : DEFAULT_SORT))
  .meta({ description: `Order of the list: ${SORT_WORDS.join(', ')}` });

function toSort(word: SortWord): Sort {
  const [by, direction] = word.split('-') as [Sort['by'], Sort['direction']];
  return { by, direction };
}

const FILTER = z.object(FILTER_FIELDS);

/** The fields of a filter as an address or a form gives them. */
export type FilterQuery = z.output<typeof FILTER>;

/**
 * The filter of these fields. Without a target it is the first one of the study, else the default.
 * @throws InputError `unknown-target`; HttpError 404 for a study that is not there
 */
export async function filterOf(context: Context, query: FilterQuery): Promise<LibraryFilter> {
  const { q, study, outlet, country, from, to, label, dimension, speaker, target, run } = query;
  const found = study === undefined ? null : await knownStudy(context, study);
  const ref = await knownTarget(context, target ?? found?.targets[0]);
  return { target: ref, search: q, study, outlet, country, from, to, label, dimension, speaker, run };
}

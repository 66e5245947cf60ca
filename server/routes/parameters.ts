import { z } from 'zod';
import { LEVELS, type Level } from '../../analysis/report/index.js';
import { HOME } from '../own-path.js';
import { storableText } from '../store/index.js';
import { LONGEST_SLUG, optionalText } from './form-fields.js';

/** One of a fixed set, or nothing. */
function optionalChoice<Value extends string>(values: readonly Value[]) {
  return z
    .enum(['', ...values])
    .optional()
    .transform((value) => (value === '' ? undefined : (value as Value | undefined)));
}

/** Characters of the longest search or name that makes sense in an address. */
const LONGEST_WORDS = 500;
/** A cursor carries up to a hundred characters of a title, of any script. */
const LONGEST_CURSOR = 1000;
/** An address with every filter set to its longest. */
const LONGEST_ADDRESS = 8000;

/** Parameters that several pages share. */
export const PARAMETERS = {
  id: z.string().min(1).max(LONGEST_SLUG).transform(storableText).meta({ description: 'Id of the article' }),
  target: optionalText(LONGEST_SLUG).meta({ description: 'Slug of the target; see /targets' }),
  run: optionalText(LONGEST_SLUG).meta({ description: 'Id of a run, instead of the newest' }),
  level: z
    .enum(LEVELS as [Level, ...Level[]])
    .optional()
    .meta({ description: 'What a row of the CSV stands for: articles, paragraphs, voices or evidence' }),
  for: z
    .enum(['excel'])
    .optional()
    .meta({ description: '`excel`: with byte order mark, text safe from formulas' }),
  search: optionalText(LONGEST_WORDS).meta({ description: 'Words to find: "exact words", or, -without' }),
  outlet: optionalText(LONGEST_WORDS).meta({ description: 'Name of an outlet' }),
  study: optionalText(LONGEST_SLUG).meta({ description: 'Id of a study; see /studies' }),
  studyName: optionalText(LONGEST_WORDS),
  outletAfter: optionalText(LONGEST_CURSOR).meta({ description: 'Name after which the list goes on' }),
  country: optionalText(LONGEST_WORDS).meta({ description: 'Country of the outlet; see /outlets' }),
  dimension: optionalText(LONGEST_SLUG).meta({ description: 'Slug of a dimension of the target' }),
  speaker: optionalText(LONGEST_WORDS).meta({
    description: 'Somebody who is quoted: the id, or a part of the name',
  }),
  day: optionalText(10).meta({ description: 'Day as YYYY-MM-DD' }),
  label: optionalChoice(['supportive', 'skeptical', 'mixed', 'neutral', 'unrelated']).meta({
    description: 'Label of the article as a whole: supportive, skeptical, mixed, neutral or unrelated',
  }),
  back: z.string().max(LONGEST_ADDRESS).default(HOME).meta({ description: 'Path of the page to return to' }),
  after: optionalText(LONGEST_CURSOR).meta({
    description: 'Where the next rows begin: `next` of the page before',
  }),
};

/** The query of a page whose only choice is how its CSV is written. */
export const TABLE_QUERY = z.object({ for: PARAMETERS.for });

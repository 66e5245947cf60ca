import { z } from 'zod';
import { storableText } from '../store/index.js';

/** A text as the database can keep it, with line ends of one kind and no space around. */
export function formLines(text: string): string {
  return storableText(text).replace(/\r\n?/gu, '\n').trim();
}

/** A text field of a form, empty where it was not filled in. */
export function formText(longest: number) {
  return z.string().transform(formLines).pipe(z.string().max(longest)).default('');
}

/** A text that narrows something; forms send empty ones for what was not filled in. */
export function optionalText(longest: number) {
  return z
    .string()
    .max(longest)
    .optional()
    .transform((value) => (value === undefined ? undefined : storableText(value).trim() || undefined));
}

/** A field that a form may hold up to `most` times: one value comes as it is, several as a list. */
export function repeated<Item extends z.ZodType>(item: Item, most: number) {
  return z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(item).max(most),
  );
}

/** Characters of a slug or an id. */
export const LONGEST_SLUG = 100;

/** Slugs or ids in a field that a form may hold several times; empty ones count for nothing. */
export function repeatedIds(most: number) {
  const value = z.string().max(LONGEST_SLUG);
  return z
    .union([value, z.array(value).max(most)])
    .optional()
    .transform((given) =>
      (given === undefined ? [] : [given].flat()).map(storableText).filter((text) => text !== ''),
    );
}

/** Far beyond any text or history; PostgreSQL keeps such numbers in four bytes. */
const MOST = 2_000_000_000;

/** A whole number from 0, such as an offset or a revision. */
export const COUNT = z.coerce.number().int().min(0).max(MOST);

/** The version or revision that a form was made from; 0 where there was none. */
export const SEEN = COUNT.default(0).meta({ description: 'Version that the form was made from' });

/** The number of a version. */
export const VERSION = COUNT.min(1);

/** Characters of a note about a change. */
const LONGEST_NOTE = 1000;

/** Why a target or a lexicon was changed. */
export const NOTE = formText(LONGEST_NOTE).meta({ description: 'Why the change was made' });

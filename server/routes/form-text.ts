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

/** A field that a form may hold several times: one value comes as it is, several as a list. */
export function repeated<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(item),
  );
}

import type { JsonObject } from './json-lines.js';
import { shown } from './problem.js';

/** A report about one line of one file. */
export type Report = (problem: string, allowed: string) => void;

/** Reports an id that is missing or stands in an earlier line; `lineOfId` remembers those of the file. */
export function checkId(
  { id }: JsonObject,
  number: number,
  lineOfId: Map<string, number>,
  report: Report,
): void {
  if (typeof id !== 'string' || id === '')
    report(`id is ${JSON.stringify(id)}`, 'a text that no other line has');
  else if (lineOfId.has(id))
    report(`the id ${shown(id)} stands already in line ${lineOfId.get(id)}`, 'each id once');
  else lineOfId.set(id, number);
}

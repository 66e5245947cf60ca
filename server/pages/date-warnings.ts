import { dateInWords } from './words.js';

/** The first year in which a date is not looked at twice: newspaper archives before it are rare. */
const FIRST_USUAL_YEAR = '1900';

/** What to look at again in a day of publication; nothing of it is refused. Days are `YYYY-MM-DD`. */
export function dateWarnings(published: string | null, today: string): string[] {
  if (published === null) return [];
  const warnings: string[] = [];
  if (published < FIRST_USUAL_YEAR) {
    warnings.push(`${dateInWords(published)} is before 1900. Is the year right?`);
  }
  if (published > today) {
    warnings.push(`${dateInWords(published)} is after today. Are day and month in the right order?`);
  }
  return warnings;
}

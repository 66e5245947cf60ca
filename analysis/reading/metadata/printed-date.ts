import { exists } from './calendar.js';
import { dateTokens, monthOf, unglued, weekdayNamed } from './date-words.js';

/** A date as printed: the year may be missing, and day and month may be exchangeable. */
export interface PrintedDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** Day of the week printed beside it, 0 for Sunday. */
  readonly weekday: number | null;
  /** Whether it reads both as day/month and as month/day (03/12/2014). */
  readonly ambiguous: boolean;
}

/** Result shapes of chrono that are used here. */
interface Components {
  get(component: 'year' | 'month' | 'day'): number | null;
  isCertain(component: 'year' | 'month' | 'day'): boolean;
}

/** Dates are read against this day, so that the result never depends on the day of reading. */
const REFERENCE = new Date(Date.UTC(2000, 0, 1, 12));

/** A parser of one language, in its strict form: no "next week", no guessing. */
interface Parser {
  readonly strict: { parse(text: string, reference: Date): readonly { readonly start: Components }[] };
}

/** Languages whose month names are tried, in this order, each loaded when those before it failed. */
const LOCALES: readonly (() => Promise<Parser>)[] = [
  () => import('chrono-node/en'),
  () => import('chrono-node/de'),
  () => import('chrono-node/fr'),
  () => import('chrono-node/es'),
  () => import('chrono-node/it'),
  () => import('chrono-node/pt'),
  () => import('chrono-node/nl'),
  () => import('chrono-node/ru'),
];

const NUMERIC = /(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?!\d)/u;

/** The first date in a short text, or null. */
export async function readPrintedDate(text: string): Promise<PrintedDate | null> {
  const short = text.slice(0, 160);
  const weekday = weekdayIn(short);
  const numeric = readNumeric(short);
  if (numeric) return { ...numeric, weekday };
  if (!dateTokens(short).some((token) => monthOf(token) !== undefined)) return null;
  // A time glued to the day ("00:51 GMT04 March 2021") hides the day from the parser.
  const separated = unglued(short).replace(/\d{1,2}[:.h]\d{2}(?::\d{2})?(?!\.?\d)/gu, ' ');
  for (const load of LOCALES) {
    const [found] = (await load()).strict.parse(separated, REFERENCE);
    const date = found && fromComponents(found.start);
    if (date) return { ...date, weekday };
  }
  return null;
}

function fromComponents(start: Components): Omit<PrintedDate, 'weekday'> | null {
  if (!start.isCertain('month') || !start.isCertain('day')) return null;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (month === null || day === null) return null;
  return { year: start.isCertain('year') ? year : null, month, day, ambiguous: false };
}

function readNumeric(text: string): Omit<PrintedDate, 'weekday'> | null {
  const match = NUMERIC.exec(text);
  if (!match) return null;
  const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if ((match[1]?.length ?? 0) === 4) return valid(first, second, third, false);
  const year = third < 100 ? 2000 + third : third;
  // Dots are written in countries that put the day first; slashes are not so telling.
  if (match[2] === '.' || first > 12) return valid(year, second, first, false);
  if (second > 12) return valid(year, first, second, false);
  return valid(year, first, second, first !== second);
}

function valid(
  year: number,
  month: number,
  day: number,
  ambiguous: boolean,
): Omit<PrintedDate, 'weekday'> | null {
  return exists({ year, month, day }) ? { year, month, day, ambiguous } : null;
}

/** The first day of the week named in a text by a word of `shortest` letters or more, 0 for Sunday, or null. */
export function weekdayIn(text: string, shortest = 3): number | null {
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) {
    // Short forms ("sun", "mar") are words of their own outside dates.
    const weekday = word.length >= shortest ? weekdayNamed(word) : undefined;
    if (weekday !== undefined) return weekday;
  }
  return null;
}

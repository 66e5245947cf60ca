/** A day of the Gregorian calendar; `month` from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** `YYYY-MM-DD`. */
export function isoDate({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** Whether the text is `YYYY-MM-DD` and that day exists. */
export function isCalendarDate(text: string): boolean {
  return parseIso(text) !== null;
}

/** The day of `YYYY-MM-DD`, or null. */
function parseIso(text: string): CalendarDay | null {
  const match = ISO_DATE.exec(text);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return exists(day) ? day : null;
}

/** Whether the calendar has the day (no February 30). */
export function exists({ year, month, day }: CalendarDay): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 0;
}

/** Day of the week, 0 for Sunday. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** A number that orders days. */
export function dayNumber({ year, month, day }: CalendarDay): number {
  return year * 10_000 + month * 100 + day;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

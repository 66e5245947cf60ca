import type { Basis } from '../../article/index.js';
import { type CalendarDay, dayNumber, exists, isoDate, weekdayOf } from './calendar.js';
import { monthOf } from './date-words.js';
import type { PrintedDate } from './printed-date.js';

/** What narrows down the year of a date that was printed without one. */
export interface DateEvidence {
  /** Day on which the page was copied, as its clock says: the article is not younger. */
  readonly captured: CalendarDay | null;
  /** Newest date in the body that lies in its past: the article is not older. */
  readonly newest: PastDate | null;
  /** Day of the week that the first paragraphs name, 0 for Sunday. */
  readonly weekday: number | null;
}

/** A year, with the month where one was printed. */
export interface PastDate {
  readonly year: number;
  readonly month: number | null;
}

/** When an article was published, and how that is known. */
export interface Publication {
  readonly published: string | null;
  readonly publishedBasis: Basis;
  readonly publishedCandidates: readonly string[];
}

/** No date at all. */
export const UNDATED: Publication = { published: null, publishedBasis: 'unknown', publishedCandidates: [] };

/** Years that are considered beyond the one bound that is known. */
const YEARS_BEYOND = 10;

/** Points for the weekday of the very day, of the day before (news of yesterday), and a year of distance. */
const SAME_DAY = 3;
const DAY_BEFORE = 1.5;
const YEAR_APART = 0.5;

/** The publication that a date states. A date that reads two ways keeps both. */
export function statedPublication(date: PrintedDate & { readonly year: number }): Publication {
  const first = { year: date.year, month: date.month, day: date.day };
  const second = { year: date.year, month: date.day, day: date.month };
  if (!date.ambiguous || !exists(second)) return stated([first], 'stated');
  const swapped =
    date.weekday !== null && weekdayOf(second) === date.weekday && weekdayOf(first) !== date.weekday;
  return stated(swapped ? [second, first] : [first, second], 'inferred');
}

function stated(days: readonly CalendarDay[], basis: Basis): Publication {
  const candidates = days.map(isoDate);
  return { published: candidates[0] ?? null, publishedBasis: basis, publishedCandidates: candidates };
}

/**
 * The publication on a date without a year. Candidates are the years between the newest past date of
 * the body and the capture; the weekday and the nearness to what bounds them order them. Without
 * either bound nothing is concluded.
 */
export function inferPublication(date: PrintedDate, evidence: DateEvidence): Publication {
  const years = possibleYears(date, evidence);
  if (years.length === 0) return UNDATED;
  const weekday = date.weekday ?? evidence.weekday;
  const anchor = evidence.newest ? Math.min(...years) : Math.max(...years);
  const ranked = years
    .map((year) => ({ year, month: date.month, day: date.day }))
    .filter(exists)
    .map((day) => ({ day, points: weekdayPoints(day, weekday) - Math.abs(day.year - anchor) * YEAR_APART }))
    .sort((a, b) => b.points - a.points || Math.abs(a.day.year - anchor) - Math.abs(b.day.year - anchor));
  return stated(
    ranked.map(({ day }) => day),
    'inferred',
  );
}

function possibleYears(date: PrintedDate, { captured, newest }: DateEvidence): number[] {
  const from = newest && firstYear(date, newest);
  const to = captured && lastYear(date, captured);
  if (from === null && to === null) return [];
  // A clock that is older than the news it stands beside is wrong, not the news.
  const last = to !== null && (from === null || to >= from) ? to : (from ?? 0) + YEARS_BEYOND;
  const first = from ?? last - YEARS_BEYOND;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function firstYear(date: PrintedDate, newest: PastDate): number {
  return newest.month !== null && date.month < newest.month ? newest.year + 1 : newest.year;
}

function lastYear(date: PrintedDate, captured: CalendarDay): number {
  const sameYear = { ...date, year: captured.year };
  return dayNumber(sameYear) <= dayNumber(captured) ? captured.year : captured.year - 1;
}

function weekdayPoints(day: CalendarDay, weekday: number | null): number {
  if (weekday === null) return 0;
  const daysSince = (weekdayOf(day) - weekday + 7) % 7;
  if (daysSince === 0) return SAME_DAY;
  return daysSince === 1 ? DAY_BEFORE : 0;
}

/** Characters before a year that are searched for what makes it a date, and for the future. */
const BEFORE = 60;

const YEAR = /(?<![\d$€£.,-])(?:19|20)\d{2}(?![\d%]|[.,]\d)/gu;
const DATED =
  /(?:^|[\s(–-])(?:in|im|en|since|seit|depuis|of|from|during|late|early|mid|summer|winter|spring|autumn|fall|year|years|between|le|de|del)[\s-]*$/iu;
/** What makes the year itself the end of a term, and what makes its sentence one about plans. */
const DEADLINE =
  /\b(?:by|until|till|through|before|after|bis|hasta|jusqu'en|d'ici)\s+(?:(?:the|end|of|early|late|mid|\p{L}+)\s+){0,3}$/iu;
const PLANS =
  /\b(?:will|would|plans?|planned|expected|expects|aims?|target|next|soll|sollen|wird|werden)\b/iu;
const MONTH_BEFORE = /(\p{L}{3,})\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:of\s+)?$/u;

/** The newest year, with its month, that the text speaks of as past; null where it names none. */
export function newestPastDate(text: string): PastDate | null {
  let newest: PastDate | null = null;
  for (const match of text.matchAll(YEAR)) {
    const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
    const month = monthOf((MONTH_BEFORE.exec(before)?.[1] ?? '').toLowerCase()) ?? null;
    if (month === null && !DATED.test(before)) continue;
    // Only the sentence at hand: a plan in the one before says nothing of this year.
    const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1);
    if (DEADLINE.test(sentence) || PLANS.test(sentence)) continue;
    const date = { year: Number(match[0]), month };
    if (!newest || order(date) > order(newest)) newest = date;
  }
  return newest;
}

function order({ year, month }: PastDate): number {
  return year * 100 + (month ?? 0);
}

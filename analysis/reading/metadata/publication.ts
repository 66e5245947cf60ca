import type { Dateline } from '../../article/index.js';
import type { Placed } from '../layouts/index.js';
import { type CalendarDay, exists } from './calendar.js';
import { inferPublication, newestPastDate, type Publication, statedPublication, UNDATED } from './dates.js';
import { type PrintedDate, readPrintedDate, weekdayIn } from './printed-date.js';

/** What there is to date an article by. */
export interface DateClues {
  readonly placed: readonly Placed[];
  /** Stated by the source's markup or by a person, as printed. */
  readonly stated: string | null;
  readonly dateline: Dateline | null;
  /** Address of the page: many hold the day ("/2014/12/03/"). */
  readonly url: string | null;
}

/** Paragraphs whose weekday is the day of the news; further down, other days are spoken of. */
const DAY_PARAGRAPHS = 3;

/** Letters of the shortest full name of a weekday ("lunes"); "sun" and "sat" are other words too. */
const FULL_WEEKDAY = 5;

/** Most characters of the body that are searched for years. */
const SEARCHED = 200_000;

const CLOCK = /^\d{1,2}[:.h]\d{2}(?![\d.]\d)/u;
const PUBLISHED =
  /\b(?:published|posted|issued|created|ver(?:ö|oe)ffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd)(?!\p{L})/iu;
const UPDATED = /\b(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato)(?!\p{L})/iu;

interface DateLine {
  readonly text: string;
  readonly index: number;
}

/**
 * When an article was published: as its source or a line beside it states; else by its dateline,
 * the year found from weekday, capture and body.
 */
export async function publicationOf(clues: DateClues): Promise<Publication> {
  const byMarkup = clues.stated === null ? null : await readPrintedDate(clues.stated);
  if (byMarkup && byMarkup.year !== null) return statedPublication({ ...byMarkup, year: byMarkup.year });
  const { printed, captured } = await readDateLines(clues.placed);
  if (printed && printed.year !== null) return statedPublication({ ...printed, year: printed.year });
  const byAddress = dayInAddress(clues.url);
  if (byAddress) return { ...statedPublication(byAddress), publishedBasis: 'inferred' };
  const dated = clues.dateline?.date ? await readPrintedDate(clues.dateline.date) : printed;
  if (!dated) return UNDATED;
  if (dated.year !== null) return statedPublication({ ...dated, year: dated.year });
  return inferPublication(dated, { captured, ...evidenceOf(clues.placed) });
}

function dayInAddress(url: string | null): (PrintedDate & { readonly year: number }) | null {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/u.exec(url ?? '');
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return exists(day) ? { ...day, weekday: null, ambiguous: false } : null;
}

function evidenceOf(placed: readonly Placed[]) {
  const texts = placed
    .filter(({ part }) => part === 'deck' || part === 'body')
    .map(({ judged }) => judged.block.text);
  const first = texts.slice(0, DAY_PARAGRAPHS).join(' ').slice(0, SEARCHED);
  return {
    newest: newestPastDate(texts.join('\n').slice(0, SEARCHED)),
    weekday: weekdayIn(first, FULL_WEEKDAY),
  };
}

async function readDateLines(
  placed: readonly Placed[],
): Promise<{ printed: PrintedDate | null; captured: CalendarDay | null }> {
  const lines = placed.flatMap(({ judged, part }, index): DateLine[] =>
    judged.verdict?.role === 'date' || part === 'byline' ? [{ text: judged.block.text, index }] : [],
  );
  const captures = lines.filter((line) => isCapture(line, placed));
  const title = placed.findIndex(({ part }) => part === 'title');
  // The date nearest below the title is the article's; above it stand those of the page.
  const isAbove = (line: DateLine) => Number(line.index < title);
  const best = lines
    .filter((line) => !captures.includes(line))
    .sort((a, b) => rank(a) - rank(b) || isAbove(a) - isAbove(b) || a.index - b.index);
  const printed = await firstDate(best);
  const capture = captures[0] ? await readPrintedDate(captures[0].text) : null;
  return { printed, captured: capture && capture.year !== null ? { ...capture, year: capture.year } : null };
}

async function firstDate(lines: readonly DateLine[]): Promise<PrintedDate | null> {
  for (const { text } of lines) {
    const date = await readPrintedDate(datePart(text));
    if (date) return date;
  }
  return null;
}

/** Published before undated lines before updated. */
function rank({ text }: DateLine): number {
  if (PUBLISHED.test(text)) return 0;
  return UPDATED.test(text) ? 2 : 1;
}

/** Text from the label on, so that "Published: 3 December | Updated: 4 December" gives the first. */
function datePart(text: string): string {
  // Before the label of an update stands the first publication.
  const label = PUBLISHED.exec(text) ?? (CLOCK.test(text) ? null : UPDATED.exec(text));
  return label ? text.slice(label.index + label[0].length) : text;
}

/** A clock above everything else of the article shows when the page was copied, not published. */
function isCapture({ text, index }: DateLine, placed: readonly Placed[]): boolean {
  if (!CLOCK.test(text) || UPDATED.test(text) || PUBLISHED.test(text)) return false;
  return placed.slice(0, index).every(({ part }) => part === 'dropped');
}

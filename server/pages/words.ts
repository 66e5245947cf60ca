const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const SHORT_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const LANGUAGE = new Intl.DisplayNames('en', { type: 'language' });

/** `2014-12-03` as "3 December 2014", which no reader takes for the twelfth of March. */
export function dateInWords(date: string): string {
  return written(date, DATE);
}

/** `2014-12-03` as "3 Dec 2014", for tables. */
export function shortDate(date: string): string {
  return written(date, SHORT_DATE);
}

function written(date: string, format: Intl.DateTimeFormat): string {
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) ? date : format.format(parsed);
}

/** A moment in words, in UTC. */
export function momentInWords(moment: Date): string {
  return `${MOMENT.format(moment)} UTC`;
}

/** `de` as "German"; a tag that is none is given back. */
export function languageInWords(tag: string): string {
  try {
    return LANGUAGE.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** The first words of a text, for a button's name. */
export function shortened(text: string, length = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= length
    ? line
    : `${line
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/u, '')
        .trimEnd()}…`;
}

/** The address when it is one of the web, else null: nothing else becomes a link. */
export function webAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return /^https?:$/.test(new URL(address).protocol) ? address : null;
}

/** Who made a change, in words. */
export function coderName(coder: string | null): string {
  return coder ?? 'someone without a name';
}

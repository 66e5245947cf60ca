import type { Dateline } from '../../article/index.js';
import { isDateText, weekdayNamed } from './date-words.js';
import { agencyNamed, type Outlets } from './outlet.js';

/** Characters that a dateline may take at the start of a paragraph. */
const MAX_LENGTH = 120;

/** Words of the longest place names in datelines ("ABOARD A US MILITARY AIRCRAFT"). */
const MAX_PLACE_WORDS = 6;

/** A dateline as its marks cut it: what stands before the agency or dash, and the agency. */
interface Cut {
  readonly head: string;
  readonly agency: string | null;
  /** Whether marks alone make it a dateline, so that the place may be in small letters. */
  readonly marked: boolean;
}

/** Ways to print a dateline, the surest first. Each cuts the start of a paragraph or returns null. */
const FORMS: readonly ((start: string, outlets: Outlets) => Cut | null)[] = [
  // "(ANSA) - ROME, 3 DEC -"
  (start) =>
    cut(
      /^\((?<agency>\p{L}[^()]{1,40})\)\s*[-–—]?\s*(?<head>[^()]{2,60}?)\s*(?:--|[—–]|-\s)/u.exec(start),
      true,
    ),
  // "MOSCOW, December 3 (Sputnik) -", "Brüssel (dpa) -", "Madrid, 3 dic (EFE).-"
  (start) =>
    cut(
      /^(?<head>[^()]{2,70}?)\s*\((?<agency>\p{L}[^()]{1,40})\)\s*(?:[—–:-]|\.\s?[-–—])/u.exec(start),
      true,
    ),
  // "Brussels, Belgium (CNN) The first thing"
  (start, outlets) => {
    const found = cut(
      /^(?<head>[^()]{2,70}?)\s*\((?<agency>\p{L}[^()]{1,40})\)\s+(?=["“\p{Lu}])/u.exec(start),
      true,
    );
    return found && (found.head.includes(',') || agencyNamed(found.agency ?? '', outlets)) ? found : null;
  },
  // "MOSCOW, December 3. /TASS/. "
  (start) => cut(/^(?<head>[^/]{2,60}?)[.,]?\s*\/(?<agency>\p{L}[^/]{1,30})\/\s?[.—–-]/u.exec(start), true),
  // "BRUSSELS/Xinhua -", "BRUSSELS, Dec 3, SANA -", "WASHINGTON -", "BRUSSELS, Wednesday December 3 -"
  (start) => cut(/^(?<head>[^()—–]{2,70}?)\s*(?:--|[—–]|\s-\s)/u.exec(start), false),
  // "BRUSSELS: Ministers ..."
  (start) => cut(/^(?<head>[^():—–]{2,50}?):\s/u.exec(start), false),
];

function cut(match: RegExpExecArray | null, marked: boolean): Cut | null {
  const { head, agency } = match?.groups ?? {};
  return head === undefined ? null : { head, agency: agency ?? null, marked };
}

/** The dateline at the start of a paragraph taken apart, or null where there is none. */
export function readDateline(paragraph: string, outlets: Outlets): Dateline | null {
  const start = paragraph.slice(0, MAX_LENGTH);
  for (const form of FORMS) {
    const found = form(start, outlets);
    const dateline = found && understand(found, outlets);
    if (dateline) return dateline;
  }
  return null;
}

function understand({ head, agency, marked }: Cut, outlets: Outlets): Dateline | null {
  const places: string[] = [];
  const dates: string[] = [];
  let source = agency?.trim() ?? null;
  for (const piece of piecesOf(head)) {
    if (piece === '') continue;
    if (isDateText(piece) || weekdayNamed(piece.toLowerCase()) !== undefined || /^\d{4}$/u.test(piece))
      dates.push(piece);
    else if (source === null && places.length > 0 && agencyNamed(piece, outlets)) source = piece;
    else places.push(piece);
  }
  if (places.length === 0 || !places.every(isPlaceName)) return null;
  // Without agency or date, only capitals tell a dateline from "Kerry - the chairman - said".
  if (!marked && source === null && dates.length === 0 && !places.every(isShouted)) return null;
  return {
    place: places.map(placeCase).join(head.includes('/') ? '/' : ', '),
    date: dates.length === 0 ? null : dates.join(', '),
    agency: source,
  };
}

/** Parts of a head: by commas and slashes, and by a full stop before a date ("MOSCOW. December 3"). */
function piecesOf(head: string): string[] {
  return head.split(/[,/|]/u).flatMap((part) => {
    const piece = part.trim();
    const stop = piece.indexOf('. ');
    return stop > 0 && isDateText(piece.slice(stop + 2)) && !isDateText(piece)
      ? [piece.slice(0, stop), piece.slice(stop + 2)]
      : [piece];
  });
}

const PARTICLES = new Set(
  'de del della der den do du da das dos d la le les el al am an and of the on sur in y upon aan'.split(' '),
);
const KEPT_CAPITALS = new Set('US USA UK UAE UN EU DC NATO'.split(' '));

function isPlaceName(text: string): boolean {
  const words = text.split(/[\s-]+/u);
  const named = words.filter((word) => /^[\p{Lu}"'’‘]/u.test(word));
  const known = words.every((word) => /^\p{Lu}/u.test(word) || PARTICLES.has(word.toLowerCase()));
  return known && named.length > 0 && words.length <= MAX_PLACE_WORDS && !/[!?;"“”]|\d/u.test(text);
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
}

/** "RIO DE JANEIRO" as "Rio de Janeiro"; what is not in capitals stays. */
function placeCase(place: string): string {
  if (place !== place.toUpperCase()) return place;
  return place.replace(/[\p{L}\p{M}.]+/gu, (word, at: number) => {
    if (KEPT_CAPITALS.has(word) || /\.\p{L}/u.test(word)) return word;
    const lower = word.toLowerCase();
    if (at > 0 && PARTICLES.has(lower)) return lower;
    return word.charAt(0) + lower.slice(1);
  });
}

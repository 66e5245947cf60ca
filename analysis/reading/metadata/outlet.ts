import type { Basis } from '../../article/index.js';
import type { Resources } from '../../resources/index.js';

/** Names of agencies and outlets by the ways they are printed, in small letters. */
export type Outlets = ReadonlyMap<string, string>;

const known = new WeakMap<Resources, Outlets>();

/** The names of the lexicon, ready to be looked up. */
export function outletsOf(resources: Resources): Outlets {
  const found = known.get(resources);
  if (found) return found;
  const outlets = new Map(
    resources.lexicons.agencies.flatMap(({ term, outlet }) => [
      [outlet.toLowerCase(), outlet] as const,
      [term.toLowerCase(), outlet] as const,
    ]),
  );
  known.set(resources, outlets);
  return outlets;
}

/** The outlet that a printed name stands for, or undefined where the lexicon does not know it. */
export function agencyNamed(name: string, outlets: Outlets): string | undefined {
  return outlets.get(name.trim().toLowerCase());
}

/** What there is to tell an outlet by. */
export interface OutletClues {
  readonly hint: string | null;
  readonly stated: string | null;
  readonly agency: string | null;
  /** Parts of the lines above the article, where the name of the paper stands. */
  readonly above: readonly string[];
  /** Copyright lines, credits and notices, which name the publisher. */
  readonly notices: readonly string[];
  /** The part of the window title that is not the article's title. */
  readonly site: string | null;
  readonly url: string | null;
}

/**
 * The outlet: as stated; else the name at the head of the page that a notice or the dateline
 * repeats, the site as window title and copyright line agree on it, the agency of the dateline where
 * no other house claims the copyright, the holder of the copyright, or the host.
 */
export function outletOf(
  clues: OutletClues,
  outlets: Outlets,
): { outlet: string | null; outletBasis: Basis } {
  const stated = clues.hint ?? clues.stated;
  if (stated) return { outlet: stated, outletBasis: 'stated' };
  const inferred =
    mastheadOf(clues) ??
    siteOf(clues) ??
    agencyOf(clues, outlets) ??
    holderOf(clues, outlets) ??
    hostOf(clues.url, outlets);
  return { outlet: inferred, outletBasis: inferred === null ? 'unknown' : 'inferred' };
}

function agencyOf(clues: OutletClues, outlets: Outlets): string | null {
  const { agency } = clues;
  if (agency === null) return null;
  const holder = holderNamed(clues.notices);
  // "© Delta Courier" under a report by AFP: the paper ran the copy of the agency.
  const isOwn =
    holder === null ||
    tellingWords(agency).length === 0 ||
    holder.toLowerCase().includes(agency.toLowerCase());
  const known = agencyNamed(agency, outlets);
  if (isOwn) return known ?? agency;
  return known !== undefined && known === agencyNamed(holder, outlets) ? known : null;
}

/** Words that any company name may hold. */
const COMMON_WORDS = new Set(
  'the news press media daily group limited ltd llc inc company co publishing international network agency rights reserved copyright all of and'.split(
    ' ',
  ),
);

/** Words of the longest name that a paper prints above its pages. */
const MAX_NAME_WORDS = 5;

/** The name at the head of the page that notices below the article or the dateline repeat. */
function mastheadOf({ above, notices, agency }: OutletClues): string | null {
  const repeated = notices.join('\n').toLowerCase();
  const holders = new Set(tellingWords(notices.filter((notice) => COPYRIGHT.test(notice)).join(' ')));
  const masthead = above.find((part) => {
    const words = tellingWords(part);
    if (!isName(part) || words.length === 0) return false;
    if (part.toLowerCase() === agency?.toLowerCase()) return true;
    if (part.split(' ').length < 2) return false;
    // "DAILY ROCKET" is published by "Rocket Newspapers"; "The Civilian Record" signs as itself.
    return (
      (words.length > 1 && repeated.includes(part.toLowerCase())) || words.some((word) => holders.has(word))
    );
  });
  return masthead === undefined ? null : nameCase(masthead);
}

function isName(part: string): boolean {
  const words = part.split(' ');
  return (
    words.length <= MAX_NAME_WORDS &&
    !/[.!?:;,\d]/u.test(part) &&
    words.every((word) => /^(?:\p{Lu}|of$|the$|and$|de$|la$|du$)/u.test(word))
  );
}

function tellingWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !COMMON_WORDS.has(word));
}

/** "DAILY ROCKET" as "Daily Rocket"; short names in capitals ("BBC", "TASS") stay. */
function nameCase(name: string): string {
  if (name !== name.toUpperCase() || !name.includes(' ')) return name;
  return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** A line that is a copyright notice, not a caption that ends in one. */
const COPYRIGHT_LINE = /^(?:©|\(c\)|copyright)|all rights reserved/iu;
const COPYRIGHT = /©|\(c\)|copyright/iu;

/** Forms of companies, which are no part of an outlet's name. */
const COMPANY =
  /\s+(?:(?:media|newspapers?|publishing|publications|holdings?|group|yayıncılık)\s+)?(?:limited|ltd|llc|inc|plc|gmbh|co|corp|pty ltd|s\.?a|a\.ş)\.?$/iu;

function holderNamed(notices: readonly string[]): string | null {
  const holder = notices
    .find((notice) => COPYRIGHT_LINE.test(notice))
    ?.slice(0, 200)
    .replace(/©|\(c\)|copyright|\d{4}(?:\s?[-–]\s?\d{4})?/giu, ' ')
    .split(/[.|·,]\s|[|·]|all rights reserved/iu)
    .map((part) => part.trim().replace(COMPANY, ''))
    .find((part) => part !== '');
  return holder !== undefined && isName(holder) ? holder : null;
}

/** The name that the window title and the copyright line share, or either where it stands alone. */
function siteOf({ site, notices }: OutletClues): string | null {
  if (site === null || !isName(site.split(' ').slice(0, 2).join(' '))) return null;
  const holder = holderNamed(notices);
  if (holder && site.toLowerCase().startsWith(holder.toLowerCase())) return holder;
  return isName(site) ? site : null;
}

function holderOf({ notices }: OutletClues, outlets: Outlets): string | null {
  const holder = holderNamed(notices);
  return holder && (agencyNamed(holder, outlets) ?? holder);
}

function hostOf(url: string | null, outlets: Outlets): string | null {
  if (!url || !URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(/^(?:www|m|edition|amp)\./u, '');
  return agencyNamed(host, outlets) ?? agencyNamed(host.split('.')[0] ?? '', outlets) ?? host;
}

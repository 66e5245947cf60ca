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
  /** Lines above the article, where the name of the paper stands. */
  readonly above: readonly string[];
  readonly copyright: string | null;
  readonly url: string | null;
}

/**
 * The outlet: as stated; else the name at the head of the page that its copyright line repeats, the
 * holder of the copyright where the lexicon knows it, the agency of the dateline, or the host.
 */
export function outletOf(clues: OutletClues, outlets: Outlets): { outlet: string | null; outletBasis: Basis } {
  const stated = clues.hint ?? clues.stated;
  if (stated) return { outlet: stated, outletBasis: 'stated' };
  const inferred = mastheadOf(clues) ?? agencyOf(clues.agency, outlets) ?? holderOf(clues.copyright, outlets) ?? hostOf(clues.url, outlets);
  return { outlet: inferred, outletBasis: inferred === null ? 'unknown' : 'inferred' };
}

function agencyOf(agency: string | null, outlets: Outlets): string | null {
  return agency === null ? null : (agencyNamed(agency, outlets) ?? agency);
}

/** Words that any company name may hold. */
const COMMON_WORDS = new Set('the news press media daily group limited ltd llc inc company co publishing international network agency rights reserved copyright all of and'.split(' '));

/** Words of the longest name that a paper prints above its pages. */
const MAX_NAME_WORDS = 5;

function mastheadOf({ above, copyright, agency }: OutletClues): string | null {
  const owner = new Set(tellingWords(`${copyright ?? ''} ${agency ?? ''}`));
  const masthead = above.find((line) => {
    const words = line.split(' ');
    if (words.length > MAX_NAME_WORDS || /[.!?:;,|\d]/u.test(line)) return false;
    const telling = tellingWords(line);
    return telling.length > 0 && telling.some((word) => owner.has(word)) && /^\p{Lu}/u.test(line);
  });
  return masthead === undefined ? null : nameCase(masthead);
}

function tellingWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !COMMON_WORDS.has(word));
}

/** "DAILY ROCKET" as "Daily Rocket"; short names in capitals ("BBC", "TASS") stay. */
function nameCase(name: string): string {
  if (name !== name.toUpperCase() || !name.includes(' ')) return name;
  return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

function holderOf(copyright: string | null, outlets: Outlets): string | null {
  if (!copyright) return null;
  const holder = copyright
    .slice(0, 200)
    .replace(/©|\(c\)|copyright|all rights reserved|\d{4}(?:\s?[-–]\s?\d{4})?/giu, ' ')
    .split(/[.|·,]/u)
    .map((part) => part.trim())
    .find((part) => part !== '');
  return holder === undefined ? null : (agencyNamed(holder, outlets) ?? null);
}

function hostOf(url: string | null, outlets: Outlets): string | null {
  if (!url || !URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(/^(?:www|m|edition|amp)\./u, '');
  return agencyNamed(host, outlets) ?? agencyNamed(host.split('.')[0] ?? '', outlets) ?? host;
}

/**
 * Abbreviations that stand before a name or figure: a full stop after them never ends a sentence.
 * Lower case, without the full stop.
 */
const BEFORE_NAMES = [
  ...['mr', 'mrs', 'ms', 'messrs', 'dr', 'prof', 'rev', 'fr', 'st', 'hon', 'mme', 'mlle'],
  ...['gen', 'lt', 'maj', 'col', 'capt', 'cmdr', 'cpl', 'sgt', 'adm', 'brig', 'pvt', 'cpt', 'insp', 'supt'],
  ...['sen', 'sens', 'rep', 'reps', 'gov', 'govs', 'pres', 'amb', 'atty', 'asst', 'det', 'spc', 'ret'],
  ...['no', 'nos', 'vs', 'v', 'fig', 'approx', 'cf', 'mt', 'ft', 'al'],
];

/** Abbreviations that may end a sentence: the next word decides. */
const ANYWHERE = [
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
  ...['inc', 'corp', 'co', 'ltd', 'bros', 'dept', 'univ', 'assn', 'etc', 'jr', 'sr', 'esq', 'ave', 'blvd'],
  ...['ala', 'ariz', 'ark', 'calif', 'colo', 'conn', 'del', 'fla', 'ga', 'ill', 'ind', 'kan', 'ky', 'md'],
  ...['mich', 'minn', 'mo', 'neb', 'nev', 'okla', 'ore', 'pa', 'penn', 'tenn', 'tex', 'va', 'vt', 'wash'],
  ...['wis', 'wyo', 'mass', 'mont'],
];

/** Abbreviations that take their full stop with them into the token, lower case, without it. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([...BEFORE_NAMES, ...ANYWHERE]);

const NAMES: ReadonlySet<string> = new Set(BEFORE_NAMES);

/** Whether a token such as "Gen." announces a name or figure, so that the sentence goes on. */
export function announcesName(token: string): boolean {
  return NAMES.has(token.slice(0, -1).toLowerCase());
}

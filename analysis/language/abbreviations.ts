/** Abbreviations that stand before a name: a full stop after them never ends a sentence. Lower case, without it. */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  ...['mr', 'mrs', 'ms', 'messrs', 'dr', 'prof', 'rev', 'fr', 'st', 'hon', 'mme', 'mlle', 'mt', 'ft'],
  ...['gen', 'lt', 'maj', 'col', 'capt', 'cmdr', 'cpl', 'sgt', 'adm', 'brig', 'pvt', 'cpt', 'insp', 'supt'],
  ...['sen', 'sens', 'rep', 'reps', 'gov', 'govs', 'pres', 'amb', 'atty', 'asst', 'det', 'spc'],
]);

/** Abbreviations that may end a sentence, written with a capital: the next word decides. */
const ANYWHERE: ReadonlySet<string> = new Set([
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
  ...['inc', 'corp', 'co', 'ltd', 'bros', 'dept', 'univ', 'assn', 'jr', 'sr', 'esq', 'ave', 'blvd'],
  ...['ala', 'ariz', 'ark', 'calif', 'colo', 'conn', 'del', 'fla', 'ga', 'ill', 'ind', 'kan', 'ky', 'md'],
  ...['mich', 'minn', 'mo', 'neb', 'nev', 'okla', 'ore', 'pa', 'penn', 'tenn', 'tex', 'va', 'vt', 'wash'],
  ...['wis', 'wyo', 'mass', 'mont'],
]);

/** Abbreviations written in lower case. */
const SMALL: ReadonlySet<string> = new Set(['vs', 'v', 'etc', 'approx', 'cf', 'al']);

/** Abbreviations only before a figure ("No. 5"); else they are words. */
const BEFORE_FIGURES: ReadonlySet<string> = new Set(['no', 'nos', 'fig']);

/** Whether a full stop after the word belongs to it. `next` is the character after the full stop and spaces. */
export function takesFullStop(word: string, next: string): boolean {
  const lower = word.toLowerCase();
  if (SMALL.has(lower)) return true;
  if (BEFORE_FIGURES.has(lower)) return /\p{N}/u.test(next);
  return word !== lower && (BEFORE_NAMES.has(lower) || ANYWHERE.has(lower));
}

/** Whether a token such as "Gen." announces a name or figure, so that the sentence goes on. */
export function announcesName(token: string): boolean {
  const word = token.slice(0, -1).toLowerCase();
  return BEFORE_NAMES.has(word) || BEFORE_FIGURES.has(word) || word === 'vs' || word === 'v' || word === 'cf';
}

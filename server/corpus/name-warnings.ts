import type { Target } from '../../analysis/article/index.js';
import { formatCount } from '../../analysis/report/index.js';
import { LISTS, type Resources, type TargetContent } from '../../analysis/resources/index.js';
import { countNames, type NameCount, type Store } from '../store/index.js';
import type { ListName } from './target-draft.js';

/** Something about a phrase that a person should know before it counts. */
export interface NameWarning {
  readonly kind: 'pattern' | 'ordinary-word' | 'double' | 'other-target' | 'hidden' | 'never-matches';
  readonly list: ListName;
  readonly phrase: string;
  readonly text: string;
}

/** What the names of a target do in the library. */
export interface NameReview {
  readonly warnings: readonly NameWarning[];
  /** Names that are new since `before`, with how often they stand in the library. */
  readonly counts: readonly NameCount[];
}

/** Names that are counted at a time; counting takes some hundredths of a second each. */
const MOST_COUNTED = 25;
/** An alias in this share of all articles, most of which do not name the target otherwise, is a common word. */
const COMMON_SHARE = 0.1;
const FEWEST_ARTICLES = 20;

/** Signs that mean something in a pattern and hardly occur in names. */
const PATTERN = /[*\\^$|[\]{}]|\.[+?]|\(\?|\w\?|\+$/;

/**
 * Looks at the names of a target: what they do in the library, and what is doubtful about them.
 * Only phrases that `before` does not have are looked at.
 */
export async function reviewNames(
  store: Store,
  resources: Resources,
  content: TargetContent,
  before: Target | null,
): Promise<NameReview> {
  const known = new Set(before ? [...before.aliases, before.name] : []);
  const names = [...new Set([content.name, ...content.aliases])];
  const fresh = names.filter((name) => !known.has(name)).slice(0, MOST_COUNTED);
  const counts = await countNames(store, fresh, names);
  const warnings = [
    ...patterns(content),
    ...doubles(content),
    ...namesOfOthers(content, resources),
    ...hidden(content),
    ...ordinaryWords(counts, resources, content),
  ];
  const old = new Set(
    before ? LISTS.flatMap(({ key }) => before[key].map((phrase) => `${key} ${phrase}`)) : [],
  );
  return { warnings: warnings.filter(({ list, phrase }) => !old.has(`${list} ${phrase}`)), counts };
}

/** How often a name stands in the library, in words. */
export function countInWords({
  occurrences,
  articles,
  namedOtherwise,
  searched,
  isSearchedInPart,
}: NameCount): string {
  if (articles === 0) return `occurs in none of ${searched.toLocaleString('en')} articles`;
  const of = isSearchedInPart
    ? `the newest ${searched.toLocaleString('en')} articles that may hold it`
    : formatCount(searched, 'article');
  return `occurs ${formatCount(occurrences, 'time')} in ${articles.toLocaleString('en')} of ${of}; ${namedOtherwise.toLocaleString('en')} of them name the target otherwise`;
}

function everyPhrase(content: TargetContent): { list: ListName; phrase: string }[] {
  return LISTS.flatMap(({ key }) => content[key].map((phrase) => ({ list: key, phrase })));
}

function patterns(content: TargetContent): NameWarning[] {
  return everyPhrase(content).flatMap(({ list, phrase }): NameWarning[] => {
    if (!/[\p{L}\p{N}]/u.test(phrase)) {
      const text = `“${phrase}” has neither letter nor digit: it finds nothing but these signs.`;
      return [{ kind: 'never-matches', list, phrase, text }];
    }
    const sign = PATTERN.exec(phrase)?.[0];
    if (sign === undefined) return [];
    const text = `“${phrase}” looks like a pattern. Phrases are literal: it finds only this very text, “${sign}” included. Write each form that occurs on a line of its own.`;
    return [{ kind: 'pattern', list, phrase, text }];
  });
}

/** As names are compared: without regard to case and hyphens. */
function norm(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[-‐‑–\s]+/gu, ' ')
    .trim();
}

function doubles(content: TargetContent): NameWarning[] {
  const seen = new Map<string, string>();
  return everyPhrase(content).flatMap(({ list, phrase }): NameWarning[] => {
    const key = `${list} ${norm(phrase)}`;
    const earlier = seen.get(key);
    seen.set(key, phrase);
    if (earlier === undefined) return [];
    const text = `“${phrase}” finds the same as “${earlier}”: neither capitals nor hyphens matter, unless all letters are capitals.`;
    return isAcronym(phrase) || isAcronym(earlier) ? [] : [{ kind: 'double', list, phrase, text }];
  });
}

function namesOfOthers(content: TargetContent, { targets }: Resources): NameWarning[] {
  const owners = new Map<string, string>();
  for (const target of targets.values()) {
    if (target.slug === content.slug) continue;
    for (const name of [target.name, ...target.aliases]) owners.set(norm(name), target.name);
  }
  return [content.name, ...content.aliases].flatMap((phrase): NameWarning[] => {
    const owner = owners.get(norm(phrase));
    if (owner === undefined) return [];
    const text = `“${phrase}” is a name of the target “${owner}” too: a paragraph with it counts for both.`;
    return [{ kind: 'other-target', list: 'aliases', phrase, text }];
  });
}

const LEADING_ARTICLE = /^(?:the|a|an) /;

/** A look-alike is taken for itself wherever it stands: one that covers a name hides it. */
function hidden({ name, aliases, lookalikes }: TargetContent): NameWarning[] {
  const names = [...new Set([name, ...aliases])].map((phrase) => ({
    phrase,
    words: norm(phrase).replace(LEADING_ARTICLE, '').split(' '),
  }));
  return lookalikes.flatMap((phrase): NameWarning[] => {
    const words = norm(phrase).replace(LEADING_ARTICLE, '').split(' ');
    const covered = names.find((one) => covers(words, one.words));
    if (!covered) return [];
    const text = `The look-alike “${phrase}” hides the name “${covered.phrase}”: where both could stand, the look-alike is taken and the target is not seen.`;
    return [{ kind: 'hidden', list: 'lookalikes', phrase, text }];
  });
}

/** Equal but for an article, or ending in the first words of the name, so that the name is cut off. */
function covers(lookalike: readonly string[], name: readonly string[]): boolean {
  if (lookalike.join(' ') === name.join(' ')) return true;
  for (let length = 1; length < Math.min(lookalike.length, name.length); length++) {
    if (lookalike.slice(-length).join(' ') === name.slice(0, length).join(' ')) return true;
  }
  return false;
}

function ordinaryWords(
  counts: readonly NameCount[],
  { lexicons }: Resources,
  content: TargetContent,
): NameWarning[] {
  const ordinary = new Set(
    [lexicons.verbs, lexicons.words, lexicons.cues, lexicons.modifiers, lexicons.titles].flatMap((rows) =>
      rows.map(({ term }) => term),
    ),
  );
  return counts.flatMap((count): NameWarning[] => {
    const { name: phrase, articles, namedOtherwise, searched } = count;
    const isCommon =
      articles >= FEWEST_ARTICLES && articles >= COMMON_SHARE * searched && namedOtherwise * 2 < articles;
    const isWord =
      !/\s/.test(phrase) &&
      !isAcronym(phrase) &&
      (ordinary.has(phrase.toLowerCase()) || FUNCTION_WORDS.has(phrase.toLowerCase()));
    if (!isWord && !(isCommon && content.name !== phrase)) return [];
    const what = isWord ? 'is an ordinary word' : 'is common in this library';
    const text = `“${phrase}” ${what}; it ${countInWords(count)}. A name means the target wherever it stands: a word like this belongs in the short forms, which count only once the article has named the target.`;
    return [{ kind: 'ordinary-word', list: 'aliases', phrase, text }];
  });
}

/** Words that every text holds, with which no lexicon deals. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'the a an and or but of in on at by for to from with as it its he she they we you i his her their our my this that these those is are was were be been has have had do does did will would can could may might not no who what which when where why how all some any us them him time year day people man woman world country state government war peace news report group force power law court city'.split(
    ' ',
  ),
);

function isAcronym(phrase: string): boolean {
  return /\p{Lu}/u.test(phrase) && !/\p{Ll}/u.test(phrase);
}

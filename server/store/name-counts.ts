import { sql } from 'kysely';
import type { Store } from './open.js';

/** How often a name stands in the library. */
export interface NameCount {
  readonly name: string;
  readonly occurrences: number;
  /** Articles that it stands in, and how many of these name the target otherwise too. */
  readonly articles: number;
  readonly namedOtherwise: number;
  /** Articles that were looked through: all, or the newest where the name may stand in too many. */
  readonly searched: number;
  readonly isSearchedInPart: boolean;
}

/** Articles of which the texts are read for one name: enough to tell a rare name from a common one. */
const MOST_READ = 3_000;
/** Other names that are looked for beside one. */
const MOST_OTHERS = 80;

/**
 * Counts names in the articles of the library: as whole words, in any case but for acronyms, never
 * as patterns. The full-text index finds the candidates, whose texts are then read.
 */
export async function countNames(
  store: Store,
  names: readonly string[],
  namesOfTarget: readonly string[],
): Promise<NameCount[]> {
  const counts: NameCount[] = [];
  for (const name of names) counts.push(await countName(store, name, namesOfTarget));
  return counts;
}

async function countName(store: Store, name: string, namesOfTarget: readonly string[]): Promise<NameCount> {
  const words = wordsOf(name);
  const others = namesOfTarget.filter((other) => other !== name).slice(0, MOST_OTHERS);
  const query = sql`plainto_tsquery('english', ${words.join(' ')})`;
  const elsewhere = others.reduce(
    (all, other) => sql`${all} || phraseto_tsquery('english', ${other})`,
    sql`''::tsquery`,
  );
  const { rows } = await sql<{
    occurrences: number;
    articles: number;
    named: number;
    read: number;
    total: number;
  }>`
    with candidates as materialized (
      select a.title, a.text, a.search from articles a
      where a.deleted_at is null and (numnode(${query}) = 0 or a.search @@ ${query})
      order by a.sort_date desc, a.key desc limit ${MOST_READ}
    ), counted as materialized (
      select search, regexp_count(coalesce(title, '') || E'\n' || text, ${patternOf(words)}, 1, ${flagsOf(name)}) as n
      from candidates
    )
    select coalesce(sum(n), 0) as occurrences, count(*) filter (where n > 0) as articles,
      count(*) filter (where n > 0 and search @@ (${elsewhere})) as named,
      count(*) as read, (select count(*) from articles where deleted_at is null) as total
    from counted
  `.execute(store.db);
  const { occurrences = 0, articles = 0, named = 0, read = 0, total = 0 } = rows[0] ?? {};
  const isSearchedInPart = read === MOST_READ && total > MOST_READ;
  return {
    name,
    occurrences,
    articles,
    namedOtherwise: named,
    searched: isSearchedInPart ? read : total,
    isSearchedInPart,
  };
}

/** Letters and digits as they come; hyphens inside names come and go, as in the analysis. */
function wordsOf(name: string): string[] {
  return name.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}‐‑–-]/gu) ?? [];
}

/** The words with nothing but blanks or hyphens between them; every sign stands for itself. */
function patternOf(words: readonly string[]): string {
  const literal = words.map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, (sign) => `\\${sign}`));
  const between = literal.map((word, index) => (index === 0 ? word : gapBefore(words, index) + word));
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const start = isWord(first) ? '(?<![[:alnum:]])' : '';
  const end = isWord(last) ? '(?![[:alnum:]])' : '';
  return words.length === 0 ? '(?!)' : `${start}${between.join('')}${end}`;
}

function gapBefore(words: readonly string[], index: number): string {
  const isBetweenWords = isWord(words[index - 1] ?? '') && isWord(words[index] ?? '');
  return isBetweenWords ? '[-‐‑–[:space:]]+' : '[[:space:]]*';
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(text);
}

/** A name of capitals only is an acronym and means what is printed so. */
function flagsOf(name: string): string {
  return /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name) ? 'c' : 'i';
}

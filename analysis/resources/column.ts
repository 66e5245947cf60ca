/** What a column of a lexicon may hold. Plain functions: 13,000 rows are read at every start. */
export interface Column<Value> {
  /** What may stand there, for messages and docs. */
  readonly allowed: string;
  /** The closed list of what may stand there, where there is one. */
  readonly choices?: readonly string[];
  /** The value, or undefined where it is not allowed. */
  readonly read: (raw: string) => Value | undefined;
}

/** A word or phrase as it is looked up: lower case, single blanks, none at the ends. */
export function term(): Column<string> {
  return {
    allowed: 'a word or phrase in lower case, with single blanks and none at its ends',
    read: (raw) => (isTidy(raw) && raw === raw.toLowerCase() ? raw : undefined),
  };
}

/** A name or phrase whose case is kept. */
export function phrase(): Column<string> {
  return {
    allowed: 'a name or phrase with single blanks and none at its ends',
    read: (raw) => (isTidy(raw) ? raw : undefined),
  };
}

/** Free text, may be empty. */
export function note(): Column<string> {
  return { allowed: 'any text without a tab', read: (raw) => raw };
}

/** One of a closed list of words. */
export function oneOf<const Value extends string>(...values: readonly Value[]): Column<Value> {
  const known = new Map<string, Value>(values.map((value) => [value, value]));
  return { allowed: values.join(', '), choices: values, read: (raw) => known.get(raw) };
}

/** A decimal number between two bounds, both allowed. */
export function number(least: number, most: number): Column<number> {
  return {
    allowed: `a number from ${least} to ${most}`,
    read: (raw) => {
      const value = Number(raw);
      return /^-?[0-9.]{1,8}$/.test(raw) && value >= least && value <= most ? value : undefined;
    },
  };
}

/** How strongly a word colors a sentence: 1 slightly, 2 clearly, 3 strongly. */
export function strength(): Column<1 | 2 | 3> {
  const values = new Map<string, 1 | 2 | 3>([
    ['1', 1],
    ['2', 2],
    ['3', 3],
  ]);
  return { allowed: '1, 2 or 3', choices: [...values.keys()], read: (raw) => values.get(raw) };
}

/** A short name for use in files and addresses: "human-cost". */
export function slug(): Column<string> {
  return {
    allowed: 'lower-case letters, digits and hyphens, beginning with a letter',
    read: (raw) => (isSlug(raw) ? raw : undefined),
  };
}

/** Whether a text can serve as a slug. */
export function isSlug(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,63}$/.test(text);
}

function isTidy(raw: string): boolean {
  return raw !== '' && raw === raw.trim() && !raw.includes('  ');
}

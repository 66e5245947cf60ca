import {
  byKey,
  type CorpusProblem,
  checkLexicon,
  columnsOf,
  dimensionSlugs,
  FAMILIES,
  keyOf,
  OFF_MARK,
  parseTable,
  type Resources,
  type Row,
} from '../../analysis/resources/index.js';
import type { Editions } from './editions.js';

/** The names of the lexicon families, in the order of the documentation. */
export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly (keyof typeof FAMILIES)[];
export type FamilyName = (typeof FAMILY_NAMES)[number];

/** What a library says of a lexicon: rows that are added or changed, and keys of entries taken out. */
export interface OwnEntries {
  readonly rows: ReadonlyMap<string, Row>;
  readonly off: ReadonlySet<string>;
}

/** Where an entry comes from; `off` for one that this library takes out. */
export type EntryOrigin = 'corpus' | 'library' | 'off';

export interface LexiconEntry {
  /** As `keyOf` writes it. */
  readonly key: string;
  /** Texts of the cells, in the order of the columns. */
  readonly cells: readonly string[];
  readonly origin: EntryOrigin;
}

/** Whether there is a family of this name. */
export function isFamily(name: string): name is FamilyName {
  return FAMILY_NAMES.some((family) => family === name);
}

/** Path of the file of a family. */
export function lexiconPath(family: FamilyName): string {
  return `lexicons/${family}.tsv`;
}

/** The columns of a family, by name. */
export function familyColumns(family: FamilyName) {
  return Object.entries(columnsOf(family) ?? {}).map(([name, column]) => ({ name, ...column }));
}

/** What a version of the library's file says; nothing where it was removed. */
export function readOwnEntries(family: FamilyName, content: string | null): OwnEntries {
  const columns = columnsOf(family);
  if (content === null || columns === undefined) return { rows: new Map(), off: new Set() };
  const { rows, switchedOff } = parseTable(content, columns, lexiconPath(family));
  return { rows: new Map(rows.map((row) => [keyOf(row), row])), off: new Set(switchedOff) };
}

/** The file that says this; null where it would say nothing. */
export function writeOwnEntries(family: FamilyName, { rows, off }: OwnEntries): string | null {
  if (rows.size === 0 && off.size === 0) return null;
  const inOrder = [...rows.values()].sort(byKey).map((row) => cellsOf(family, row).join('\t'));
  const removed = [...off].sort().map((key) => OFF_MARK + key);
  return `${[headerOf(family), ...removed, ...inOrder].join('\n')}\n`;
}

/** First line of the file of a family. */
export function headerOf(family: FamilyName): string {
  return familyColumns(family)
    .map(({ name }) => name)
    .join('\t');
}

/** The texts of the cells of a row. */
function cellsOf(family: FamilyName, row: Row): string[] {
  return familyColumns(family).map(({ name }) => String(Reflect.get(row, name) ?? ''));
}

/** Every entry of a family, those taken out included, in order. */
export function listEntries(family: FamilyName, editions: Editions, own: OwnEntries): LexiconEntry[] {
  const { lexicons } = editions.current.resources;
  const inForce = (lexicons[family] as readonly Row[]).map((row): LexiconEntry & { row: Row } => {
    const key = keyOf(row);
    return { key, row, cells: cellsOf(family, row), origin: own.rows.has(key) ? 'library' : 'corpus' };
  });
  const base = new Map((editions.base.lexicons[family] as readonly Row[]).map((row) => [keyOf(row), row]));
  const off = [...own.off].flatMap((key): (LexiconEntry & { row: Row })[] => {
    const row = base.get(key);
    return row && !own.rows.has(key) ? [{ key, row, cells: cellsOf(family, row), origin: 'off' }] : [];
  });
  if (off.length === 0) return inForce;
  return [...inForce, ...off].sort((a, b) => byKey(a.row, b.row));
}

/** Lines of a table as rows of the family, checked as `check-corpus` checks them. */
export function checkRows(
  family: FamilyName,
  text: string,
  { defaultDimensions, targets }: Resources,
): { own: OwnEntries; problems: readonly CorpusProblem[] } {
  const columns = columnsOf(family);
  if (columns === undefined) throw new Error(`no family ${family}`);
  const dimensions = dimensionSlugs(defaultDimensions, targets.values());
  const { rows, switchedOff, problems } = checkLexicon(lexiconPath(family), text, columns, dimensions);
  const own = { rows: new Map(rows.map((row) => [keyOf(row), row])), off: new Set(switchedOff) };
  return { own, problems };
}

/** Entries laid over others: a row goes before one of the same key, a key taken out takes the row away. */
export function mergeEntries(below: OwnEntries, above: OwnEntries): OwnEntries {
  const rows = new Map(below.rows);
  const off = new Set(below.off);
  for (const key of above.off) {
    rows.delete(key);
    off.add(key);
  }
  for (const [key, row] of above.rows) {
    rows.set(key, row);
    off.delete(key);
  }
  return { rows, off };
}

/** Without anything of this library's own about a key. */
export function withoutEntry({ rows, off }: OwnEntries, key: string): OwnEntries {
  return {
    rows: new Map([...rows].filter(([other]) => other !== key)),
    off: new Set([...off].filter((other) => other !== key)),
  };
}

/** What is said of one key, as text, to see whether two versions say the same of it. */
export function entryText(family: FamilyName, { rows, off }: OwnEntries, key: string): string {
  const row = rows.get(key);
  if (row) return cellsOf(family, row).join('\t');
  return off.has(key) ? OFF_MARK + key : '';
}

import { createHash, type Hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Dimension, InputError, type Target } from '../article/index.js';
import { targetFiles, textAt } from './corpus-files.js';
import { parseDimensions } from './dimension-file.js';
import { type Columns, FAMILIES, type Lexicons } from './lexicon.js';
import { packagedCorpus } from './package-root.js';
import { type CorpusProblem, damagedCorpus } from './problem.js';
import type { Resources } from './resources.js';
import { byKey, keyOf, parseTable, plainText, type Row, type Table } from './table.js';
import { parseTarget } from './target-file.js';

interface LoadOptions {
  /** The corpus to use instead of the one that comes with the program. */
  readonly corpus?: string;
  /**
   * Folders of the same layout whose targets and lexicon rows are added or replace those of the
   * corpus; a later one goes before an earlier one.
   */
  readonly overlay?: string | readonly string[];
}

/** The corpora used last: a library whose lexicons are edited has a new one after each change. */
const loaded = new Map<string, Resources>();
const MOST_KEPT = 6;

/**
 * Loads the corpus, frozen. The few used last are kept, by their folders.
 * @throws InputError `missing-corpus` where a folder does not exist, `damaged-corpus` with file,
 * line, problem and what is allowed where one of its files cannot be used.
 */
export function loadResources(options: LoadOptions = {}): Resources {
  const corpus = resolve(options.corpus ?? packagedCorpus());
  const { overlay = [] } = options;
  const overlays = (typeof overlay === 'string' ? [overlay] : overlay).map((folder) => resolve(folder));
  const key = JSON.stringify([corpus, ...overlays]);
  const resources = loaded.get(key) ?? load(corpus, overlays);
  // Put at the end: the first is the one that was not used for longest.
  loaded.delete(key);
  loaded.set(key, resources);
  const [oldest] = loaded.keys();
  if (loaded.size > MOST_KEPT && oldest !== undefined) loaded.delete(oldest);
  return resources;
}

function load(corpus: string, overlays: readonly string[]): Resources {
  const folders = [corpus, ...overlays];
  for (const folder of folders) requireFolder(folder);
  const defaultDimensions = loadDimensions(folders);
  const hash = createHash('sha256');
  const lexicons = loadLexicons(folders, hash);
  return Object.freeze({
    corpus,
    overlays,
    targets: loadTargets(folders, defaultDimensions),
    defaultDimensions,
    lexicons,
    lexiconsHash: hash.digest('hex'),
    models: modelReader(folders),
  });
}

function requireFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new InputError(
    'missing-corpus',
    `There is no corpus folder ${folder}`,
    'Give the path of a folder with targets/ and lexicons/, or leave STANDPOINT_CORPUS and --corpus out.',
  );
}

function stopAt(folder: string, problems: readonly CorpusProblem[]): void {
  const first = problems[0];
  if (first) throw damagedCorpus(folder, first);
}

/** The last folder that has dimensions decides about all of them. */
function loadDimensions(folders: readonly string[]): readonly Dimension[] {
  const file = 'dimensions.yaml';
  for (const folder of [...folders].reverse()) {
    const text = textAt(folder, file);
    if (text === null) continue;
    const { dimensions, problems } = parseDimensions(text, file);
    stopAt(folder, problems);
    return dimensions;
  }
  return [];
}

/** Targets of all folders by slug; a later folder replaces a target of the same slug. */
function loadTargets(
  folders: readonly string[],
  defaults: readonly Dimension[],
): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const folder of folders) {
    for (const file of targetFiles(folder)) {
      const { target, problems } = parseTarget(textAt(folder, file) ?? '', file, defaults);
      stopAt(folder, problems);
      if (target?.slug) targets.set(target.slug, target);
    }
  }
  return new Map([...targets].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function loadLexicons(folders: readonly string[], hash: Hash): Lexicons {
  const families = Object.entries(FAMILIES).map(([name, columns]) => [
    name,
    loadFamily(name, columns as Columns<Row>, folders, hash),
  ]);
  return Object.freeze(Object.fromEntries(families)) as unknown as Lexicons;
}

/** The rows of one family, ordered; those of a later folder replace those with the same key. */
function loadFamily(
  name: string,
  columns: Columns<Row>,
  folders: readonly string[],
  hash: Hash,
): readonly Row[] {
  const file = `lexicons/${name}.tsv`;
  const tables: Table<Row>[] = [];
  for (const [index, folder] of folders.entries()) {
    const read = index === 0 ? readOnce(folder, file, columns) : readLexicon(folder, file, columns);
    if (read === null) continue;
    stopAt(folder, read.table.problems);
    hash.update(`${file}\0${read.text}\0`);
    tables.push(read.table);
  }
  const [first, ...others] = tables;
  if (first === undefined) {
    const allowed = 'a file with the header and its rows';
    throw damagedCorpus(folders[0] ?? '', { file, line: null, problem: 'the file is missing', allowed });
  }
  return Object.freeze(first.ordered && others.length === 0 ? first.rows : merged(tables));
}

interface ReadLexicon {
  readonly text: string;
  readonly table: Table<Row>;
}

/** The lexicons of corpus folders: what is laid over them changes, they do not. */
const readBefore = new Map<string, ReadLexicon | null>();

function readOnce(folder: string, file: string, columns: Columns<Row>): ReadLexicon | null {
  const key = join(folder, file);
  const known = readBefore.get(key);
  if (known !== undefined) return known;
  const read = readLexicon(folder, file, columns);
  readBefore.set(key, read);
  return read;
}

function readLexicon(folder: string, file: string, columns: Columns<Row>): ReadLexicon | null {
  const text = textAt(folder, file);
  return text === null ? null : { text: plainText(text), table: parseTable(text, columns, file) };
}

function merged(tables: readonly Table<Row>[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const table of tables) {
    for (const key of table.switchedOff) rows.delete(key);
    for (const row of table.rows) rows.set(keyOf(row), row);
  }
  return [...rows.values()].sort(byKey);
}

/** Reads weights by file name; a name with a path in it is a fault of the caller. */
function modelReader(folders: readonly string[]): (name: string) => Buffer | null {
  const kept = new Map<string, Buffer | null>();
  return (name) => {
    if (name !== basename(name)) throw new Error(`not a file name: ${name}`);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const path = [...folders]
      .reverse()
      .map((folder) => join(folder, 'models', name))
      .find((candidate) => existsSync(candidate));
    const bytes = path === undefined ? null : readFileSync(path);
    kept.set(name, bytes);
    return bytes;
  };
}

import { basename } from 'node:path';
import type { Dimension, Target } from '../article/index.js';
import { oneOf } from './column.js';
import { type Columns, FAMILIES, type Lexicons } from './lexicon.js';
import type { CorpusProblem } from './problem.js';
import { parseTable, type Row, type Table } from './table.js';
import { parseTarget, type TargetFile } from './target-file.js';

/** The file of a target, which must be named after it. */
export function checkTarget(file: string, text: string, defaults: readonly Dimension[]): TargetFile {
  const { target, problems } = parseTarget(text, file, defaults);
  const isNamedAfter = !target?.slug || basename(file).replace(/\.ya?ml$/i, '') === target.slug;
  if (isNamedAfter) return { target, problems };
  const problem = `the file describes the target ${target.slug}`;
  return {
    target,
    problems: [...problems, { file, line: 1, problem, allowed: `the name ${target.slug}.yaml` }],
  };
}

/** A lexicon; where `dimensions` is given, each that it names must be among them. */
export function checkLexicon(
  file: string,
  text: string,
  columns: Columns<Row>,
  dimensions: readonly string[] | null,
): Table<Row> {
  if (dimensions === null || !('dimension' in columns)) return parseTable(text, columns, file);
  const narrowed = { ...columns, dimension: oneOf('none', ...dimensions) };
  return parseTable(text, narrowed, file);
}

/** Slugs of every aspect that a lexicon may name. */
export function dimensionSlugs(defaults: readonly Dimension[], targets: Iterable<Target>): readonly string[] {
  const all = [...defaults, ...[...targets].flatMap((target) => target.dimensions)];
  return [...new Set(all.map((dimension) => dimension.slug))];
}

/** The columns of a family; undefined where there is none of this name. */
export function columnsOf(family: string): Columns<Row> | undefined {
  return Object.hasOwn(FAMILIES, family) ? (FAMILIES[family as keyof Lexicons] as Columns<Row>) : undefined;
}

/**
 * What is wrong with one file that is to be laid over a corpus: `targets/SLUG.yaml` or
 * `lexicons/FAMILY.tsv`; as `check-corpus` finds it. Without `dimensions` a lexicon may name any.
 */
export function checkFile(
  file: string,
  text: string,
  defaults: readonly Dimension[],
  dimensions: readonly string[] | null,
): readonly CorpusProblem[] {
  if (/^targets\/[^/]+\.yaml$/.test(file)) return checkTarget(file, text, defaults).problems;
  const columns = columnsOf(/^lexicons\/([^/]+)\.tsv$/.exec(file)?.[1] ?? '');
  if (columns) return checkLexicon(file, text, columns, dimensions).problems;
  const lexicons = Object.keys(FAMILIES).map((name) => `lexicons/${name}.tsv`);
  const allowed = ['targets/SLUG.yaml', ...lexicons].join(', ');
  return [{ file, line: null, problem: 'no file of this name is laid over a corpus', allowed }];
}

import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { CorpusProblem } from './problem.js';

/** A place to report problems of one YAML file, with the line of the node that is at fault. */
export interface YamlSource {
  readonly file: string;
  readonly root: unknown;
  readonly problems: CorpusProblem[];
  readonly lineOf: (node: unknown) => number | null;
}

/** Parses a YAML file; syntax errors and doubled keys become problems, the root is then null. */
export function readYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problems: CorpusProblem[] = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    problem: error.message,
    allowed: 'valid YAML (two blanks to indent, each key once)',
  }));
  const lineOf = (node: unknown): number | null => {
    const range = (node as Node | null | undefined)?.range;
    return range ? lines.linePos(range[0]).line : null;
  };
  return { file, root: problems.length === 0 ? document.contents : null, problems, lineOf };
}

/** Notes a problem at a node, or at the file as a whole where the node is missing. */
export function report(source: YamlSource, node: unknown, problem: string, allowed: string): void {
  source.problems.push({ file: source.file, line: source.lineOf(node), problem, allowed });
}

/** The entries of a mapping by key; null after a report where the node is none. */
export function entriesOf(
  source: YamlSource,
  node: unknown,
  what: string,
  keys: readonly string[],
): Map<string, unknown> | null {
  if (!isMap(node)) {
    report(source, node, `${what} is not a list of keys and values`, `the keys ${keys.join(', ')}`);
    return null;
  }
  const entries = new Map<string, unknown>();
  for (const pair of (node as YAMLMap).items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    if (keys.includes(key)) entries.set(key, pair.value);
    else report(source, pair.key, `unknown key ${JSON.stringify(key)} in ${what}`, keys.join(', '));
  }
  return entries;
}

/** The items of a list; an absent node is an empty list, anything else that is none is reported. */
export function itemsOf(source: YamlSource, node: unknown, what: string): readonly unknown[] {
  if (node === undefined || (isScalar(node) && node.value === null)) return [];
  if (isSeq(node)) return node.items;
  report(source, node, `${what} is not a list`, 'a list with one "- item" a line');
  return [];
}

/** A text without blanks at its ends; null after a report where it is empty or no text. */
export function textOfNode(source: YamlSource, node: unknown, what: string): string | null {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  const found = value === '' || (typeof value === 'string' && value.trim() === '') ? 'empty' : 'not a text';
  const allowed =
    'a text with at least one letter (in quotation marks where it looks like a number, a date or yes/no)';
  report(source, node, `${what} is ${isScalar(node) && value === null ? 'empty' : found}`, allowed);
  return null;
}

/** The texts of a list in their order, each once; empty items and doubles are reported. */
export function textsOf(source: YamlSource, node: unknown, what: string): readonly string[] {
  const texts: string[] = [];
  const seen = new Set<string>();
  for (const item of itemsOf(source, node, what)) {
    const text = textOfNode(source, item, `an item of ${what}`);
    if (text === null) continue;
    if (seen.has(text))
      report(source, item, `${JSON.stringify(text)} stands twice in ${what}`, 'each item once');
    else texts.push(text);
    seen.add(text);
  }
  return Object.freeze(texts);
}

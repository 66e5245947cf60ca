import type { DocumentNode, MapEntry } from './document-node.js';
import { encodingProblem } from './encoding.js';
import { readFullYaml } from './full-yaml.js';
import { readPlainYaml } from './plain-yaml.js';
import { type CorpusProblem, shown } from './problem.js';

/** A YAML file under examination: its document and the problems found so far. */
export interface YamlSource {
  readonly file: string;
  /** Null where the file is not valid YAML. */
  readonly root: DocumentNode | null;
  readonly problems: CorpusProblem[];
}

/** Parses a YAML file; what is not valid YAML becomes problems. */
export function readYaml(text: string, file: string): YamlSource {
  const encoding = encodingProblem(text, file);
  if (encoding) return { file, root: null, problems: [encoding] };
  if (nestsTooDeep(text)) return { file, root: null, problems: [{ file, line: null, ...TOO_DEEP }] };
  try {
    const plain = readPlainYaml(text);
    if (plain !== null) return { file, root: plain, problems: [] };
    const { root, problems } = readFullYaml(text, file);
    return { file, root, problems: [...problems] };
  } catch (error) {
    // A hostile file that nests thousands of levels exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    return { file, root: null, problems: [{ file, line: null, ...TOO_DEEP }] };
  }
}

/**
 * The parser takes time by the square of the levels, and a thousand exhaust the stack inside a pattern, which
 * ends the process. No text has more levels than opening brackets, quoted ones included, and than columns
 * before the first word of a line; a target has some dozen of either.
 */
const MOST_BRACKETS = 200;
const MOST_COLUMNS = 60;
const BEFORE_WORDS = ' \t-?:';

/** Whether a text could nest more than the parser can take; told without parsing, in one pass. */
function nestsTooDeep(text: string): boolean {
  let brackets = 0;
  let columns = 0;
  let inWords = false;
  for (const character of text) {
    if (character === '[' || character === '{') brackets++;
    if (character === '\n' || character === '\r') {
      columns = 0;
      inWords = false;
    } else if (!inWords && BEFORE_WORDS.includes(character)) columns++;
    else inWords = true;
    if (brackets > MOST_BRACKETS || columns > MOST_COLUMNS) return true;
  }
  return false;
}

const TOO_DEEP = { problem: 'it nests too many levels', allowed: 'the few levels of a target' };

/** Notes a problem at a node, or at the file as a whole where there is none. */
export function report(
  source: YamlSource,
  node: { readonly line: number } | null,
  problem: string,
  allowed: string,
): void {
  source.problems.push({ file: source.file, line: node?.line ?? null, problem, allowed });
}

/** The entries of a mapping; null after a report where the node is none. Unknown keys are reported. */
export function entriesOf(
  source: YamlSource,
  node: DocumentNode,
  what: string,
  keys: readonly string[],
): ReadonlyMap<string, MapEntry> | null {
  if (node.kind !== 'map') {
    report(source, node, `${what} is not written as "key: value"`, `the keys ${keys.join(', ')}`);
    return null;
  }
  for (const [key, entry] of node.entries) {
    if (!keys.includes(key)) report(source, entry, `unknown key ${shown(key)} in ${what}`, keys.join(', '));
  }
  return node.entries;
}

/** The items of a list; what is not there is an empty list, anything else that is none is reported. */
export function itemsOf(
  source: YamlSource,
  node: DocumentNode | undefined,
  what: string,
): readonly DocumentNode[] {
  if (node === undefined || node.kind === 'empty') return [];
  if (node.kind === 'list') return node.items;
  report(source, node, `${what} is not a list`, 'a list with one "- item" a line');
  return [];
}

/** A text that is not empty; null after a report. */
export function textOf(source: YamlSource, node: DocumentNode, what: string): string | null {
  if (node.kind === 'text' && node.text !== '') return node.text;
  const found = node.kind === 'text' || node.kind === 'empty' ? 'empty' : `a ${node.kind}`;
  report(
    source,
    node,
    `${what} is ${found}`,
    'a text, in quotation marks where it looks like something else',
  );
  return null;
}

/** The texts of a list in their order, frozen; empty ones and doubles are reported. */
export function textsOf(source: YamlSource, node: DocumentNode | undefined, what: string): readonly string[] {
  const texts = new Set<string>();
  for (const item of itemsOf(source, node, what)) {
    const text = textOf(source, item, `an item of ${what}`);
    if (text === null) continue;
    if (texts.has(text)) report(source, item, `${shown(text)} stands twice in ${what}`, 'each item once');
    texts.add(text);
  }
  return Object.freeze([...texts]);
}

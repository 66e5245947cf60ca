import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { DocumentNode, MapEntry } from './document-node.js';
import type { CorpusProblem } from './problem.js';

/** A document as the full parser sees it; null where there are problems or nothing is in it. */
export interface FullYaml {
  readonly root: DocumentNode | null;
  readonly problems: readonly CorpusProblem[];
}

/** Reads any YAML; syntax errors and doubled keys become problems with their line. */
export function readFullYaml(text: string, file: string): FullYaml {
  // Loaded when first needed: 50 ms that most starts of the program can do without.
  const yaml: typeof Yaml = createRequire(import.meta.url)('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    problem: error.message,
    allowed: 'valid YAML: two blanks to indent, each key once, a text with ": " or " #" in quotation marks',
  }));
  if (problems.length > 0) return { root: null, problems };
  return { root: new Converter(yaml, lines).node(document.contents, 1), problems };
}

/** Turns the parser's tree into ours. */
class Converter {
  constructor(
    private readonly yaml: typeof Yaml,
    private readonly lines: Yaml.LineCounter,
  ) {}

  /** `fallback` is the line of what stands before, for a value that is not there at all. */
  node(node: unknown, fallback: number): DocumentNode {
    const line = this.lineOf(node) ?? fallback;
    if (this.yaml.isSeq(node)) {
      return { kind: 'list', line, items: node.items.map((item) => this.node(item, line)) };
    }
    if (this.yaml.isMap(node)) return { kind: 'map', line, entries: this.entries(node, line) };
    const value = this.yaml.isScalar(node) ? node.value : null;
    if (typeof value === 'string') return { kind: 'text', line, text: value.trim() };
    return { kind: value === null || value === undefined ? 'empty' : 'number or switch', line };
  }

  private entries(map: Yaml.YAMLMap, fallback: number): ReadonlyMap<string, MapEntry> {
    return new Map(
      map.items.map((pair) => {
        const line = this.lineOf(pair.key) ?? fallback;
        const key = this.yaml.isScalar(pair.key) ? String(pair.key.value) : '';
        return [key, { line, value: this.node(pair.value, line) }];
      }),
    );
  }

  private lineOf(node: unknown): number | null {
    const range = this.yaml.isNode(node) ? node.range : null;
    return range ? this.lines.linePos(range[0]).line : null;
  }
}

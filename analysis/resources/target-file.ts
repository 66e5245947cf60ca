import type { Dimension, Target } from '../article/index.js';
import { readDimensions, readSlug, readText } from './dimension-file.js';
import type { DocumentNode, MapEntry } from './document-node.js';
import { type CorpusProblem, shown } from './problem.js';
import { LISTS, type ListKey } from './target-lists.js';
import { entriesOf, readYaml, report, textsOf, type YamlSource } from './yaml-source.js';

const KEYS = ['slug', 'name', 'description', ...LISTS.map(({ file }) => file), 'dimensions'];

/** A target as read, or null with the problems that make it unusable. */
export interface TargetFile {
  readonly target: Target | null;
  readonly problems: readonly CorpusProblem[];
}

/**
 * Reads a target from YAML (keys in kebab-case). `slug` and `name` are required, lists may be left
 * out; without `dimensions` the target gets the default ones.
 */
export function parseTarget(text: string, file: string, defaults: readonly Dimension[]): TargetFile {
  const source = readYaml(text, file);
  const entries = source.root && entriesOf(source, source.root, 'a target', KEYS);
  const target = source.root && entries ? readTarget(source, entries, source.root, defaults) : null;
  return { target: source.problems.length === 0 ? target : null, problems: source.problems };
}

type Entries = ReadonlyMap<string, MapEntry>;

function readTarget(
  source: YamlSource,
  entries: Entries,
  root: DocumentNode,
  defaults: readonly Dimension[],
): Target | null {
  const slug = readSlug(source, entries, root);
  const name = readText(source, entries, 'name', root);
  const list = (key: ListKey) => textsOf(source, entries.get(key)?.value, key);
  const dimensions = entries.get('dimensions');
  const target = {
    description: entries.has('description') ? (readText(source, entries, 'description', root) ?? '') : '',
    aliases: list('aliases'),
    shortForms: list('short-forms'),
    activities: list('activities'),
    lookalikes: list('lookalikes'),
    proponents: list('proponents'),
    critics: list('critics'),
    opponents: list('opponents'),
    dimensions: dimensions ? readDimensions(source, dimensions.value, defaults) : defaults,
  };
  reportContradictions(source, entries);
  return slug === null || name === null ? null : Object.freeze({ slug, name, ...target });
}

/** A phrase cannot mean the target and something else, nor the target and its enemy. */
function reportContradictions(source: YamlSource, entries: Entries): void {
  const owner = new Map<string, string>();
  for (const { file: key } of LISTS.filter(({ exclusive }) => exclusive)) {
    const list = entries.get(key)?.value;
    for (const item of list?.kind === 'list' ? list.items : []) {
      if (item.kind !== 'text') continue;
      const earlier = owner.get(item.text.toLowerCase());
      if (earlier !== undefined && earlier !== key) {
        const problem = `${shown(item.text)} stands in ${earlier} and in ${key}`;
        report(source, item, problem, 'each phrase in one of these lists only');
      }
      owner.set(item.text.toLowerCase(), key);
    }
  }
}

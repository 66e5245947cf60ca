import type { Dimension } from '../article/index.js';
import { isSlug, slug } from './column.js';
import type { DocumentNode, MapEntry } from './document-node.js';
import { type CorpusProblem, shown } from './problem.js';
import { entriesOf, itemsOf, readYaml, report, textOf, textsOf, type YamlSource } from './yaml-source.js';

const KEYS = ['slug', 'name', 'definition', 'terms'];

/** Dimensions as read, with what is wrong with those that were left out. */
export interface DimensionFile {
  readonly dimensions: readonly Dimension[];
  readonly problems: readonly CorpusProblem[];
}

/** Reads `dimensions.yaml`: the list of dimensions for targets that name none of their own. */
export function parseDimensions(text: string, file: string): DimensionFile {
  const source = readYaml(text, file);
  const dimensions = source.root === null ? [] : readDimensions(source, source.root, []);
  return { dimensions, problems: source.problems };
}

/**
 * Reads a list of dimensions. An item is a mapping of its own or the slug of one of `known`, which
 * is then taken over as it is.
 */
export function readDimensions(
  source: YamlSource,
  node: DocumentNode,
  known: readonly Dimension[],
): readonly Dimension[] {
  const dimensions = new Map<string, Dimension>();
  for (const item of itemsOf(source, node, 'dimensions')) {
    const dimension = item.kind === 'map' ? readOwn(source, item) : takeOver(source, item, known);
    if (dimension === null) continue;
    if (dimensions.has(dimension.slug)) {
      report(source, item, `the dimension ${dimension.slug} stands twice`, 'each dimension once');
    }
    dimensions.set(dimension.slug, dimension);
  }
  return Object.freeze([...dimensions.values()]);
}

function takeOver(source: YamlSource, item: DocumentNode, known: readonly Dimension[]): Dimension | null {
  const name = textOf(source, item, 'a dimension');
  if (name === null) return null;
  const dimension = known.find((candidate) => candidate.slug === name);
  if (dimension) return dimension;
  const own = `a mapping with the keys ${KEYS.join(', ')}`;
  const allowed = [...known.map((candidate) => candidate.slug), own].join(', or ');
  report(source, item, `unknown dimension ${shown(name)}`, allowed);
  return null;
}

function readOwn(source: YamlSource, item: DocumentNode): Dimension | null {
  const entries = entriesOf(source, item, 'a dimension', KEYS);
  if (entries === null) return null;
  const dimensionSlug = readSlug(source, entries, item);
  const name = readText(source, entries, 'name', item);
  const definition = readText(source, entries, 'definition', item);
  const terms = readTerms(source, entries.get('terms'), item);
  if (name === null || definition === null || dimensionSlug === null) return null;
  return Object.freeze({ slug: dimensionSlug, name, definition, terms });
}

function readTerms(source: YamlSource, entry: MapEntry | undefined, item: DocumentNode): readonly string[] {
  const terms = textsOf(source, entry?.value, 'terms');
  if (terms.length === 0) report(source, entry ?? item, 'a dimension has no terms', 'at least one term');
  const capital = terms.find((term) => term !== term.toLowerCase());
  if (capital !== undefined) {
    report(source, entry ?? item, `the term ${shown(capital)} has capitals`, 'terms in lower case');
  }
  return terms;
}

/** The text behind a key that must be there; null after a report at the key or at `owner`. */
export function readText(
  source: YamlSource,
  entries: ReadonlyMap<string, MapEntry>,
  key: string,
  owner: DocumentNode,
): string | null {
  const entry = entries.get(key);
  if (entry) return textOf(source, entry.value, key);
  report(source, owner, `the key ${key} is missing`, `a line "${key}: ..."`);
  return null;
}

/** The slug behind the key `slug`; null after a report. */
export function readSlug(
  source: YamlSource,
  entries: ReadonlyMap<string, MapEntry>,
  owner: DocumentNode,
): string | null {
  const text = readText(source, entries, 'slug', owner);
  if (text === null || isSlug(text)) return text;
  report(source, entries.get('slug') ?? owner, `slug is ${shown(text)}`, slug().allowed);
  return null;
}

import { isScalar } from 'yaml';
import type { Dimension } from '../article/index.js';
import { isSlug, slug } from './column.js';
import type { CorpusProblem } from './problem.js';
import { entriesOf, itemsOf, readYaml, report, textOfNode, textsOf, type YamlSource } from './yaml-source.js';

const KEYS = ['slug', 'name', 'definition', 'terms'];

/** The default dimensions: a list in `corpus/dimensions.yaml`, for targets that name none of their own. */
export function parseDimensions(
  text: string,
  file: string,
): { readonly dimensions: readonly Dimension[]; readonly problems: readonly CorpusProblem[] } {
  const source = readYaml(text, file);
  const dimensions = source.problems.length > 0 ? [] : readDimensions(source, source.root, []);
  return { dimensions, problems: source.problems };
}

/**
 * Reads a list of dimensions. An item is a mapping of its own or the slug of one of `known`, which
 * is then taken over as it is.
 */
export function readDimensions(
  source: YamlSource,
  node: unknown,
  known: readonly Dimension[],
): readonly Dimension[] {
  const dimensions: Dimension[] = [];
  for (const item of itemsOf(source, node, 'dimensions')) {
    const dimension = isScalar(item) ? knownDimension(source, item, known) : readDimension(source, item);
    if (dimension === null) continue;
    if (dimensions.some((other) => other.slug === dimension.slug)) {
      report(source, item, `the dimension ${dimension.slug} stands twice`, 'each dimension once');
    } else dimensions.push(dimension);
  }
  return Object.freeze(dimensions);
}

function knownDimension(source: YamlSource, item: unknown, known: readonly Dimension[]): Dimension | null {
  const name = textOfNode(source, item, 'a dimension');
  if (name === null) return null;
  const dimension = known.find((candidate) => candidate.slug === name);
  if (dimension) return dimension;
  const slugs = known.map((candidate) => candidate.slug).join(', ');
  report(
    source,
    item,
    `unknown dimension ${JSON.stringify(name)}`,
    `${slugs}${slugs && ', or '}a mapping with ${KEYS.join(', ')}`,
  );
  return null;
}

function readDimension(source: YamlSource, item: unknown): Dimension | null {
  const entries = entriesOf(source, item, 'a dimension', KEYS);
  if (entries === null) return null;
  const name = textOfNode(source, entries.get('name') ?? item, 'the name of a dimension');
  const definition = textOfNode(source, entries.get('definition') ?? item, 'the definition of a dimension');
  const ownSlug = readSlug(source, entries.get('slug') ?? item, 'the slug of a dimension');
  const terms = textsOf(source, entries.get('terms'), `the terms of dimension ${ownSlug ?? ''}`.trim());
  if (terms.length === 0)
    report(source, item, `the dimension ${ownSlug ?? ''} has no terms`, 'at least one term');
  for (const term of terms) {
    if (term !== term.toLowerCase())
      report(
        source,
        entries.get('terms'),
        `the term ${JSON.stringify(term)} has capitals`,
        'terms in lower case',
      );
  }
  if (name === null || definition === null || ownSlug === null) return null;
  return Object.freeze({ slug: ownSlug, name, definition, terms });
}

/** A slug, or null after a report. */
export function readSlug(source: YamlSource, node: unknown, what: string): string | null {
  const text = textOfNode(source, node, what);
  if (text === null || isSlug(text)) return text;
  report(source, node, `${what} is ${JSON.stringify(text)}`, slug().allowed);
  return null;
}

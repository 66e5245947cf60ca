import type { Dimension, Target } from '../article/index.js';
import { readDimensions, readSlug } from './dimension-file.js';
import type { CorpusProblem } from './problem.js';
import { entriesOf, readYaml, report, textOfNode, textsOf, type YamlSource } from './yaml-source.js';

/** The keys of a target file in the order that our own files follow. */
const LISTS = [
  'aliases',
  'short-forms',
  'activities',
  'lookalikes',
  'proponents',
  'critics',
  'opponents',
] as const;
const KEYS = ['slug', 'name', 'description', ...LISTS, 'dimensions'];

/** A target as read, or null with the problems that made it unusable. */
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
  if (source.problems.length > 0) return { target: null, problems: source.problems };
  const entries = entriesOf(source, source.root, 'a target', KEYS);
  const target = entries && readTarget(source, entries, defaults);
  return { target: source.problems.length === 0 ? target : null, problems: source.problems };
}

function readTarget(
  source: YamlSource,
  entries: ReadonlyMap<string, unknown>,
  defaults: readonly Dimension[],
): Target | null {
  const slug = readSlug(source, entries.get('slug'), 'slug');
  const name = textOfNode(source, entries.get('name'), 'name');
  const description = entries.has('description')
    ? textOfNode(source, entries.get('description'), 'description')
    : '';
  const list = (key: (typeof LISTS)[number]) => textsOf(source, entries.get(key), key);
  const dimensions = entries.has('dimensions')
    ? readDimensions(source, entries.get('dimensions'), defaults)
    : defaults;
  if (slug === null || name === null) return null;
  const target: Target = {
    slug,
    name,
    description: description ?? '',
    aliases: list('aliases'),
    shortForms: list('short-forms'),
    activities: list('activities'),
    lookalikes: list('lookalikes'),
    proponents: list('proponents'),
    critics: list('critics'),
    opponents: list('opponents'),
    dimensions,
  };
  reportContradictions(source, entries, target);
  return Object.freeze(target);
}

/** One phrase cannot mean the target and something else, nor the target and its enemy. */
function reportContradictions(
  source: YamlSource,
  entries: ReadonlyMap<string, unknown>,
  target: Target,
): void {
  const owner = new Map<string, string>();
  const groups: readonly [string, readonly string[]][] = [
    ['aliases', target.aliases],
    ['short-forms', target.shortForms],
    ['activities', target.activities],
    ['lookalikes', target.lookalikes],
    ['opponents', target.opponents],
  ];
  for (const [key, phrases] of groups) {
    for (const phrase of phrases) {
      const folded = phrase.toLowerCase();
      const earlier = owner.get(folded);
      if (earlier !== undefined && earlier !== key) {
        report(
          source,
          entries.get(key),
          `${JSON.stringify(phrase)} stands in ${earlier} and in ${key}`,
          'each phrase in one of the lists',
        );
      }
      owner.set(folded, key);
    }
  }
}

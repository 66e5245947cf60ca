import type { Dimension, Target } from '../article/index.js';
import { LISTS, type ListKey } from './target-lists.js';

/** A target as YAML, with the part of it that each line writes: what a message about a line is about. */
export interface WrittenTarget {
  readonly text: string;
  /** Key of the part by line, from line 1 at index 0; for a list the phrase too. */
  readonly lines: readonly { readonly key: string; readonly item: string | null }[];
}

/** What a target is written from: a target with a slug, or the fields of a form not checked yet. */
export type TargetContent = Omit<Target, 'slug'> & { readonly slug: string };

/** A text that YAML takes as it stands, whatever it says. */
const PLAIN = /^\p{L}[\p{L}\p{N} .'’/&()-]*[\p{L}\p{N}.)]$|^\p{L}$/u;

/** Words that YAML reads as a switch or as nothing. */
const SWITCHES: ReadonlySet<string> = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/**
 * Writes the file of a target, one phrase a line. Dimensions of `defaults` that are unchanged are
 * named by their slug; all of them together, in order, are left out. `parseTarget` reads the same
 * target back.
 */
export function writeTarget(target: TargetContent, defaults: readonly Dimension[]): WrittenTarget {
  const lines: { key: string; item: string | null; text: string }[] = [];
  const add = (key: string, text: string, item: string | null = null) => lines.push({ key, item, text });
  add('slug', `slug: ${scalar(target.slug)}`);
  add('name', `name: ${scalar(target.name)}`);
  if (target.description !== '') add('description', `description: ${scalar(target.description)}`);
  for (const { file, key } of LISTS) addList(add, file, target[key]);
  if (!sameDimensions(target.dimensions, defaults)) addDimensions(add, target.dimensions, defaults);
  return {
    text: `${lines.map(({ text }) => text).join('\n')}\n`,
    lines: lines.map(({ key, item }) => ({ key, item })),
  };
}

type Add = (key: string, text: string, item?: string | null) => void;

function addList(add: Add, key: ListKey, items: readonly string[]): void {
  if (items.length === 0) return;
  add(key, `${key}:`);
  for (const item of items) add(key, `  - ${scalar(item)}`, item);
}

function addDimensions(add: Add, dimensions: readonly Dimension[], defaults: readonly Dimension[]): void {
  add('dimensions', dimensions.length === 0 ? 'dimensions: []' : 'dimensions:');
  for (const dimension of dimensions) {
    const { slug, name, definition, terms } = dimension;
    if (defaults.some((known) => isSame(known, dimension))) {
      add('dimensions', `  - ${scalar(slug)}`, slug);
      continue;
    }
    add('dimensions', `  - slug: ${scalar(slug)}`, name);
    add('dimensions', `    name: ${scalar(name)}`, name);
    add('dimensions', `    definition: ${scalar(definition)}`, name);
    add('dimensions', terms.length === 0 ? '    terms: []' : '    terms:', name);
    for (const term of terms) add('dimensions', `      - ${scalar(term)}`, name);
  }
}

function sameDimensions(dimensions: readonly Dimension[], defaults: readonly Dimension[]): boolean {
  return (
    dimensions.length === defaults.length &&
    dimensions.every((dimension, index) => isSame(dimension, defaults[index]))
  );
}

function isSame(a: Dimension, b: Dimension | undefined): boolean {
  return (
    JSON.stringify([a.slug, a.name, a.definition, a.terms]) ===
    JSON.stringify(b && [b.slug, b.name, b.definition, b.terms])
  );
}

/** Plain where nothing in it means anything to YAML, else in quotation marks: JSON is YAML. */
function scalar(text: string): string {
  const isPlain = PLAIN.test(text) && !SWITCHES.has(text.toLowerCase()) && !text.includes('  ');
  return isPlain ? text : quoted(text);
}

/** YAML breaks lines at these too, and drops a byte order mark. */
const BREAKS = /[\u007F-\u009F\u2028\u2029\uFEFF]/gu;

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    BREAKS,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

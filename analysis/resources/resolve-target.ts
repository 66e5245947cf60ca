import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { InputError, type Target, type TargetRef } from '../article/index.js';
import { isSlug } from './column.js';
import { damagedCorpus } from './problem.js';
import type { Resources } from './resources.js';
import { shortFormsOf } from './short-forms.js';
import { parseTarget } from './target-file.js';

/**
 * The target that a user means: by slug, by the path of a YAML file, or by name with aliases. A
 * reference with a known slug gives that target with the reference's name and aliases added.
 * @throws InputError `unknown-target`, `damaged-corpus` for a file that cannot be used.
 */
export function resolveTarget(ref: string | TargetRef, resources: Resources): Target {
  if (typeof ref === 'string') return isPath(ref) ? fromFile(ref, resources) : bySlug(ref, resources);
  const known = ref.slug === undefined ? undefined : resources.targets.get(ref.slug);
  return known ? withAliases(known, ref) : fromName(ref, resources);
}

function isPath(ref: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(ref);
}

function bySlug(slug: string, resources: Resources): Target {
  const target = resources.targets.get(slug);
  if (target) return target;
  throw unknownTarget(`There is no target "${slug}"`, resources);
}

function fromFile(path: string, resources: Resources): Target {
  if (!isFile(path)) throw unknownTarget(`There is no target file ${path}`, resources);
  const { target, problems } = parseTarget(
    readFileSync(path, 'utf8'),
    basename(path),
    resources.defaultDimensions,
  );
  if (problems[0]) throw damagedCorpus(dirname(path), problems[0]);
  if (target === null) throw unknownTarget(`The file ${path} holds no target`, resources);
  return target;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function unknownTarget(message: string, resources: Resources): InputError {
  const slugs = [...resources.targets.keys()].join(', ');
  return new InputError(
    'unknown-target',
    message,
    `Give one of: ${slugs}; or the path of a YAML file that describes a target.`,
  );
}

function withAliases(target: Target, ref: TargetRef): Target {
  const aliases = distinct([...target.aliases, ref.name, ...(ref.aliases ?? [])]);
  return Object.freeze({ ...target, aliases });
}

/** A target that nothing is known of but its names. */
function fromName(ref: TargetRef, resources: Resources): Target {
  const name = ref.name.trim();
  if (name === '') throw unknownTarget('A target has no name', resources);
  const aliases = distinct([name, withoutArticle(name), ...(ref.aliases ?? [])]);
  const titles = new Set(resources.lexicons.titles.map((row) => row.term));
  return Object.freeze({
    slug: ref.slug !== undefined && isSlug(ref.slug) ? ref.slug : null,
    name,
    description: '',
    aliases,
    shortForms: distinct(shortFormsOf(name, titles).filter((form) => !aliases.includes(form))),
    activities: Object.freeze([]),
    lookalikes: Object.freeze([]),
    proponents: Object.freeze([]),
    critics: Object.freeze([]),
    opponents: Object.freeze([]),
    dimensions: resources.defaultDimensions,
  });
}

function withoutArticle(name: string): string {
  return name.replace(/^the\s/i, '').trim();
}

/** Trimmed, without empty strings and doubles, in order, frozen. */
function distinct(texts: readonly string[]): readonly string[] {
  return Object.freeze([...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]);
}

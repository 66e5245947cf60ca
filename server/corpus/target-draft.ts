import type { Dimension } from '../../analysis/article/index.js';
import {
  checkTarget,
  describeProblem,
  isSlug,
  LISTS,
  type TargetContent,
  writeTarget,
} from '../../analysis/resources/index.js';
import { storableText } from '../store/index.js';

/** The lists of phrases of a target, by the name that forms and programs give them. */
export type ListName = (typeof LISTS)[number]['key'];

/** A target as a form holds it: lists as text with one phrase a line. */
export interface TargetForm {
  readonly name: string;
  readonly description: string;
  readonly lists: Readonly<Record<ListName, string>>;
  /** Slugs of the default dimensions that are chosen. */
  readonly dimensions: readonly string[];
  /** Dimensions of its own; one without any text is none. */
  readonly own: readonly OwnDimension[];
}

export interface OwnDimension {
  readonly slug: string;
  readonly name: string;
  readonly definition: string;
  readonly terms: string;
}

/** What is wrong with a field of the form. */
export interface FieldProblem {
  /** Name of a list, `name`, `description` or `dimensions`. */
  readonly field: string;
  readonly text: string;
}

/** A form as a target: its file and what is wrong with it. Without problems the file can be used. */
export interface TargetDraft {
  readonly content: TargetContent;
  readonly yaml: string;
  readonly problems: readonly FieldProblem[];
  /** Phrases that stood twice in one list and are kept once. */
  readonly doubles: readonly { readonly list: ListName; readonly phrase: string }[];
}

/** Reads a form; the file is checked as `check-corpus` checks it. `defaults` are the default dimensions. */
export function draftOf(form: TargetForm, slug: string, defaults: readonly Dimension[]): TargetDraft {
  const doubles: { list: ListName; phrase: string }[] = [];
  const lists = Object.fromEntries(
    LISTS.map(({ key }) => {
      const phrases = linesOf(form.lists[key]);
      const distinct = [...new Set(phrases)];
      const twice = phrases.filter((phrase, index) => phrases.indexOf(phrase) < index);
      for (const phrase of new Set(twice)) doubles.push({ list: key, phrase });
      return [key, distinct];
    }),
  ) as unknown as Pick<TargetContent, ListName>;
  const content: TargetContent = {
    slug,
    name: oneLine(form.name),
    description: oneLine(form.description),
    ...lists,
    dimensions: dimensionsOf(form, defaults),
  };
  const { text, lines } = writeTarget(content, defaults);
  const problems = checkTarget(`targets/${slug}.yaml`, text, defaults).problems.map((problem) => {
    const key = problem.line === null ? 'name' : (lines[problem.line - 1]?.key ?? 'name');
    return { field: fieldOf(key), text: describeProblem({ ...problem, file: '', line: null }).slice(2) };
  });
  return { content, yaml: text, problems, doubles };
}

/** A target as a form shows it. */
export function formOf(target: TargetContent, defaults: readonly Dimension[]): TargetForm {
  const isDefault = (dimension: Dimension) =>
    defaults.some((known) => JSON.stringify(known) === JSON.stringify(dimension));
  return {
    name: target.name,
    description: target.description,
    lists: Object.fromEntries(
      LISTS.map(({ key }) => [key, target[key].join('\n')]),
    ) as unknown as TargetForm['lists'],
    dimensions: target.dimensions.filter(isDefault).map(({ slug }) => slug),
    own: target.dimensions
      .filter((dimension) => !isDefault(dimension))
      .map(({ slug, name, definition, terms }) => ({ slug, name, definition, terms: terms.join('\n') })),
  };
}

/** Of the longest slug that is made; people give longer ones themselves. */
const LONGEST_MADE_SLUG = 48;

/** A name for addresses and files, made of the target's name, that none of `taken` has. */
export function slugFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_MADE_SLUG)
    .replace(/^[-0-9]+|-+$/g, '');
  const base = isSlug(plain) ? plain : 'target';
  let slug = base;
  for (let count = 2; taken.has(slug); count++) slug = `${base}-${count}`;
  return slug;
}

function fieldOf(key: string): string {
  return LISTS.find(({ file }) => file === key)?.key ?? (key === 'slug' ? 'name' : key);
}

function dimensionsOf(form: TargetForm, defaults: readonly Dimension[]): Dimension[] {
  const chosen = defaults.filter(({ slug }) => form.dimensions.includes(slug));
  const taken = new Set(defaults.map(({ slug }) => slug));
  const own = form.own
    .filter(({ name, definition, terms }) => `${name}${definition}${terms}`.trim() !== '')
    .map(({ slug, name, definition, terms }) => {
      const own = isSlug(slug) ? slug : slugFor(name, taken);
      taken.add(own);
      const words = [...new Set(linesOf(terms.replaceAll(',', '\n')).map((term) => term.toLowerCase()))];
      return { slug: own, name: oneLine(name), definition: oneLine(definition), terms: words };
    });
  return [...chosen, ...own];
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .filter((line) => line !== '');
}

function oneLine(text: string): string {
  // A sign that stands for a damaged one would make the file look damaged.
  return storableText(text)
    .replace(/[\s\p{Cc}\uFFFD]+/gu, ' ')
    .trim();
}

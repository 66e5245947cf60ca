import type { Dimension, Target } from '../../analysis/article/index.js';
import type { FieldProblem, NameReview, TargetForm } from '../corpus/index.js';
import type { ArticleChoice } from '../store/index.js';
import { TARGET_LISTS } from './target-lists.js';
import { reviewView, targetUrl } from './target-page.js';

/** What the form of a target shows. */
export interface TargetFormContents {
  /** Empty for a new target. */
  readonly slug: string;
  readonly form: TargetForm;
  readonly note: string;
  /** The version that the form was made from. */
  readonly seen: number;
  readonly defaults: readonly Dimension[];
  readonly problems: readonly FieldProblem[];
  readonly doubles: readonly string[];
  readonly review: NameReview | null;
  readonly choices: readonly ArticleChoice[];
  readonly article: string | undefined;
  readonly find: string | undefined;
  readonly preview: Readonly<Record<string, unknown>> | null;
  /** Targets that a new one can be copied from. */
  readonly others: readonly Target[];
}

const FEWEST_OWN = 1;

/** The values of the template of the form. */
export function targetFormPage(contents: TargetFormContents): Record<string, unknown> {
  const { slug, form, problems, defaults, choices, article, review } = contents;
  const at = (field: string) => problems.filter((problem) => problem.field === field).map(({ text }) => text);
  const isNew = slug === '';
  const own = [...form.own];
  while (own.length < form.own.length + FEWEST_OWN)
    own.push({ slug: '', name: '', definition: '', terms: '' });
  return {
    slug,
    isNew,
    heading: isNew ? 'New target' : `Edit ${form.name || slug}`,
    action: isNew ? '/targets' : targetUrl(slug),
    cancelHref: isNew ? '/targets' : targetUrl(slug),
    name: form.name,
    nameProblems: at('name'),
    description: form.description,
    descriptionProblems: at('description'),
    lists: TARGET_LISTS.map(({ key, name, note }) => ({
      key,
      name,
      note,
      text: form.lists[key],
      rows: Math.min(14, Math.max(3, form.lists[key].split('\n').length + 1)),
      problems: at(key),
    })),
    dimensions: defaults.map(({ slug: value, name, definition }) => ({
      value,
      name,
      definition,
      isChosen: form.dimensions.includes(value),
    })),
    dimensionProblems: at('dimensions'),
    own,
    note: contents.note,
    seen: contents.seen,
    problemCount: problems.length,
    problems: problems.map(({ text }) => text),
    doubles: contents.doubles,
    review: review && reviewView(review),
    find: contents.find ?? '',
    choices: choices.map(({ id, title, outlet, related }) => ({
      id,
      isChosen: id === article,
      name: [title ?? 'Untitled article', outlet, related ? `${related} paragraphs about it` : null]
        .filter(Boolean)
        .join(' · '),
    })),
    preview: contents.preview,
    others: contents.others.map(({ slug: value, name }) => ({ href: `/targets/new?from=${value}`, name })),
  };
}

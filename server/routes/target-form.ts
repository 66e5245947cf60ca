import { z } from 'zod';
import { LISTS } from '../../analysis/resources/index.js';
import type { Context } from '../context.js';
import {
  draftOf,
  type ListName,
  reviewNames,
  type TargetDraft,
  type TargetForm,
  type TargetHistory,
} from '../corpus/index.js';
import { previewView } from '../pages/preview-page.js';
import { targetFormPage } from '../pages/target-form-page.js';
import type { View } from '../render.js';
import { listArticleChoices } from '../store/index.js';
import { formText, LONGEST_SLUG, NOTE, repeated, repeatedIds, SEEN } from './form-fields.js';
import { knownArticle } from './known-article.js';
import { PARAMETERS } from './parameters.js';

/** Characters of a name; one of a thousand is not refused. */
const LONGEST_NAME = 2_000;
/** Characters of a list: tens of thousands of phrases. */
const LONGEST_LIST = 500_000;
const MOST_DIMENSIONS = 100;

const repeatedText = (longest: number) => repeated(formText(longest), MOST_DIMENSIONS);

const LIST_FIELDS = Object.fromEntries(
  LISTS.map(({ key, file }) => [
    key,
    formText(LONGEST_LIST).meta({ description: `List ${file}, one phrase a line` }),
  ]),
) as Record<ListName, ReturnType<typeof formText>>;

/** The fields of the form of a target. */
export const TARGET_FIELDS = z.object({
  slug: formText(LONGEST_SLUG).meta({
    description: 'Slug of the target that is edited; empty for a new one',
  }),
  name: formText(LONGEST_NAME).meta({ description: 'Name shown to readers' }),
  description: formText(LONGEST_LIST).meta({ description: 'A sentence about it' }),
  ...LIST_FIELDS,
  dimension: repeatedIds(MOST_DIMENSIONS).meta({ description: 'Slugs of default dimensions' }),
  own_slug: repeatedText(LONGEST_SLUG).meta({
    description: 'Dimensions of its own: slugs, empty to have them made',
  }),
  own_name: repeatedText(LONGEST_NAME).meta({ description: 'Their names' }),
  own_definition: repeatedText(LONGEST_LIST).meta({ description: 'Their definitions' }),
  own_terms: repeatedText(LONGEST_LIST).meta({ description: 'Their terms, one a line' }),
  note: NOTE,
  seen: SEEN,
  article: PARAMETERS.outlet.meta({ description: 'Article that the draft is tried on' }),
  find: PARAMETERS.search.meta({ description: 'Words of articles to choose from' }),
});

export type TargetFields = z.output<typeof TARGET_FIELDS>;

/** The form as its fields hold it. */
export function formFrom(fields: TargetFields): TargetForm {
  const lists = Object.fromEntries(LISTS.map(({ key }) => [key, fields[key]])) as TargetForm['lists'];
  const own = fields.own_name.map((name, index) => ({
    slug: fields.own_slug[index] ?? '',
    name,
    definition: fields.own_definition[index] ?? '',
    terms: fields.own_terms[index] ?? '',
  }));
  return { name: fields.name, description: fields.description, lists, dimensions: fields.dimension, own };
}

/** What a page with the form is made of. */
export interface FormState {
  /** Empty for a new target. */
  readonly slug: string;
  readonly form: TargetForm;
  readonly note?: string;
  readonly seen: number;
  readonly article?: string | undefined;
  readonly find?: string | undefined;
  /** The form as it was sent, where it was. */
  readonly draft?: TargetDraft;
  readonly withReview?: boolean;
  readonly preview?: View['model'] | null;
}

/** The page with the form. */
export async function formView(context: Context, state: FormState): Promise<View> {
  const { store, resources } = context;
  const { slug, draft, article } = state;
  const isSound = draft !== undefined && draft.problems.length === 0;
  const inForce = resources.targets.get(slug) ?? null;
  const model = targetFormPage({
    slug,
    form: state.form,
    note: state.note ?? '',
    seen: state.seen,
    defaults: resources.defaultDimensions,
    problems: draft?.problems ?? [],
    doubles: (draft?.doubles ?? []).map(({ phrase }) => phrase),
    review: isSound && state.withReview ? await reviewNames(store, resources, draft.content, inForce) : null,
    choices: await listArticleChoices(store, slug || null, state.find),
    article,
    find: state.find,
    preview: state.preview ?? null,
    others: slug === '' ? [...resources.targets.values()] : [],
  });
  const title = slug === '' ? 'New target' : `Edit target: ${state.form.name || slug}`;
  return { template: 'target-edit', title, section: '/targets', model };
}

/** What a sound draft finds in an article, beside what is found now. */
export async function previewOf(
  context: Context,
  draft: TargetDraft,
  article: string,
): Promise<View['model']> {
  const { resources, jobs } = context;
  const stored = await knownArticle(context, article);
  const now = resources.targets.get(draft.content.slug);
  const overlay = jobs.editions.current.overlays;
  const preview = await jobs.preview({
    article: stored.article,
    now: now ? { target: now, overlay } : null,
    draft: { target: draft.content, overlay },
  });
  return previewView(preview);
}

/** A draft of the form under this slug. */
export function draftFrom({ resources }: Context, form: TargetForm, slug: string): TargetDraft {
  return draftOf(form, slug, resources.defaultDimensions);
}

/** Whether a draft says what is in force already. */
export function isUnchanged(draft: TargetDraft, history: TargetHistory | null): boolean {
  return (
    history?.target !== null &&
    history !== null &&
    JSON.stringify(history.target) === JSON.stringify(inOrder(draft, history))
  );
}

/** The content with its keys in the order of the target, so that both can be compared as text. */
function inOrder({ content }: TargetDraft, { target }: TargetHistory): object {
  return Object.fromEntries(
    Object.keys(target ?? {}).map((key) => [key, content[key as keyof typeof content]]),
  );
}

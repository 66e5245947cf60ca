import { z } from 'zod';
import type { Context } from '../context.js';
import {
  type FamilyName,
  familyColumns,
  headerOf,
  type LexiconEntry,
  lexiconPath,
  listEntries,
  mergeEntries,
  type OwnEntries,
  writeOwnEntries,
} from '../corpus/index.js';
import { HttpError } from '../errors.js';
import { entryPage, lexiconUrl } from '../pages/lexicon-page.js';
import { previewView } from '../pages/preview-page.js';
import type { View } from '../render.js';
import { listArticleChoices } from '../store/index.js';
import { type Action, FORM, type Outcome } from './action.js';
import { knownArticle } from './known-article.js';
import { cell, draftEntry, ENTRY_FIELDS, type EntryFields } from './lexicon-fields.js';
import { FAMILY_PARAMS, knownFamily, ownEntries } from './lexicons.js';
import { definePage, parse } from './page.js';
import { definitionOf, knownTarget, targetOptions } from './target-choice.js';

const ENTRY_QUERY = z.object({ term: cell, pos: cell });

/** The form of an entry: a new one, or one that there is. */
export const lexiconEntryRoute = definePage({
  path: '/lexicons/:family/entry',
  summary: 'The form for an entry of a lexicon; `term` and `pos` name one that there is',
  params: FAMILY_PARAMS,
  query: ENTRY_QUERY,
  make: {
    html: async (context, { params, query }) => {
      const family = knownFamily(params.family);
      const { own, versions } = await ownEntries(context, family);
      const key = [query.term, query.pos].filter((part) => part !== undefined).join('\t');
      const entry = entryOf(context, family, own, key);
      if (query.term !== undefined && !entry) throw unknownEntry(family, query.term);
      const values = entry ? valuesOf(family, entry.cells) : { strength: '1', dimension: 'none' };
      return await entryView(context, family, { entry, values, seen: versions[0]?.version ?? 0 });
    },
  },
});

/** Shows what a draft of an entry would change in an article; nothing is kept. */
export const previewEntryAction: Action = {
  params: FAMILY_PARAMS,
  body: { type: FORM, fields: ENTRY_FIELDS },
  path: '/lexicons/:family/preview',
  summary: 'Shows what a draft of an entry would change in an article',
  shape: z.object({ problems: z.array(z.string()), preview: z.unknown() }),
  perform: async (context, request) => {
    const family = knownFamily(parse(FAMILY_PARAMS, request.params).family);
    const fields = parse(ENTRY_FIELDS, request.body);
    const { drafted, problems } = draftEntry(context, family, fields);
    const isTried = problems.length === 0 && fields.article !== undefined;
    const preview = isTried ? await previewOf(context, family, drafted, fields) : null;
    const view = await entryView(context, family, await stateOf(context, family, fields, problems, preview));
    return { view, status: 200, json: { problems, preview } };
  },
};

/** The form again, with what is wrong in it. */
export async function refusedEntry(
  context: Context,
  family: FamilyName,
  fields: EntryFields,
  problems: readonly string[],
): Promise<Outcome> {
  const view = await entryView(context, family, await stateOf(context, family, fields, problems, null));
  return { view, status: 422, json: { problems } };
}

interface EntryState {
  readonly entry: LexiconEntry | null;
  readonly values: Readonly<Record<string, string>>;
  readonly seen: number;
  readonly note?: string;
  readonly problems?: readonly string[];
  readonly target?: string | undefined;
  readonly article?: string | undefined;
  readonly find?: string | undefined;
  readonly preview?: View['model'] | null;
}

async function stateOf(
  context: Context,
  family: FamilyName,
  fields: EntryFields,
  problems: readonly string[],
  preview: View['model'] | null,
): Promise<EntryState> {
  const { own } = await ownEntries(context, family);
  const { seen, reason: note, target, article, find, key } = fields;
  const values = Object.fromEntries(
    familyColumns(family).map(({ name }) => [name, String(fields[name as keyof EntryFields] ?? '')]),
  );
  return {
    entry: entryOf(context, family, own, key),
    values,
    seen,
    note,
    problems,
    target,
    article,
    find,
    preview,
  };
}

async function entryView(context: Context, family: FamilyName, state: EntryState): Promise<View> {
  const target = await knownTarget(context, state.target);
  const model = entryPage({
    family,
    note: '',
    problems: [],
    preview: null,
    article: undefined,
    find: undefined,
    ...state,
    target,
    targets: await targetOptions(context),
    choices: await listArticleChoices(context.store, target, state.find),
  });
  return { template: 'lexicon-entry', title: `Lexicon entry: ${family}`, section: '/lexicons', model };
}

async function previewOf(
  context: Context,
  family: FamilyName,
  drafted: OwnEntries,
  fields: EntryFields,
): Promise<View['model']> {
  const { jobs } = context;
  const { article } = await knownArticle(context, fields.article ?? '');
  const target = await definitionOf(context, await knownTarget(context, fields.target));
  const { own } = await ownEntries(context, family);
  const content = writeOwnEntries(family, mergeEntries(own, drafted)) ?? `${headerOf(family)}\n`;
  const overlay = await jobs.editions.withDraft({ path: lexiconPath(family), content });
  const now = { target, overlay: jobs.editions.current.overlays };
  return previewView(await jobs.preview({ article, now, draft: { target, overlay } }));
}

/** The entry of this key as it stands in the library, or null. */
export function entryOf(
  { jobs }: Context,
  family: FamilyName,
  own: OwnEntries,
  key: string,
): LexiconEntry | null {
  return listEntries(family, jobs.editions, own).find((entry) => entry.key === key) ?? null;
}

function valuesOf(family: FamilyName, cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(familyColumns(family).map(({ name }, index) => [name, cells[index] ?? '']));
}

/** What is answered about an entry that there is not. */
export function unknownEntry(family: FamilyName, term: string): HttpError {
  const hint = `Search ${lexiconUrl(family)} for it, or add it there.`;
  return new HttpError(404, 'unknown-entry', `The lexicon ${family} has no entry "${term}".`, hint);
}

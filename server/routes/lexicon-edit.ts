import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { describeProblem } from '../../analysis/resources/index.js';
import { coderOf } from '../coder.js';
import type { Context } from '../context.js';
import {
  checkRows,
  entryText,
  type FamilyName,
  familyColumns,
  headerOf,
  type LexiconEntry,
  lexiconPath,
  listEntries,
  mergeEntries,
  type OwnEntries,
  readOwnEntries,
  withoutEntry,
  writeOwnEntries,
} from '../corpus/index.js';
import { HttpError } from '../errors.js';
import { conflictPage } from '../pages/conflict-page.js';
import { entryPage, lexiconUrl } from '../pages/lexicon-page.js';
import { previewView } from '../pages/preview-page.js';
import type { View } from '../render.js';
import { listArticleChoices, saveCorpusFile, storableText } from '../store/index.js';
import { receiveUpload } from '../uploads.js';
import { type Action, FORM, type Outcome } from './action.js';
import { knownArticle } from './known-article.js';
import { FAMILY_PARAMS, familyView, knownFamily, ownEntries } from './lexicons.js';
import { definePage, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { definitionOf, knownTarget, targetOptions } from './target-choice.js';

const LONGEST_CELL = 1000;
const LONGEST_TABLE = 2 * 1024 * 1024;
const cell = z.string().max(LONGEST_CELL).optional();
const SEEN = z.coerce
  .number()
  .int()
  .min(0)
  .default(0)
  .meta({ description: 'Version that the form was made from' });
const NOTE = z.string().max(1000).default('').meta({ description: 'Why the change was made' });
const KEY = z
  .string()
  .max(LONGEST_CELL)
  .default('')
  .meta({ description: 'Term, and after a tab the part of speech where the lexicon has one' });

/** Columns of all families: which of them a form has depends on the family. */
const FIELDS = z
  .object({
    key: KEY,
    seen: SEEN,
    reason: NOTE,
    target: PARAMETERS.target,
    article: PARAMETERS.outlet.meta({ description: 'Article that the draft is tried on' }),
    find: PARAMETERS.search,
    term: cell.meta({ description: 'The word or phrase; the other columns of the lexicon by their names' }),
  })
  .catchall(cell);

type Fields = z.output<typeof FIELDS>;

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

const SAVED = z.object({ family: z.string(), url: z.string(), version: z.int().nullable() }).loose();
const COMMON = { params: FAMILY_PARAMS, body: { type: FORM, fields: FIELDS }, shape: SAVED } as const;

/** Adds an entry, or lays another over one of the corpus. */
export const saveEntryAction: Action = {
  ...COMMON,
  path: '/lexicons/:family',
  summary: 'Adds or changes an entry of a lexicon in this library',
  perform: async (context, request) => {
    const family = knownFamily(parse(FAMILY_PARAMS, request.params).family);
    const fields = parse(FIELDS, request.body);
    const { drafted, problems } = draftEntry(context, family, fields);
    if (problems.length > 0) return await refused(context, family, fields, problems);
    const key = [...drafted.rows.keys()][0] ?? '';
    // An entry that got another term leaves its old one as the corpus has it.
    const change = (own: OwnEntries) =>
      mergeEntries(fields.key !== '' && fields.key !== key ? withoutEntry(own, fields.key) : own, drafted);
    return await keep(context, {
      family,
      key,
      change,
      seen: fields.seen,
      note: fields.reason,
      coder: coderOf(request),
      fields,
    });
  },
};

/** Takes an entry out: nothing stands in its place. */
export const switchOffEntryAction: Action = {
  ...COMMON,
  path: '/lexicons/:family/off',
  summary: 'Switches an entry of a lexicon off in this library',
  perform: async (context, request) => {
    const change = (key: string) => (own: OwnEntries) =>
      mergeEntries(own, { rows: new Map(), off: new Set([key]) });
    return await changeEntry(context, request.params, request.body, coderOf(request), change);
  },
};

/** Undoes what this library says of an entry. */
export const resetEntryAction: Action = {
  ...COMMON,
  path: '/lexicons/:family/reset',
  summary: 'Lets the corpus decide about an entry again',
  perform: async (context, request) => {
    const change = (key: string) => (own: OwnEntries) => withoutEntry(own, key);
    return await changeEntry(context, request.params, request.body, coderOf(request), change);
  },
};

/** Shows what a draft of an entry would change in an article; nothing is kept. */
export const previewEntryAction: Action = {
  ...COMMON,
  path: '/lexicons/:family/preview',
  summary: 'Shows what a draft of an entry would change in an article',
  shape: z.object({ problems: z.array(z.string()), preview: z.unknown() }),
  perform: async (context, request) => {
    const family = knownFamily(parse(FAMILY_PARAMS, request.params).family);
    const fields = parse(FIELDS, request.body);
    const { drafted, problems } = draftEntry(context, family, fields);
    const isTried = problems.length === 0 && fields.article !== undefined;
    const preview = isTried ? await previewOf(context, family, drafted, fields) : null;
    const view = await entryView(context, family, await stateOf(context, family, fields, problems, preview));
    return { view, status: 200, json: { problems, preview } };
  },
};

const IMPORT_FIELDS = z.object({ text: z.string().max(LONGEST_TABLE).default(''), seen: SEEN, note: NOTE });

/** Lays the rows of a table over those of the library. */
export const importRowsAction: Action = {
  path: '/lexicons/:family/import',
  summary:
    'Adds rows of a TSV (`files` or `text`, with the header) to this library; names each line at fault',
  params: FAMILY_PARAMS,
  body: { type: 'multipart/form-data', fields: IMPORT_FIELDS },
  shape: SAVED,
  perform: async (context, request, response) => {
    const family = knownFamily(parse(FAMILY_PARAMS, request.params).family);
    const { files, fields } = await receiveUpload(request, response, context.store.staging, context.settings);
    try {
      const { text, seen, note } = parse(IMPORT_FIELDS, fields);
      const path = files[0]?.path ?? null;
      const given = text.trim() === '' && path !== null ? await readFile(path, 'utf8') : text;
      const { own: rows, problems } = checkRows(family, storableText(given), context.resources);
      if (problems.length > 0) {
        const found = problems.map(describeProblem);
        const view = await familyView(context, family, {}, { text: given, problems: found });
        return { view, status: 422, json: { problems: found } };
      }
      const change = (own: OwnEntries) => mergeEntries(own, rows);
      return await keep(context, {
        family,
        key: null,
        change,
        seen,
        note: note || 'Imported rows',
        coder: coderOf(request),
        fields: {},
      });
    } finally {
      for (const { path } of files) if (path !== null) await rm(path, { force: true });
    }
  },
};

const RESTORE_PARAMS = FAMILY_PARAMS.extend({ version: z.coerce.number().int().min(1) });

/** Makes an earlier version of the library's rows the newest again. */
export const restoreLexiconAction: Action = {
  path: '/lexicons/:family/versions/:version/restore',
  summary: 'Makes an earlier version of the library’s rows of a lexicon the newest again',
  params: RESTORE_PARAMS,
  body: { type: FORM, fields: z.object({ seen: SEEN }) },
  shape: SAVED,
  perform: async (context, request) => {
    const { family: name, version } = parse(RESTORE_PARAMS, request.params);
    const family = knownFamily(name);
    const { seen } = parse(FIELDS, request.body);
    const { versions } = await ownEntries(context, family);
    const found = versions.find((one) => one.version === version);
    if (!found)
      throw new HttpError(
        404,
        'unknown-version',
        `There is no version ${version}.`,
        `See ${lexiconUrl(family)}.`,
      );
    const change = () => readOwnEntries(family, found.content);
    const note = `Restored from version ${version}`;
    return await keep(context, {
      family,
      key: null,
      change,
      seen,
      note,
      coder: coderOf(request),
      fields: {},
    });
  },
};

async function changeEntry(
  context: Context,
  params: unknown,
  body: unknown,
  coder: string | null,
  change: (key: string) => (own: OwnEntries) => OwnEntries,
): Promise<Outcome> {
  const family = knownFamily(parse(FAMILY_PARAMS, params).family);
  const fields = parse(FIELDS, body);
  const { own } = await ownEntries(context, family);
  if (!entryOf(context, family, own, fields.key)) throw unknownEntry(family, fields.key);
  const { key, seen, reason: note } = fields;
  return await keep(context, {
    family,
    key,
    change: change(key),
    seen,
    note,
    coder,
    fields: { key, reason: note },
  });
}

interface Keep {
  readonly family: FamilyName;
  /** The entry that is changed; null for a change of many. */
  readonly key: string | null;
  readonly change: (own: OwnEntries) => OwnEntries;
  readonly seen: number;
  readonly note: string;
  readonly coder: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Keeps a change; refused only where somebody else changed the same entry meanwhile. */
async function keep(context: Context, given: Keep): Promise<Outcome> {
  const { family, key, change, note, coder } = given;
  const { own, versions } = await ownEntries(context, family);
  const before = readOwnEntries(
    family,
    versions.find(({ version }) => version === given.seen)?.content ?? null,
  );
  const newest = versions[0]?.version ?? 0;
  const isOthers = key !== null && entryText(family, before, key) === entryText(family, own, key);
  const seen = isOthers ? newest : given.seen;
  const content = writeOwnEntries(family, change(own));
  const url = lexiconUrl(family);
  if (seen === newest && content === (versions[0]?.content ?? null)) {
    return { url, status: 200, json: { family, url, version: newest || null, isChanged: false } };
  }
  const outcome = await saveCorpusFile(context.store, {
    path: lexiconPath(family),
    content,
    coder,
    note,
    seen,
  });
  if ('newer' in outcome) {
    const { newer } = outcome;
    const model = conflictPage({
      newer,
      mine: content,
      fields: { ...given.fields, seen: newer.version },
      self: url,
      what: lexiconPath(family),
    });
    const error = {
      code: 'changed-meanwhile',
      message: `Version ${newer.version} was saved since.`,
      hint: `Send it again with seen=${newer.version} to save it anyway.`,
    };
    return {
      view: { template: 'conflict', title: 'Changed meanwhile', section: '/lexicons', model },
      status: 409,
      json: { error },
    };
  }
  await context.jobs.editions.refresh();
  return {
    url: `${url}?own=only`,
    status: 200,
    json: { family, url, version: outcome.kept.version, isChanged: true },
  };
}

/** The entry that the fields write, and what is wrong with it. */
function draftEntry({ resources }: Context, family: FamilyName, fields: Fields) {
  const cells = familyColumns(family).map(({ name }) => tidy(fields[name as keyof Fields]));
  const { own: drafted, problems } = checkRows(
    family,
    `${headerOf(family)}\n${cells.join('\t')}\n`,
    resources,
  );
  const found = problems.map((problem) => describeProblem({ ...problem, file: '', line: null }).slice(2));
  const isEmpty = found.length === 0 && drafted.rows.size === 0;
  return { drafted, problems: isEmpty ? ['A term begins with a letter or digit, not with “#”.'] : found };
}

function tidy(value: unknown): string {
  return storableText(typeof value === 'string' ? value : '')
    .replace(/[\s\p{Cc}\uFFFD]+/gu, ' ')
    .trim();
}

async function refused(
  context: Context,
  family: FamilyName,
  fields: Fields,
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
  fields: Fields,
  problems: readonly string[],
  preview: View['model'] | null,
): Promise<EntryState> {
  const { own } = await ownEntries(context, family);
  const { seen, reason: note, target, article, find, key } = fields;
  const values = Object.fromEntries(
    familyColumns(family).map(({ name }) => [name, String(fields[name as keyof Fields] ?? '')]),
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
  fields: Fields,
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

function entryOf({ jobs }: Context, family: FamilyName, own: OwnEntries, key: string): LexiconEntry | null {
  return listEntries(family, jobs.editions, own).find((entry) => entry.key === key) ?? null;
}

function valuesOf(family: FamilyName, cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(familyColumns(family).map(({ name }, index) => [name, cells[index] ?? '']));
}

function unknownEntry(family: FamilyName, term: string): HttpError {
  const hint = `Search ${lexiconUrl(family)} for it, or add it there.`;
  return new HttpError(404, 'unknown-entry', `The lexicon ${family} has no entry "${term}".`, hint);
}

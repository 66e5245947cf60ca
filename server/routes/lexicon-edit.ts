import { z } from 'zod';
import { coderOf } from '../coder.js';
import type { Context } from '../context.js';
import {
  entryText,
  type FamilyName,
  lexiconPath,
  mergeEntries,
  type OwnEntries,
  readOwnEntries,
  withoutEntry,
  writeOwnEntries,
} from '../corpus/index.js';
import { HttpError } from '../errors.js';
import { lexiconUrl } from '../pages/lexicon-page.js';
import { type Action, FORM, type Outcome } from './action.js';
import { saveVersion } from './corpus-version.js';
import { SEEN, VERSION } from './form-fields.js';
import { entryOf, refusedEntry, unknownEntry } from './lexicon-entry.js';
import { draftEntry, ENTRY_FIELDS } from './lexicon-fields.js';
import { FAMILY_PARAMS, knownFamily, ownEntries } from './lexicons.js';
import { parse } from './page.js';

/** The shape of the answer to a program: the version that was kept. */
export const SAVED = z.object({ family: z.string(), url: z.string(), version: z.int().nullable() }).loose();
const COMMON = { params: FAMILY_PARAMS, body: { type: FORM, fields: ENTRY_FIELDS }, shape: SAVED } as const;

/** Adds an entry, or lays another over one of the corpus. */
export const saveEntryAction: Action = {
  ...COMMON,
  path: '/lexicons/:family',
  summary: 'Adds or changes an entry of a lexicon in this library',
  perform: async (context, request) => {
    const family = knownFamily(parse(FAMILY_PARAMS, request.params).family);
    const fields = parse(ENTRY_FIELDS, request.body);
    const { drafted, problems } = draftEntry(context, family, fields);
    if (problems.length > 0) return await refusedEntry(context, family, fields, problems);
    const key = [...drafted.rows.keys()][0] ?? '';
    // An entry that got another term leaves its old one as the corpus has it.
    const change = (own: OwnEntries) =>
      mergeEntries(fields.key !== '' && fields.key !== key ? withoutEntry(own, fields.key) : own, drafted);
    return await keepEntries(context, {
      family,
      key,
      change,
      seen: fields.seen,
      note: fields.reason,
      coder: coderOf(request),
      form: { fields },
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

const RESTORE_PARAMS = FAMILY_PARAMS.extend({ version: VERSION });
const RESTORE_FIELDS = z.object({ seen: SEEN });

/** Makes an earlier version of the library's rows the newest again. */
export const restoreLexiconAction: Action = {
  path: '/lexicons/:family/versions/:version/restore',
  summary: 'Makes an earlier version of the library’s rows of a lexicon the newest again',
  params: RESTORE_PARAMS,
  body: { type: FORM, fields: RESTORE_FIELDS },
  shape: SAVED,
  perform: async (context, request) => {
    const { family: name, version } = parse(RESTORE_PARAMS, request.params);
    const family = knownFamily(name);
    const { seen } = parse(RESTORE_FIELDS, request.body);
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
    return await keepEntries(context, {
      family,
      key: null,
      change,
      seen,
      note,
      coder: coderOf(request),
      form: { fields: {} },
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
  const fields = parse(ENTRY_FIELDS, body);
  const { own } = await ownEntries(context, family);
  if (!entryOf(context, family, own, fields.key)) throw unknownEntry(family, fields.key);
  const { key, seen, reason: note } = fields;
  return await keepEntries(context, {
    family,
    key,
    change: change(key),
    seen,
    note,
    coder,
    form: { fields: { key, reason: note } },
  });
}

/** A change of what the library says of a lexicon. */
interface Keep {
  readonly family: FamilyName;
  /** The entry that is changed; null for a change of many. */
  readonly key: string | null;
  readonly change: (own: OwnEntries) => OwnEntries;
  readonly seen: number;
  readonly note: string;
  readonly coder: string | null;
  /** The form, to send it again over what somebody else saved. */
  readonly form: { readonly fields: Readonly<Record<string, unknown>>; readonly enctype?: string };
}

/** Keeps a change; refused only where somebody else changed the same entry meanwhile. */
export async function keepEntries(context: Context, given: Keep): Promise<Outcome> {
  const { family, key, change, note, coder } = given;
  const { own, versions } = await ownEntries(context, family);
  const newest = versions[0]?.version ?? 0;
  const seenRow = versions.find(({ version }) => version === given.seen);
  const before = readOwnEntries(family, seenRow?.content ?? null);
  const isOthers = key !== null && entryText(family, before, key) === entryText(family, own, key);
  const seen = isOthers ? newest : given.seen;
  const content = writeOwnEntries(family, change(own));
  const url = lexiconUrl(family);
  if (seen === newest && content === (versions[0]?.content ?? null)) {
    return { url, status: 200, json: { family, url, version: newest || null, isChanged: false } };
  }
  const path = lexiconPath(family);
  const about = { self: url, what: path, section: '/lexicons', ...given.form };
  const saved = await saveVersion(context, { path, content, coder, note, seen, ...about });
  if ('conflict' in saved) return saved.conflict;
  const { version } = saved;
  return { url: `${url}?own=only`, status: 200, json: { family, url, version, isChanged: true } };
}

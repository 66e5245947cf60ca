import { randomBytes } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { InputError } from '../../analysis/article/index.js';
import type { Doer } from './changes.js';
import type { Store } from './open.js';
import type { Database, StudyRevisionsTable } from './schema.js';

/** What people write about a study. */
export interface StudyTexts {
  readonly name: string;
  readonly notes: string;
  /** For the methods section of a paper. */
  readonly methods: string;
  /** Targets as addresses name them; opening the study shows the first. */
  readonly targets: readonly string[];
}

/** A collection of articles. */
export interface Study extends StudyTexts {
  readonly id: string;
  /** Counts the states of its texts, from 1. */
  readonly revision: number;
  readonly createdAt: Date;
  /** Who wrote the present state of the texts, and when. */
  readonly changedBy: string | null;
  readonly changedAt: Date;
  readonly articles: number;
}

/** A state of the texts of a study, with who wrote it. */
export interface StudyRevision extends StudyTexts {
  readonly revision: number;
  readonly coder: string | null;
  readonly at: Date;
}

/** The names by which a study is noted in changes. */
export interface StudyName {
  readonly key: number;
  readonly id: string;
  readonly name: string;
}

/** Every study, by name; those deleted are left out. */
export async function listStudies(store: Store): Promise<Study[]> {
  const rows = await studyQuery(store.db).orderBy(sql`lower(s.name)`).orderBy('s.key').execute();
  return rows.map(toStudy);
}

/** The study of this id, or null. */
export async function loadStudy(store: Store, id: string): Promise<Study | null> {
  const row = await studyQuery(store.db).where('s.id', '=', id).executeTakeFirst();
  return row ? toStudy(row) : null;
}

/** Makes a study without articles. */
export async function createStudy(store: Store, texts: StudyTexts, doer: Doer): Promise<StudyName> {
  return await store.db.transaction().execute((tx) => insertStudy(tx, texts, doer));
}

/** Outcome of an edit: kept, or what others wrote meanwhile into the same fields. */
export type EditOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  | {
      readonly kind: 'conflict';
      readonly theirs: StudyRevision;
      /** What would be kept if this edit went before theirs; what only they changed is theirs. */
      readonly merged: StudyTexts;
      /** The fields that both changed. */
      readonly fields: readonly TextField[];
    }
  | { readonly kind: 'gone' };

const TEXT_FIELDS = ['name', 'notes', 'methods', 'targets'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/**
 * Keeps texts that were made from revision `seen`. Fields that only others changed since keep what
 * they wrote; where both changed one field, nothing is kept and the conflict is told.
 */
export async function editStudy(
  store: Store,
  id: string,
  edit: { readonly texts: StudyTexts; readonly seen: number },
  doer: Doer,
): Promise<EditOutcome> {
  return await store.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('studies')
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .select(['key', 'revision'])
      .forUpdate()
      .executeTakeFirst();
    const theirs = row && (await revisionOf(tx, row.key, row.revision));
    const base = row && (await revisionOf(tx, row.key, edit.seen));
    if (!row || !theirs || !base) return { kind: 'gone' };
    const { merged, clashes } = merge(edit.texts, base, theirs);
    if (clashes.length > 0) return { kind: 'conflict', theirs, merged, fields: clashes };
    return { kind: 'saved', revision: await keepTexts(tx, row, theirs, merged, doer) };
  });
}

/** The texts after this edit, and the fields that it and others changed differently since `base`. */
function merge(texts: StudyTexts, base: StudyTexts, theirs: StudyTexts) {
  const mine = TEXT_FIELDS.filter((field) => !isSame(texts[field], base[field]));
  const changes = Object.fromEntries(mine.map((field) => [field, texts[field]]));
  const merged: StudyTexts = { ...textColumns(theirs), ...changes };
  const clashes = mine.filter(
    (field) => !isSame(theirs[field], base[field]) && !isSame(theirs[field], texts[field]),
  );
  return { merged, clashes };
}

/** Keeps texts as the next revision; where nothing is new in them the revision stays. */
async function keepTexts(
  tx: Kysely<Database>,
  { key, revision }: { key: number; revision: number },
  before: StudyTexts,
  texts: StudyTexts,
  doer: Doer,
): Promise<number> {
  if (TEXT_FIELDS.every((field) => isSame(texts[field], before[field]))) return revision;
  const next = revision + 1;
  await tx
    .updateTable('studies')
    .set({ ...textColumns(texts), revision: next })
    .where('key', '=', key)
    .execute();
  await insertRevision(tx, key, next, texts, doer);
  return next;
}

/** The row of a new study, with an id that is made of its name. */
export async function insertStudy(tx: Kysely<Database>, texts: StudyTexts, doer: Doer): Promise<StudyName> {
  const base = slugOf(texts.name);
  const taken = await tx.selectFrom('studies').where('id', '=', base).select('key').executeTakeFirst();
  // Two who make a study of one name at the same moment still get two ids.
  const id = taken ? `${base}-${randomBytes(4).toString('hex')}` : base;
  const { key } = await tx
    .insertInto('studies')
    .values({ id, ...textColumns(texts), revision: 1, created_at: doer.now })
    .returning('key')
    .executeTakeFirstOrThrow();
  await insertRevision(tx, key, 1, texts, doer);
  return { key, id, name: texts.name };
}

/**
 * The study of this id, locked against deletion meanwhile.
 * @throws InputError `unknown-study`
 */
export async function lockStudy(tx: Kysely<Database>, id: string): Promise<StudyName> {
  const row = await tx
    .selectFrom('studies')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .select(['key', 'id', 'name'])
    .forUpdate()
    .executeTakeFirst();
  if (row) return row;
  throw new InputError(
    'unknown-study',
    'There is no study of this id.',
    'It may have been deleted: see /changes. /studies lists those there are.',
  );
}

const LONGEST_SLUG = 60;

/** A name as a part of an address: `Coalition, 2014` → `coalition-2014`. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return slug || `study-${randomBytes(4).toString('hex')}`;
}

async function insertRevision(
  tx: Kysely<Database>,
  studyKey: number,
  revision: number,
  texts: StudyTexts,
  { coder, now }: Doer,
): Promise<void> {
  await tx
    .insertInto('study_revisions')
    .values({ study_key: studyKey, revision, ...textColumns(texts), coder, created_at: now })
    .execute();
}

function textColumns({ name, notes, methods, targets }: StudyTexts) {
  return { name, notes, methods, targets: [...targets] };
}

async function revisionOf(
  db: Kysely<Database>,
  studyKey: number,
  revision: number,
): Promise<StudyRevision | null> {
  const row = await db
    .selectFrom('study_revisions')
    .where('study_key', '=', studyKey)
    .where('revision', '=', revision)
    .selectAll()
    .executeTakeFirst();
  return row ? toRevision(row) : null;
}

function toRevision(row: Selectable<StudyRevisionsTable>): StudyRevision {
  const { name, notes, methods, targets, revision, coder, created_at: at } = row;
  return { name, notes, methods, targets, revision, coder, at };
}

function isSame(one: string | readonly string[], other: string | readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function studyQuery(db: Kysely<Database>) {
  return db
    .selectFrom('studies as s')
    .innerJoin('study_revisions as v', (join) =>
      join.onRef('v.study_key', '=', 's.key').onRef('v.revision', '=', 's.revision'),
    )
    .where('s.deleted_at', 'is', null)
    .select(['s.id', 's.name', 's.notes', 's.methods', 's.targets', 's.revision', 's.created_at'])
    .select(['v.coder', 'v.created_at as changed_at'])
    .leftJoin(
      ({ selectFrom, fn }) =>
        selectFrom('study_articles as sa')
          .where(({ not, exists, selectFrom: from }) =>
            not(
              exists(
                from('articles as a')
                  .whereRef('a.key', '=', 'sa.article_key')
                  .where('a.deleted_at', 'is not', null),
              ),
            ),
          )
          .groupBy('sa.study_key')
          .select(['sa.study_key', fn.countAll<number>().as('articles')])
          .as('n'),
      (join) => join.onRef('n.study_key', '=', 's.key'),
    )
    .select('n.articles');
}

type StudyRow = Awaited<ReturnType<ReturnType<typeof studyQuery>['execute']>>[number];

function toStudy(row: StudyRow): Study {
  const { id, name, notes, methods, targets, revision } = row;
  const texts = { name, notes, methods, targets };
  const changed = { changedBy: row.coder, changedAt: row.changed_at };
  return { id, ...texts, revision, createdAt: row.created_at, ...changed, articles: row.articles ?? 0 };
}

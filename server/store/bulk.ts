import { type Kysely, sql } from 'kysely';
import { InputError } from '../../analysis/article/index.js';
import { type Change, type Doer, noteChange } from './changes.js';
import { type LibraryFilter, libraryQuery } from './library-filter.js';
import type { Store } from './open.js';
import type { Database } from './schema.js';
import { insertStudy, lockStudy, type StudyTexts } from './studies.js';

/** Deletes the articles that fit: they are invisible at once, and gone when the change expires. */
export async function deleteArticles(store: Store, filter: LibraryFilter, doer: Doer): Promise<Change> {
  return await store.db.transaction().execute(async (tx) => {
    const keys = await lockArticles(tx, filter);
    const detail = { articles: keys.length };
    const { key, change } = await noteChange(
      tx,
      { kind: 'delete-articles', detail, articleKeys: keys },
      doer,
    );
    await hideArticles(tx, keys, key, doer.now);
    return change;
  });
}

/** Marks articles as deleted by a change. */
export async function hideArticles(
  tx: Kysely<Database>,
  keys: readonly number[],
  changeKey: number,
  now: Date,
): Promise<void> {
  await sql`
    update articles set deleted_at = ${now}, deleted_change = ${changeKey}
    where key = any(${[...keys]}::integer[])
  `.execute(tx);
}

/** A study that there is, or one that is made for the purpose. */
export type StudyChoice = { readonly id: string } | { readonly make: StudyTexts };

/** Adds the articles that fit to a study; those that are in it already stay untouched. */
export async function addToStudy(
  store: Store,
  filter: LibraryFilter,
  choice: StudyChoice,
  doer: Doer,
): Promise<Change> {
  return await store.db.transaction().execute(async (tx) => {
    const keys = await lockArticles(tx, filter);
    const created = 'make' in choice;
    const study = created ? await insertStudy(tx, choice.make, doer) : await lockStudy(tx, choice.id);
    const { rows } = await sql<{ article_key: number }>`
      insert into study_articles (study_key, article_key)
      select ${study.key}::integer, unnest(${[...keys]}::integer[])
      on conflict do nothing returning article_key
    `.execute(tx);
    const articleKeys = rows.map(({ article_key }) => article_key);
    const detail = { articles: articleKeys.length, study, ...(created ? { created } : {}) };
    const { change } = await noteChange(tx, { kind: 'add-to-study', detail, articleKeys }, doer);
    return change;
  });
}

/** Takes the articles that fit out of a study; they stay in the library. */
export async function removeFromStudy(
  store: Store,
  filter: LibraryFilter,
  studyId: string,
  doer: Doer,
): Promise<Change> {
  return await store.db.transaction().execute(async (tx) => {
    const keys = await lockArticles(tx, filter);
    const study = await lockStudy(tx, studyId);
    const { rows } = await sql<{ article_key: number }>`
      delete from study_articles
      where study_key = ${study.key} and article_key = any(${[...keys]}::integer[])
      returning article_key
    `.execute(tx);
    const articleKeys = rows.map(({ article_key }) => article_key);
    const detail = { articles: articleKeys.length, study };
    const { change } = await noteChange(tx, { kind: 'remove-from-study', detail, articleKeys }, doer);
    return change;
  });
}

/**
 * The keys of the articles that fit, locked in the order in which imports lock them.
 * @throws InputError `nothing-selected`
 */
async function lockArticles(tx: Kysely<Database>, filter: LibraryFilter): Promise<number[]> {
  const rows = await libraryQuery(tx, filter).select('a.key').orderBy('a.id').forUpdate('a').execute();
  if (rows.length > 0) return rows.map(({ key }) => key);
  throw new InputError(
    'nothing-selected',
    'No article was chosen, or those chosen are no longer in the library.',
    'Go back, check the boxes of some articles, and try again.',
  );
}

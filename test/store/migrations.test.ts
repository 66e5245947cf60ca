import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Migrator, sql } from 'kysely';
import { loadArticle, loadResult } from '../../server/store/index.js';
import { migrate } from '../../server/store/migrate.js';
import { MIGRATIONS } from '../../server/store/migrations/index.js';
import { openTestStore, type TestStore } from './open-test-store.js';
import { saveOne } from './sample-analysis.js';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());

/** An empty library as the release with this last migration left it. */
async function libraryOf(name: string): Promise<void> {
  await sql`drop schema ${sql.id(test.schema)} cascade`.execute(test.store.db);
  await sql`create schema ${sql.id(test.schema)}`.execute(test.store.db);
  const migrator = new Migrator({
    db: test.store.db,
    provider: { getMigrations: async () => Object.fromEntries(MIGRATIONS) },
    migrationTableSchema: test.schema,
  });
  const { error } = await migrator.migrateTo(name);
  if (error) throw error;
}

/** An article as the first release kept it. */
async function keepArticle(id: string): Promise<number> {
  const { rows } = await sql<{ key: number }>`
    insert into articles (id, text_hash, record_id, source_file, source_index, title_basis, outlet_basis,
      published_basis, published_candidates, language, keywords, text, dropped, given_targets)
    values (${id}, 'hash', 'record', 'a.txt', 0, 'missing', 'unknown', 'unknown', '{}', 'en', '{}', 'Text.', '[]', '[]')
    returning key
  `.execute(test.store.db);
  return rows[0]?.key ?? 0;
}

async function putBack(article: number, index: number, revertedAt: string | null): Promise<void> {
  await sql`
    insert into corrections (article_key, kind, detail, reverted_at)
    values (${article}, 'restore-dropped', ${JSON.stringify({ index })}::json, ${revertedAt}::timestamptz)
  `.execute(test.store.db);
}

it('number the changes of articles that were corrected before changes were counted', async () => {
  await libraryOf('0001-first-schema');
  const [changed, plain] = [await keepArticle('changed'), await keepArticle('plain')];
  await putBack(changed, 2, '2026-01-03');
  await putBack(changed, 0, null);
  await putBack(changed, 2, '2026-01-02');
  const ran = await migrate(test.store.db, test.schema);
  expect(ran).toContain('0002-corrections');

  const articles = await test.store.db
    .selectFrom('articles')
    .select(['key', 'revision'])
    .orderBy('key')
    .execute();
  expect(articles).toEqual([
    { key: changed, revision: 5 },
    { key: plain, revision: 0 },
  ]);
  const rows = await test.store.db.selectFrom('corrections').selectAll().orderBy('key').execute();
  expect(rows.map((row) => [row.detail, row.made_revision, row.reverted_revision])).toEqual([
    [{ index: 2 }, 1, 5],
    [{ index: 0 }, 2, null],
    [{ index: 2 }, 3, 4],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  expect(rows.map(({ reason, coder, reverted_by }) => [reason, coder, reverted_by])).toEqual(
    Array(3).fill(['', null, null]),
  );
});

it('add what a later release needs to every library, however old', async () => {
  for (const [name] of MIGRATIONS) {
    await libraryOf(name);
    await keepArticle('one');
    await migrate(test.store.db, test.schema);
    expect(await test.store.db.selectFrom('articles').select('revision').execute()).toHaveLength(1);
  }
});

/** Moves what the library holds into one of the first release: only the columns that it had. */
async function intoFirstRelease(): Promise<void> {
  const { db } = test.store;
  const kept = `${test.schema}_kept`;
  await sql`alter schema ${sql.id(test.schema)} rename to ${sql.id(kept)}`.execute(db);
  await sql`create schema ${sql.id(test.schema)}`.execute(db);
  await libraryOf('0001-first-schema');
  // Created in an order in which each refers only to those before it.
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.attgenerated = ''
    where c.relnamespace = ${test.schema}::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
    group by c.oid, c.relname order by c.oid
  `.execute(db);
  for (const { table, columns } of rows) {
    const names = sql.join(columns.map((name) => sql.id(name)));
    await sql`
      insert into ${sql.id(table)} (${names}) overriding system value
      select ${names} from json_populate_recordset(
        null::${sql.id(table)}, (select json_agg(k) from ${sql.id(kept, table)} k)
      )
    `.execute(db);
  }
  await sql`drop schema ${sql.id(kept)} cascade`.execute(db);
}

it('bring articles, results and corrections of the first release along', async () => {
  const { articleId, stance, headline } = await saveOne(test.store, 3);
  const { key } = await test.store.db
    .selectFrom('articles')
    .where('id', '=', articleId)
    .select('key')
    .executeTakeFirstOrThrow();
  await intoFirstRelease();
  await putBack(key, 0, null);
  await migrate(test.store.db, test.schema);

  const stored = await loadResult(test.store, { articleId, target: 'coalition' });
  expect(stored?.result).toMatchObject({ articleId, stance, headline });
  expect((await loadArticle(test.store, articleId))?.corrections).toEqual([
    { kind: 'restore-dropped', index: 0 },
  ]);
});

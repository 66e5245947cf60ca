import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Migrator, sql } from 'kysely';
import { migrate } from '../../server/store/migrate.js';
import { MIGRATIONS } from '../../server/store/migrations/index.js';
import { openTestStore, type TestStore } from './open-test-store.js';

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
